/** Boxes around marked places and the badges beside them, which are buttons in page order. */
import { OWN_FINDING } from '../../core/exchange/own';
import { type Anchor, isConnected, type Target } from './anchor';
import { type Corner, placeBadge, reachOf, type Size } from './badge-place';
import { type Box, union, visibleBox } from './geometry';
import type { Picture } from './overlay';
import { TextBoxes } from './text-boxes';
import { badgeLabel, badgeMeaning, inferredLabel, inferredWord, shapeOf, unclaimedWord } from './words';

/** A finding on more cells than this (a whole block left blank) gets one box around them all. */
const MANY = 12;
const WEIGHT = { error: 3, warning: 2, info: 1 } as const;
const CHOSEN = 4;

export interface Drawn {
  /** One, or all that share a box. */
  readonly targets: readonly Target[];
  readonly node: HTMLElement;
  readonly badge: HTMLButtonElement | null;
  /** Fingerprint; null of what only lights a cell up. */
  readonly finding: string | null;
}

export interface MarkEvents {
  onChoose(fingerprint: string): void;
  onFocus(fingerprint: string): void;
  onBlur(): void;
}

/** Where a badge was put, seen from its box: good as long as the box keeps its size and its place across. */
interface Put {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly dx: number;
  readonly dy: number;
}

interface Placing {
  readonly badge: HTMLElement;
  readonly size: Size;
  readonly targets: readonly Target[];
  readonly box: Box;
  readonly texts: TextBoxes;
  /** By badges that have their places already. */
  readonly taken: readonly Box[];
  readonly origin: DOMRect;
}

export class Marks {
  private drawn: readonly Drawn[] = [];
  private boxes: readonly (Box | null)[] = [];
  private hovered: Drawn | null = null;
  /** By finding and word of the badge: choosing a finding moves no badge. */
  private readonly put = new Map<string, Put>();

  constructor(
    private readonly page: Document,
    private readonly root: ShadowRoot,
    private readonly events: MarkEvents,
  ) {}

  draw(picture: Picture): void {
    const focused = this.drawn.find(({ badge }) => badge !== null && badge === this.root.activeElement)?.finding;
    for (const { node, badge } of this.drawn) {
      node.remove();
      badge?.remove();
    }
    this.hovered = null;
    const lit = picture.sums.flat().map(({ target }) => this.add([target], 'lit', null));
    const unclaimed = picture.unclaimed.map((target) => this.add([target], 'unclaimed', null));
    for (const { node } of unclaimed) node.textContent = unclaimedWord(picture.language);
    const wrong = picture.wrong.map((each) => this.markSum(each, picture));
    this.drawn = [...lit, ...unclaimed, ...wrong, ...picture.anchors.flatMap((anchor) => this.mark(anchor, picture))];
    const again = focused ? this.drawn.find(({ badge, finding }) => badge !== null && finding === focused) : undefined;
    again?.badge?.focus({ preventScroll: true });
  }

  /** All is looked at before anything is put: in turns, each look would have the browser lay out the page anew. */
  layout(origin: DOMRect): void {
    this.boxes = this.drawn.map(({ targets }) => boxAround(targets));
    for (const [index, { node, badge }] of this.drawn.entries()) {
      const box = this.boxes[index] ?? null;
      moveTo(node, box, origin);
      if (badge !== null) badge.hidden = box === null;
    }
    const sizes = this.drawn.map(({ badge }) => badge && { width: badge.offsetWidth, height: badge.offsetHeight });
    const taken: Box[] = [];
    const texts = new TextBoxes();
    const places = this.drawn.flatMap(({ targets, badge }, index) => {
      const [box, size] = [this.boxes[index], sizes[index]];
      if (badge === null || !box || !size) return [];
      const at = this.placeOf({ badge, size, targets, box, texts, taken, origin });
      taken.push({ ...at, right: at.left + size.width, bottom: at.top + size.height });
      return { badge, at };
    });
    for (const { badge, at } of places) {
      badge.style.left = `${at.left - origin.left}px`;
      badge.style.top = `${at.top - origin.top}px`;
    }
  }

  move({ node, targets }: Drawn, origin: DOMRect): void {
    moveTo(node, boxAround(targets), origin);
  }

  add(targets: readonly Target[], className: string, finding: string | null): Drawn {
    const node = this.page.createElement('div');
    node.className = className;
    this.root.append(node);
    return { targets, node, badge: null, finding };
  }

  /** The finding of the topmost mark at a point of the window. */
  at(x: number, y: number): string | null {
    const hit = this.drawn.reduce<Drawn | null>((best, each, index) => {
      const box = this.boxes[index];
      if (each.finding === null || !box || !isIn(box, x, y)) return best;
      return best === null || Number(each.node.style.zIndex) >= Number(best.node.style.zIndex) ? each : best;
    }, null);
    this.hovered = hit ?? this.hovered;
    return hit?.finding ?? null;
  }

  /** The box of the mark that the pointer was on last, where it belongs to this finding. */
  pointedAt(fingerprint: string): Box | null {
    return this.hovered?.finding === fingerprint ? boxAround(this.hovered.targets) : null;
  }

  /** Of the badge that has the focus, where it belongs to this finding: nothing may lie over it. */
  focusedAt(fingerprint: string): Box | null {
    const focused = this.drawn.find(({ badge }) => badge !== null && badge === this.root.activeElement);
    return focused?.finding === fingerprint ? (focused.badge?.getBoundingClientRect() ?? null) : null;
  }

  /** Ties the card to the badge of its finding, for those who hear the page. */
  describe(fingerprint: string | null): void {
    for (const { badge, finding } of this.drawn) {
      if (finding === fingerprint) badge?.setAttribute('aria-describedby', 'card');
      else badge?.removeAttribute('aria-describedby');
    }
  }

  /** Focuses the next mark that is to be seen; its finding. */
  step(by: 1 | -1): string | null {
    const seen = this.drawn.filter(({ badge }) => badge !== null && !badge.hidden);
    const at = seen.findIndex(({ badge }) => badge === this.root.activeElement);
    const next = at < 0 ? (by > 0 ? seen[0] : seen.at(-1)) : seen[(at + by + seen.length) % seen.length];
    this.hovered = null;
    next?.badge?.focus({ preventScroll: true });
    return next?.finding ?? null;
  }

  private mark(anchor: Anchor, { current, cards, language }: Picture): Drawn[] {
    const { finding, targets } = anchor;
    const { fingerprint, severity } = finding;
    const chosen = fingerprint === current;
    const weight = `${chosen ? CHOSEN : WEIGHT[severity]}`;
    const kind = finding.rule === OWN_FINDING ? ' own' : '';
    const looks = `${severity}${kind}${finding.repairs.length > 1 ? ' tied' : ''}${chosen ? ' current' : ''}`;
    const groups = targets.length > MANY ? [targets] : targets.map((target) => [target]);
    return groups.map((group, index) => {
      const boxed = group.some((target) => target.element !== null);
      const drawn = this.add(group, boxed ? `box ${looks}` : severity, fingerprint);
      drawn.node.style.zIndex = weight;
      if (index > 0) return drawn;
      const badge = this.badge(fingerprint, `badge ${severity}${kind}`, chosen);
      badge.style.zIndex = weight;
      badge.textContent = `${shapeOf(finding)} ${badgeMeaning(finding, language)}`;
      badge.setAttribute('aria-label', badgeLabel(finding, cards[fingerprint]?.message, language));
      return { ...drawn, badge };
    });
  }

  /** The total of an inferred sum: hollow, where a finding is solid. */
  private markSum({ id, target }: Picture['wrong'][number], { current, language }: Picture): Drawn {
    const drawn = this.add([target], 'inferred', null);
    const badge = this.badge(id, 'badge guess', id === current);
    badge.textContent = inferredWord(language);
    badge.setAttribute('aria-label', inferredLabel(language));
    return { ...drawn, badge, finding: id };
  }

  private badge(finding: string, className: string, chosen: boolean): HTMLButtonElement {
    const badge = this.page.createElement('button');
    badge.type = 'button';
    badge.className = className;
    badge.dataset['finding'] = finding;
    badge.setAttribute('aria-pressed', `${chosen}`);
    badge.addEventListener('click', () => this.events.onChoose(finding));
    badge.addEventListener('focus', () => this.events.onFocus(finding));
    badge.addEventListener('blur', () => this.events.onBlur());
    this.root.append(badge);
    return badge;
  }

  private placeOf(placing: Placing): Corner {
    const { badge, box, origin } = placing;
    const [width, height, left] = [box.right - box.left, box.bottom - box.top, box.left - origin.left];
    const key = `${badge.dataset['finding']} ${badge.textContent}`;
    const before = this.put.get(key);
    if (before !== undefined && near(before, { width, height, left }))
      return { left: box.left + before.dx, top: box.top + before.dy };
    const at = this.freePlace(placing);
    this.put.set(key, { width, height, left, dx: at.left - box.left, dy: at.top - box.top });
    return at;
  }

  private freePlace({ targets: [first], box, size, texts, taken }: Placing): Corner {
    const left = -(this.page.defaultView?.scrollX ?? 0);
    const within = { left, right: left + this.page.documentElement.scrollWidth, top: -Infinity, bottom: Infinity };
    const around = first === undefined ? [] : texts.around(first, reachOf(box, size));
    return placeBadge(box, size, [...around, ...taken], within);
  }
}

export function boxAround(targets: readonly Target[]): Box | null {
  return targets.reduce<Box | null>((around, target) => {
    const box = boxOf(target);
    return around === null || box === null ? (around ?? box) : union(around, box);
  }, null);
}

export function boxOf(target: Target): Box | null {
  const thing = target.element ?? target.range;
  return thing === null || !isConnected(target) ? null : visibleBox(thing);
}

function moveTo(node: HTMLElement, box: Box | null, origin: DOMRect): void {
  node.hidden = box === null;
  if (box === null) return;
  node.style.left = `${box.left - origin.left}px`;
  node.style.top = `${box.top - origin.top}px`;
  node.style.width = `${box.right - box.left}px`;
  node.style.height = `${box.bottom - box.top}px`;
}

function isIn({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function near(a: Pick<Put, 'width' | 'height' | 'left'>, b: Pick<Put, 'width' | 'height' | 'left'>): boolean {
  return (['width', 'height', 'left'] as const).every((side) => Math.abs(a[side] - b[side]) < 1);
}
