/** One table out of its parts on several pages: rows and cells that the end of a page has cut are put together. */
import type { PageBox } from '../../document/document';
import { element, type SourceNode } from '../nodes';
import { joinedLine } from './broken';
import type { Box } from './content';
import { isValue, type Line, linesOf, NUMBERED, round, textOf } from './lines';
import type { PageLine, PageTable } from './parts';

/** Nothing between them but the end of a page, and the same columns. */
export function continues(last: PageTable, next: PageTable): boolean {
  if (next.page !== last.page + 1) return false;
  const close = (x: number, others: readonly number[]): boolean => others.some((other) => Math.abs(other - x) <= 6);
  const [few, many] = [last.table.xs, next.table.xs].sort((a, b) => a.length - b.length) as [
    readonly number[],
    readonly number[],
  ];
  return few.every((x) => close(x, many)) && close(last.table.xs[0] ?? 0, next.table.xs.slice(0, 1));
}

/** A line of a cell that the end of the page has cut: near the table, each word within a column. */
export function isPiece({ line, page }: PageLine, last: PageTable, next: PageTable): boolean {
  const { table, away } =
    page === last.page
      ? { table: last.table, away: line.base - last.table.box.bottom }
      : { table: next.table, away: next.table.box.top - line.base };
  const { xs } = table;
  return (
    Math.abs(away) <= 4 * line.size &&
    line.words.every((word) => xs.some((x, at) => word.left >= x - 2 && word.right <= (xs[at + 1] ?? x) + 2))
  );
}

/** A cell on the columns that all parts of its table have together. */
interface PlacedCell {
  readonly from: number;
  readonly to: number;
  rows: number;
  readonly page: number;
  readonly box: Box;
  lines: readonly Line[];
  unsure: boolean;
}

/** One table out of its parts on several pages. */
export function tableNode(parts: readonly PageTable[]): SourceNode {
  const xs = columnsOf(parts);
  const at = (x: number): number =>
    xs.reduce((best, each, index) => (Math.abs(each - x) < Math.abs((xs[best] ?? 0) - x) ? index : best), 0);
  const rows: PlacedCell[][] = [];
  let last: PageTable | null = null;
  for (const part of parts) {
    const placed = rowsOf(part, at);
    const isCut = last?.table.cut.below === true && part.table.cut.above;
    const [first] = placed;
    const isJoined = first !== undefined && (isCut || isRest(rows.at(-1), first)) && joinRow(rows, first);
    rows.push(...(part.before ?? []).map((line) => pieceRow(line, part.table.xs, at)));
    rows.push(...(isJoined ? placed.slice(1) : placed));
    last = part;
  }
  return element('table', [
    element(
      'tbody',
      rows.map((cells) => element('tr', cells.map(cellNode))),
    ),
  ]);
}

function rowsOf({ table, page, unsure, broken }: PageTable, at: (x: number) => number): PlacedCell[][] {
  return Array.from({ length: table.ys.length - 1 }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell): PlacedCell => {
        const { box, rows, glyphs } = cell;
        const from = at(box.left);
        const to = Math.max(from + 1, at(box.right));
        const lines = broken.has(cell) ? joinedLine(linesOf(glyphs)) : linesOf(glyphs);
        return { from, to, rows, page, box, lines, unsure: unsure.has(cell) };
      })
      .sort((a, b) => a.from - b.from),
  );
}

/** Some programs close a cut row with lines: then its numbers stand in one part, and the other goes on in mid-label. */
function isRest(above: readonly PlacedCell[] | undefined, first: readonly PlacedCell[]): boolean {
  if (above === undefined || first.every(({ lines }) => lines.length === 0)) return false;
  const label = first.findLast(({ lines }) => lines.length > 0 && !hasValue(lines))?.lines ?? [];
  const holdsValues = (cells: readonly PlacedCell[]): boolean => cells.some(({ lines }) => hasValue(lines));
  const text = label.map(textOf).join('');
  return holdsValues(above) !== holdsValues(first) && !NUMBERED.test(text);
}

function hasValue(lines: readonly Line[]): boolean {
  return lines.some(({ words }) => words.some(({ text }) => isValue(text)));
}

/** The rest of a row that the end of a page has cut, to its beginning; not where a number of one stands over anything of the other. */
function joinRow(rows: readonly (readonly PlacedCell[])[], rest: readonly PlacedCell[]): boolean {
  const open = rest.map((cell) =>
    rows
      .flatMap((row, index) => row.filter((each) => index + each.rows === rows.length))
      .find((each) => each.from === cell.from && each.to === cell.to),
  );
  const isFree = (one: readonly Line[], other: readonly Line[]): boolean => !hasValue(one) || other.length === 0;
  const fits = open.every((cell, at) => {
    const own = rest[at]?.lines ?? [];
    return cell !== undefined && isFree(cell.lines, own) && isFree(own, cell.lines);
  });
  if (!fits) return false;
  for (const [at, cell] of open.entries()) {
    const own = rest[at];
    if (cell === undefined || own === undefined) continue;
    cell.lines = [...cell.lines, ...own.lines];
    cell.rows += own.rows - 1;
    cell.unsure ||= own.unsure;
  }
  return true;
}

/** A line that is cut off from its cells: each word in its column. */
function pieceRow(line: Line, xs: readonly number[], at: (x: number) => number): PlacedCell[] {
  return xs.slice(0, -1).map((left, index) => {
    const right = xs[index + 1] ?? left;
    const words = line.words.filter(
      (word) => (word.left + word.right) / 2 >= left && (word.left + word.right) / 2 < right,
    );
    const box = { left, right, top: line.base - line.size, bottom: line.base };
    const lines = words.length === 0 ? [] : [{ ...line, words }];
    return { from: at(left), to: Math.max(at(left) + 1, at(right)), rows: 1, page: 0, box, lines, unsure: false };
  });
}

function columnsOf(parts: readonly PageTable[]): number[] {
  const xs: number[] = [];
  for (const x of parts.flatMap(({ table }) => table.xs).sort((a, b) => a - b)) {
    const last = xs.at(-1);
    if (last === undefined || x - last > 6) xs.push(x);
  }
  return xs;
}

function cellNode({ from, to, rows, page, box, lines, unsure }: PlacedCell): SourceNode {
  const { left, top, right, bottom } = box;
  const at: PageBox = { page, box: [round(left), round(top), round(right - left), round(bottom - top)] };
  const attributes = { rowspan: String(rows), colspan: String(to - from) };
  const text = lines.map((line) => element('p', [textOf(line)]));
  return {
    ...element('td', text, attributes),
    ...(page === 0 ? {} : { at }),
    ...(unsure ? { unsure: true as const } : {}),
  };
}
