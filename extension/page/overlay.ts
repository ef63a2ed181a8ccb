/** Everything drawn on a page, in one closed shadow root. Positions only: the page's own elements are never touched. */
import type { Language } from '../../core/index';
import type { Card, Cards } from '../cards';
import type { Anchor, Target } from './anchor';
import { CardView } from './card-view';
import { type Box, union } from './geometry';
import { boxAround, boxOf, type Drawn, Marks } from './marks';
import { HOST_TAG, OVERLAY_CSS } from './styles';
import { SumLines, type SumTarget } from './sum-lines';
import { regionName } from './words';

const RING_LASTS = 1600;

export interface Picture {
  /** In page order. */
  readonly anchors: readonly Anchor[];
  /** Fingerprint of the chosen finding. */
  readonly current: string | null;
  /** The chosen finding's sums, cell by cell. */
  readonly sums: readonly (readonly SumTarget[])[];
  /** Numbers that no cell id claimed. */
  readonly unclaimed: readonly Target[];
  /** Totals that do not add up by inference alone. */
  readonly wrong: readonly { readonly id: string; readonly target: Target }[];
  /** By fingerprint. */
  readonly cards: Cards[Language];
  readonly language: Language;
}

export class Overlay {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly marks: Marks;
  private readonly lines: SumLines;
  private readonly card: CardView;
  private picture: Picture | null = null;
  private ring: Drawn | null = null;

  constructor(
    private readonly page: Document,
    onChoose: (fingerprint: string) => void,
  ) {
    // Made elsewhere: in the page, a class that the page has for this name would be run, and could take the root for itself.
    this.host = page.implementation.createHTMLDocument('').createElement(HOST_TAG);
    this.host.setAttribute('role', 'region');
    this.root = this.host.attachShadow({ mode: 'closed' });
    // Before its style sheet, which belongs to the page.
    page.adoptNode(this.host);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_CSS);
    this.root.adoptedStyleSheets = [sheet];
    this.lines = new SumLines(page, this.root);
    this.marks = new Marks(page, this.root, {
      onChoose,
      onFocus: (fingerprint) => this.openCard(fingerprint),
      onBlur: () => this.closeCard(),
    });
    this.card = new CardView(page, this.root);
    this.attach();
  }

  private attach(): void {
    this.page.documentElement.append(this.host);
  }

  draw(picture: Picture): void {
    this.picture = picture;
    // A page may take it away. It comes back when somebody asks for something, not by a race with the page.
    if (!this.host.isConnected) this.attach();
    this.host.setAttribute('aria-label', regionName(picture.language));
    this.marks.draw(picture);
    this.lines.show(picture.sums);
    if (this.card.about !== null) this.openCard(this.card.about);
    this.layout();
  }

  /** Puts everything where its target is now. */
  layout(): void {
    const origin = this.host.getBoundingClientRect();
    this.marks.layout(origin);
    if (this.ring !== null) this.marks.move(this.ring, origin);
    this.lines.layout(boxOf, origin);
    this.placeCard(origin);
  }

  /** A ring around a place for a moment: it settles once, nothing blinks. */
  flash(target: Target): void {
    this.ring?.node.remove();
    const ring = this.marks.add([target], 'ring', null);
    this.ring = ring;
    this.layout();
    setTimeout(() => {
      ring.node.remove();
      if (this.ring === ring) this.ring = null;
    }, RING_LASTS);
  }

  /** The finding whose mark is at a point of the window; the card belongs to its mark. */
  at(x: number, y: number): string | null {
    return this.card.holds(x, y) ? this.card.about : this.marks.at(x, y);
  }

  openCard(fingerprint: string): void {
    const { anchors, cards, language } = this.picture ?? { anchors: [], cards: null, language: 'zh-CN' as const };
    const finding = anchors.find((anchor) => anchor.finding.fingerprint === fingerprint)?.finding;
    if (finding === undefined) {
      this.closeCard();
      return;
    }
    const card: Card | undefined = cards?.[fingerprint];
    this.card.fill({ finding, card, language });
    this.marks.describe(fingerprint);
    this.placeCard(this.host.getBoundingClientRect());
  }

  /** False where none was open. */
  closeCard(): boolean {
    const open = this.card.about !== null;
    this.card.hide();
    this.marks.describe(null);
    return open;
  }

  /** Keyboard: the mark after or before the one that has the focus, else the first or last. */
  step(by: 1 | -1): string | null {
    return this.marks.step(by);
  }

  private placeCard(origin: DOMRect): void {
    const { about } = this.card;
    if (about !== null) this.card.place(this.boxOfMark(about), origin);
  }

  private boxOfMark(fingerprint: string): Box | null {
    const [first] = this.picture?.anchors.find(({ finding }) => finding.fingerprint === fingerprint)?.targets ?? [];
    const box = this.marks.pointedAt(fingerprint) ?? (first === undefined ? null : boxAround([first]));
    const badge = this.marks.focusedAt(fingerprint);
    return box === null || badge === null ? box : union(box, badge);
  }
}

/** Takes away what any earlier run left, this extension's older copies included. */
export function removeOverlays(page: Document): void {
  // A list that the browser keeps, and that grows shorter under one's hands.
  for (const host of [...page.getElementsByTagName(HOST_TAG)]) host.remove();
}
