/** Lines that tie together the cells of the chosen sums, drawn beside the marks in the shadow root. */
import type { Relation } from '../../core/index';
import type { Target } from './anchor';
import type { Box } from './geometry';
import { type Sign, type SumStop, sumPath } from './sum-path';

const SVG = 'http://www.w3.org/2000/svg';
const DOT = 2.5;
const SIGN = 6.5;

/** One cell of a sum, in the order of the line. */
export interface SumTarget {
  readonly target: Target;
  readonly sign: Sign | null;
}

/** Parts first, then the total; cells that the page does not have are left out. */
export function sumTargets(relation: Relation, targetOf: (cell: string) => Target | null): readonly SumTarget[] {
  const flipped = relation.left.length === 1 && relation.right.length > 1;
  const [parts, totals] = flipped ? [relation.right, relation.left] : [relation.left, relation.right];
  const signed = [
    ...parts.map((cell) => ({ cell, sign: '+' as Sign })),
    ...totals.map((cell, index) => ({ cell, sign: index === 0 ? ('=' as const) : ('+' as const) })),
  ];
  return signed
    .flatMap(({ cell, sign }) => {
      const target = targetOf(cell);
      return target === null ? [] : [{ target, sign }];
    })
    .map((each, index) => (index === 0 ? { ...each, sign: null } : each));
}

export class SumLines {
  private readonly svg: SVGElement;
  private sums: readonly (readonly SumTarget[])[] = [];
  private drawn = '';

  constructor(
    private readonly page: Document,
    root: ShadowRoot,
  ) {
    this.svg = this.element('svg', { class: 'lines' });
    this.svg.style.display = 'none';
    root.append(this.svg);
  }

  show(sums: readonly (readonly SumTarget[])[]): void {
    this.sums = sums;
  }

  /** Redraws where the cells are now. */
  layout(boxOf: (target: Target) => Box | null, origin: { readonly left: number; readonly top: number }): void {
    const paths = this.sums.map((sum) =>
      sumPath(
        sum.flatMap(({ target, sign }): SumStop[] => {
          const box = boxOf(target);
          return box === null ? [] : [{ box: relative(box, origin), sign }];
        }),
      ),
    );
    const next = JSON.stringify(paths);
    // Scrolling the page moves the whole picture: nothing is drawn anew.
    if (next === this.drawn) return;
    this.drawn = next;
    const shapes = paths.filter(({ stops }) => stops.length > 1).flatMap((path) => this.shapes(path));
    this.svg.style.display = shapes.length === 0 ? 'none' : '';
    this.svg.replaceChildren(...shapes);
  }

  private shapes({ stops, signs }: ReturnType<typeof sumPath>): SVGElement[] {
    const points = stops.map(({ x, y }) => `${x},${y}`).join(' ');
    return [
      this.element('polyline', { points, class: 'halo' }),
      this.element('polyline', { points }),
      ...stops.map(({ x, y }) => this.element('circle', { cx: `${x}`, cy: `${y}`, r: `${DOT}` })),
      ...signs.flatMap(({ x, y, sign }) => {
        const text = this.element('text', { x: `${x}`, y: `${y}` });
        text.textContent = sign;
        return [this.element('circle', { cx: `${x}`, cy: `${y}`, r: `${SIGN}`, class: 'sign' }), text];
      }),
    ];
  }

  private element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
    const made = this.page.createElementNS(SVG, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
}

function relative(box: Box, { left, top }: { readonly left: number; readonly top: number }): Box {
  const half = (value: number): number => Math.round(value * 2) / 2;
  return {
    left: half(box.left - left),
    right: half(box.right - left),
    top: half(box.top - top),
    bottom: half(box.bottom - top),
  };
}
