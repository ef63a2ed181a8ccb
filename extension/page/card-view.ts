/** The small card beside a mark: what is wrong, the sum, the likely value. One at a time. */
import type { Finding, Language } from '../../core/index';
import type { Card } from '../cards';
import type { Box } from './geometry';
import { badgeMeaning, cardHint, severityWord, shapeOf } from './words';

const GAP = 6;
/** Smaller than the gap to the window's edge that a scroll bar takes. */
const MARGIN = 8;

export interface CardContent {
  readonly finding: Finding;
  readonly card: Card | undefined;
  readonly language: Language;
}

export class CardView {
  private readonly node: HTMLElement;
  /** Fingerprint of the finding it is about. */
  about: string | null = null;

  constructor(
    private readonly page: Document,
    root: ShadowRoot,
  ) {
    this.node = page.createElement('div');
    this.node.className = 'card';
    this.node.id = 'card';
    this.node.setAttribute('role', 'tooltip');
    this.node.hidden = true;
    root.append(this.node);
  }

  fill({ finding, card, language }: CardContent): void {
    const { severity } = finding;
    this.node.lang = language;
    const head = this.part('p', `head ${severity}`);
    const shape = this.part('span', 'shape', shapeOf(finding));
    shape.setAttribute('aria-hidden', 'true');
    const word = severityWord(severity, language);
    const meaning = badgeMeaning(finding, language);
    head.append(shape, this.part('span', '', word), this.part('strong', '', meaning === word ? '' : meaning));
    const sums = (card?.sums ?? []).map((sum) => {
      const line = this.part('p', 'sum');
      line.append(
        this.part('span', 'name', `${sum.name} `),
        ...sum.pieces.map(({ text, suspect }) => this.part(suspect ? 'b' : 'span', '', text)),
      );
      return line;
    });
    this.node.replaceChildren(
      head,
      ...(card === undefined ? [] : [this.part('p', 'message', card.message)]),
      ...sums,
      ...(card === undefined || card.reasoning === '' ? [] : [this.part('p', 'quiet', card.reasoning)]),
      this.part('p', 'quiet hint', cardHint(language)),
    );
    this.about = finding.fingerprint;
    this.node.hidden = false;
  }

  hide(): void {
    this.node.hidden = true;
    this.about = null;
  }

  /** Below the mark, above it where the window ends; never over it. */
  place(box: Box | null, origin: { readonly left: number; readonly top: number }): void {
    if (this.about === null) return;
    if (box === null) {
      this.hide();
      return;
    }
    const { clientWidth, clientHeight } = this.page.documentElement;
    this.node.style.maxWidth = `${Math.min(380, clientWidth - 2 * MARGIN)}px`;
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const below = box.bottom + GAP;
    const fits = below + height <= clientHeight - MARGIN || box.top - GAP - height < MARGIN;
    const left = Math.max(MARGIN, Math.min(box.left, clientWidth - width - MARGIN));
    this.node.style.left = `${left - origin.left}px`;
    this.node.style.top = `${(fits ? below : box.top - GAP - height) - origin.top}px`;
  }

  /** The pointer may go from the mark to the card, to read or copy. */
  holds(x: number, y: number): boolean {
    if (this.about === null) return false;
    const { left, right, top, bottom } = this.node.getBoundingClientRect();
    return x >= left - GAP && x <= right + GAP && y >= top - GAP - 2 && y <= bottom + GAP + 2;
  }

  private part(tag: string, className: string, text = ''): HTMLElement {
    const node = this.page.createElement(tag);
    if (className !== '') node.className = className;
    node.textContent = text;
    return node;
  }
}
