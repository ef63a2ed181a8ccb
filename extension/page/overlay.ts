/** Everything drawn on a page, in one closed shadow root. Positions only: the page's own elements are never touched. */
import type { Language } from '../../core/index';
import { type Anchor, isConnected, type Target } from './anchor';
import { placeBadge } from './badge-place';
import { type Box, union, visibleBox } from './geometry';
import { HOST_TAG, OVERLAY_CSS } from './styles';
import { textBoxesAround } from './text-boxes';
import { badgeText } from './words';

const RING_LASTS = 1600;
/** A finding on more cells than this (a whole block left blank) gets one box around them all. */
const MANY = 12;

export interface Picture {
  readonly anchors: readonly Anchor[];
  /** Fingerprint of the chosen finding. */
  readonly current: string | null;
  /** Cells of the chosen finding's sums. */
  readonly lit: readonly Target[];
  readonly language: Language;
}

interface Drawn {
  /** One, or all that share a box. */
  readonly targets: readonly Target[];
  readonly node: HTMLElement;
  readonly badge: HTMLElement | null;
}

export class Overlay {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private drawn: readonly Drawn[] = [];
  private ring: Drawn | null = null;

  constructor(
    private readonly page: Document,
    private readonly onChoose: (fingerprint: string) => void,
  ) {
    this.host = page.createElement(HOST_TAG);
    this.host.setAttribute('aria-hidden', 'true'); // The panel says all of it, in order.
    this.root = this.host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_CSS);
    this.root.adoptedStyleSheets = [sheet];
    page.documentElement.append(this.host);
  }

  draw(picture: Picture): void {
    for (const { node, badge } of this.drawn) {
      node.remove();
      badge?.remove();
    }
    const lit = picture.lit.map((target) => this.add([target], 'lit'));
    const boxes = boxedOnce(picture).flatMap((anchor) => this.box(anchor, picture));
    this.drawn = [...lit, ...boxes];
    this.layout();
  }

  /** Puts everything where its target is now. */
  layout(): void {
    const origin = this.host.getBoundingClientRect();
    const all = this.ring === null ? this.drawn : [...this.drawn, this.ring];
    const boxes = all.map(({ targets }) => boxAround(targets));
    for (const [index, { node }] of all.entries()) move(node, boxes[index] ?? null, origin);
    const taken: Box[] = [];
    for (const [index, { targets, badge }] of all.entries()) {
      const box = boxes[index];
      if (badge === null) continue;
      badge.hidden = box === null;
      if (box) taken.push(this.placeBadge(badge, textsAround(targets), box, taken, origin));
    }
  }

  /** A ring around a place for a moment: it settles once, nothing blinks. */
  flash(target: Target): void {
    this.ring?.node.remove();
    const ring = this.add([target], 'ring');
    this.ring = ring;
    this.layout();
    setTimeout(() => {
      ring.node.remove();
      if (this.ring === ring) this.ring = null;
    }, RING_LASTS);
  }

  remove(): void {
    this.host.remove();
  }

  private box(anchor: Anchor, { current, language }: Picture): Drawn[] {
    const { finding } = anchor;
    const tied = finding.repairs.length > 1 ? ' tied' : '';
    const chosen = finding.fingerprint === current ? ' current' : '';
    const groups = anchor.targets.length > MANY ? [anchor.targets] : anchor.targets.map((target) => [target]);
    return groups.map((targets, index) => {
      const boxed = targets.some((target) => target.element !== null);
      const drawn = this.add(targets, boxed ? `box ${finding.severity}${tied}${chosen}` : finding.severity);
      if (index > 0) return drawn;
      const badge = this.page.createElement('button');
      badge.type = 'button';
      badge.tabIndex = -1; // Reached by keyboard in the panel, which holds the same findings.
      badge.className = `badge ${finding.severity}`;
      badge.textContent = badgeText(finding, language);
      badge.addEventListener('click', () => this.onChoose(finding.fingerprint));
      this.root.append(badge);
      return { ...drawn, badge };
    });
  }

  private add(targets: readonly Target[], className: string): Drawn {
    const node = this.page.createElement('div');
    node.className = className;
    this.root.append(node);
    return { targets, node, badge: null };
  }

  private placeBadge(badge: HTMLElement, texts: readonly Box[], box: Box, taken: readonly Box[], origin: DOMRect): Box {
    const size = { width: badge.offsetWidth, height: badge.offsetHeight };
    const view = this.page.defaultView;
    const left = -(view?.scrollX ?? 0);
    const within = { left, right: left + this.page.documentElement.scrollWidth, top: -Infinity, bottom: Infinity };
    const at = placeBadge(box, size, [...texts, ...taken], within);
    const placed = { ...at, right: at.left + size.width, bottom: at.top + size.height };
    badge.style.left = `${at.left - origin.left}px`;
    badge.style.top = `${at.top - origin.top}px`;
    return placed;
  }
}

/** Takes away what any earlier run left, this extension's older copies included. */
export function removeOverlays(page: Document): void {
  for (const host of page.querySelectorAll(HOST_TAG)) host.remove();
}

function textsAround([first]: readonly Target[]): readonly Box[] {
  return first === undefined ? [] : textBoxesAround(first);
}

function boxAround(targets: readonly Target[]): Box | null {
  return targets.reduce<Box | null>((around, target) => {
    const box = boxOf(target);
    return around === null || box === null ? (around ?? box) : union(around, box);
  }, null);
}

function boxOf(target: Target): Box | null {
  const thing = target.element ?? target.range;
  return thing === null || !isConnected(target) ? null : visibleBox(thing);
}

function move(node: HTMLElement, box: Box | null, origin: DOMRect): void {
  node.hidden = box === null;
  if (box === null) return;
  node.style.left = `${box.left - origin.left}px`;
  node.style.top = `${box.top - origin.top}px`;
  node.style.width = `${box.right - box.left}px`;
  node.style.height = `${box.bottom - box.top}px`;
}

const WEIGHT = { error: 2, warning: 1, info: 0 } as const;

/** Heavier findings are drawn last, on top; the chosen one over all. */
function boxedOnce({ anchors, current }: Picture): readonly Anchor[] {
  const rank = ({ finding }: Anchor): number => (finding.fingerprint === current ? 3 : WEIGHT[finding.severity]);
  return [...anchors].sort((a, b) => rank(a) - rank(b));
}
