/** Where the text around a mark stands, so that a badge covers none of it. */
import type { Target } from './anchor';
import { shiftOf } from './frames';
import { type Box, moved } from './geometry';

/** More cells than any report's table has: beyond, looking at each would cost more than a covered word. */
const MANY = 800;

/** Heights of the window between which text matters. */
export type Band = Pick<Box, 'top' | 'bottom'>;

/** For one layout: badges in one table look at the same text. */
export class TextBoxes {
  private readonly parts = new Map<HTMLTableElement, readonly Part[]>();
  private readonly lines = new Map<Element, readonly Box[]>();

  around(target: Target, band: Band): readonly Box[] {
    const container = target.range?.commonAncestorContainer ?? null;
    const at =
      target.element ?? (container?.nodeType === 1 ? (container as Element) : (container?.parentElement ?? null));
    if (at === null) return [];
    const table = at.closest('table');
    if (table === null) return this.linesOf(at.closest('p, li, div, section') ?? at);
    return this.partsOf(table)
      .filter(({ top, bottom }) => bottom > band.top && top < band.bottom)
      .flatMap(({ element }) => this.linesOf(element));
  }

  private partsOf(table: HTMLTableElement): readonly Part[] {
    const known = this.parts.get(table) ?? partsOf(table);
    this.parts.set(table, known);
    return known;
  }

  private linesOf(element: Element): readonly Box[] {
    const known = this.lines.get(element) ?? lineBoxes(element);
    this.lines.set(element, known);
    return known;
  }
}

/** A cell of a table, or its caption. */
interface Part extends Band {
  readonly element: Element;
}

/** Their own boxes cost little; those of the text in them are asked for where they matter. */
function partsOf(table: HTMLTableElement): readonly Part[] {
  const rows = [...table.rows];
  if (rows.reduce((count, { cells }) => count + cells.length, 0) > MANY) return [];
  const shift = shiftOf(table.ownerDocument).top;
  return [...(table.caption === null ? [] : [table.caption]), ...rows.flatMap(({ cells }) => [...cells])].map(
    (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { element, top: top + shift, bottom: bottom + shift };
    },
  );
}

/** Of the text alone: a range over whole elements would answer with their boxes, empty room included. */
function lineBoxes(element: Element): readonly Box[] {
  const page = element.ownerDocument;
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = page.createRange();
  const boxes: Box[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node.nodeValue ?? '').trim() === '') continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 0) boxes.push(plain(rect));
  }
  const shift = shiftOf(page);
  return shift.left === 0 && shift.top === 0 ? boxes : boxes.map((box) => moved(box, shift));
}

/** Read once: each look at a side of the browser's own rectangle costs more than this. */
function plain({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}
