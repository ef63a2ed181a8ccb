/** A table of a form as the national form prints it, merged cells and all: for screens, samples and tests. */
import { gather } from '../document/gather';
import type { CellId, FormCell, FormRow, FormTable, Label } from './form';

export interface DrawnCell {
  readonly kind: 'label' | 'header' | 'value';
  /** Label text in Chinese, as the form prints it; empty for a value. */
  readonly text: string;
  readonly en: string;
  /** Present where kind is `value`. */
  readonly cell?: CellId;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export type DrawnRow = readonly DrawnCell[];

const NOTE: Label = {
  zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  en: '(In each column, items 1 and 2 together equal items 3 and 4 together)',
};
const APPLICANTS: Label = { zh: '申请人情况', en: 'Applicants' };
const CONTENT: Label = { zh: '信息内容', en: 'Content' };

/** Rows of cells in source order, spans as in HTML. */
export function drawTable(table: FormTable): readonly DrawnRow[] {
  if (table.shape === 'articles') return drawArticles(table);
  return table.shape === 'applicants' ? drawApplicants(table) : drawStrip(table);
}

function drawn(kind: DrawnCell['kind'], label: Label, colSpan = 1, rowSpan = 1): DrawnCell {
  return { kind, text: label.zh, en: label.en, rowSpan, colSpan };
}

function value(cell: FormCell, colSpan = 1): DrawnCell {
  return { kind: 'value', text: '', en: '', cell: cell.id, rowSpan: 1, colSpan };
}

/** Table two: under each article a heading row, then its rows; the last column takes what width is left. */
function drawArticles(table: FormTable): DrawnRow[] {
  const width = Math.max(...table.rows.map((row) => row.cells.length));
  const stretch = (row: FormRow, index: number): number =>
    index === row.cells.length - 1 ? width - row.cells.length + 1 : 1;
  const result: DrawnRow[] = [];
  let article: Label | undefined;
  for (const row of table.rows) {
    const own = row.path[0];
    if (own !== undefined && own !== article) {
      article = own;
      result.push([drawn('header', own, width + 1)]);
      result.push([
        drawn('header', CONTENT),
        ...row.cells.map((cell, index) => drawn('header', cell.column.label, stretch(row, index))),
      ]);
    }
    result.push([
      drawn('label', row.label ?? CONTENT),
      ...row.cells.map((cell, index) => value(cell, stretch(row, index))),
    ]);
  }
  return result;
}

/** Table three: three header rows, three label columns, group cells that span their rows. */
function drawApplicants(table: FormTable): DrawnRow[] {
  const columns = table.rows[0]?.cells.map((cell) => cell.column) ?? [];
  const grouped = columns.filter((column) => column.path.length > 0);
  const group = grouped[0]?.path[0] ?? APPLICANTS;
  const second = columns
    .filter((column) => column.path.length === 0 || column === grouped[0])
    .map((column) =>
      column === grouped[0] ? drawn('header', group, grouped.length) : drawn('header', column.label, 1, 2),
    );
  const rows = table.rows.map((row, index): DrawnRow => {
    const groups = gather(row.path, (label, depth) => {
      if (table.rows[index - 1]?.path[depth] === label) return [];
      return [drawn('label', label, 1, spanOfGroup(table.rows, index, depth, label))];
    });
    const own = row.label === null ? [] : [drawn('label', row.label, 3 - row.path.length)];
    return [...groups, ...own, ...row.cells.map((cell) => value(cell))];
  });
  return [
    [drawn('header', NOTE, 3, 3), drawn('header', APPLICANTS, columns.length)],
    second,
    grouped.map((column) => drawn('header', column.label)),
    ...rows,
  ];
}

function spanOfGroup(rows: readonly FormRow[], from: number, depth: number, label: Label): number {
  let end = from;
  while (rows[end]?.path[depth] === label) end++;
  return end - from;
}

/** Table four: one row of numbers under three header rows. */
function drawStrip(table: FormTable): DrawnRow[] {
  const first: DrawnCell[] = [];
  const second: DrawnCell[] = [];
  const third: DrawnCell[] = [];
  for (const [index, row] of table.rows.entries()) {
    const [outer, inner] = row.path;
    if (outer === undefined) continue;
    if (table.rows[index - 1]?.path[0] !== outer) {
      const span = table.rows
        .filter((each) => each.path[0] === outer)
        .reduce((sum, each) => sum + each.cells.length, 0);
      first.push(drawn('header', outer, span));
    }
    if (inner === undefined) second.push(...row.cells.map((cell) => drawn('header', cell.column.label, 1, 2)));
    else {
      second.push(drawn('header', inner, row.cells.length));
      third.push(...row.cells.map((cell) => drawn('header', cell.column.label)));
    }
  }
  return [first, second, third, gather(table.rows, (row) => row.cells.map((cell) => value(cell)))];
}
