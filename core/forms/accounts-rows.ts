/** The rows of one table of accounts: whose label or code, and a value under each head that is known. */
import type { Place } from '../document/document';
import { isNumberText, looksLikeValue, readCellNumber } from '../document/number';
import { essence } from '../document/text';
import { cellsIn, type Grid, type GridCell } from '../grid/grid';
import { KNOWN_ROWS, type Ledger } from './accounts-columns';
import type { ValueCell } from './rows';

export interface LedgerRow {
  /** Code, known row, or the label as it stands. */
  readonly id: string;
  readonly label: string;
  /** Which half: 0 on the left, 1 on the right. */
  readonly side: number;
  /** 一、: an item of a list that is added up. */
  readonly numbered: boolean;
  readonly values: ReadonlyMap<string, ValueCell>;
}

export interface LedgerGrid {
  readonly block: number;
  readonly grid: Grid;
}

export interface LedgerRows {
  readonly rows: readonly LedgerRow[];
  /** Every column and every number has been told: sums over all columns, or all rows, may be judged. */
  readonly whole: boolean;
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const NUMBERED = /^[一二三四五六七八九十]{1,3}[、.．]/;
const ASIDE = /^其中|其中[:：]/;

export function ledgerRows({ kind, columns }: Ledger, tables: readonly LedgerGrid[]): LedgerRows {
  const rows: LedgerRow[] = [];
  let whole = true;
  for (const { block, grid } of tables) {
    const start = firstRow(grid);
    const heads = Array.from({ length: grid.width }, (_, at) => headOf(grid, at, start));
    if (kind === 'expenses') {
      rows.push(...expenseRows(grid, block, columns));
      continue;
    }
    const halves = halvesOf(heads, columns);
    if (halves.length === 0) whole = false;
    // Last year’s columns beside this year’s, or others: whose numbers they are is not known.
    if (halves.some((half) => half.strange)) return { rows: [], whole: false };
    for (const [side, half] of halves.entries()) {
      let carried = '';
      for (let at = start; at < grid.height; at++) {
        const row = rowOf(grid, block, at, half, side);
        if (row === 'lost') whole = false;
        if (row === 'lost' || row === null) continue;
        // What was carried over is divided again below its sum, under the names of the items above.
        rows.push(carried !== '' && row.numbered ? { ...row, id: `${carried}${row.id}`, numbered: false } : row);
        if (row.id === 'opening' || row.id === 'closing') carried = row.id === 'opening' ? '年初' : '年末';
      }
    }
  }
  return { rows, whole };
}

interface Half {
  /** Columns where code and label stand. */
  readonly labels: readonly number[];
  readonly values: ReadonlyMap<number, string>;
  /** A column of the half has a head that nobody knows, or two have the same. */
  readonly strange: boolean;
}

const LABEL_HEAD =
  /^(?:项目)?(?:(?:支出)?(?:功能|经济)分类)?(?:科目)?(?:编码|代码|名称|项目|栏次)?(?:项目)?$|科目(?:编码|名称)|(?:收入|支出)项目$/;
const IGNORED = /行次|预算数|^$/;

/** Label columns, then the values beside them: a label column after a value begins the next half. */
function halvesOf(heads: readonly string[], columns: Ledger['columns']): Half[] {
  const halves: { labels: number[]; values: Map<number, string>; strange: boolean }[] = [];
  for (const [at, text] of heads.entries()) {
    if (LABEL_HEAD.test(text) && text !== '') {
      const last = halves.at(-1);
      if (last === undefined || last.values.size > 0) halves.push({ labels: [at], values: new Map(), strange: false });
      else last.labels.push(at);
      continue;
    }
    const half = halves.at(-1);
    if (half === undefined || IGNORED.test(text) || ASIDE.test(text) || text.includes('其中')) continue;
    const known = columns.find(({ head }) => head.test(text))?.column.id;
    if (known === undefined || [...half.values.values()].includes(known)) half.strange = true;
    else half.values.set(at, known);
  }
  return halves.filter(({ values }) => values.size > 0);
}

/** The first row that has a code, a numbered item or a total with nothing but values beside it. */
function firstRow(grid: Grid): number {
  for (let row = 0; row < grid.height; row++) {
    const cells = cellsIn(grid, row);
    const first = essence(cells[0]?.text ?? '');
    const begins = CODE.test(first) || NUMBERED.test(first);
    if (begins) return row;
    if (/^合计$/.test(first) && cells.slice(1).every(({ text }) => looksLikeValue(text.trim()))) return row;
  }
  return grid.height;
}

/** 公务用车购置及运行维护费 / 小计 / 决算数, joined; a title over the whole table heads nothing. */
function headOf(grid: Grid, column: number, end: number): string {
  const parts: string[] = [];
  let before: GridCell | undefined;
  for (let row = 0; row < end; row++) {
    const cell = grid.at(row, column);
    if (cell === undefined || cell === before || cell.colSpan >= grid.width || isNumberText(cell.text)) continue;
    // 收入 over one half, 支出 over the other.
    if (!/^(?:收入|支出|栏次)$/.test(essence(cell.text))) parts.push(essence(cell.text));
    before = cell;
  }
  return parts.join('');
}

function rowOf(grid: Grid, block: number, at: number, half: Half, side: number): LedgerRow | 'lost' | null {
  const texts = [...new Set(half.labels.map((column) => grid.at(at, column)))].map((cell) => cell?.text ?? '');
  const code = texts.map((text) => essence(text)).find((text) => CODE.test(text));
  const printed = essence(texts.filter((text) => essence(text) !== code).join(''));
  const values = new Map<string, ValueCell>();
  for (const [column, id] of half.values) {
    const cell = grid.at(at, column);
    if (cell === undefined || cell.row !== at || cell.colSpan > 1) continue;
    values.set(id, valueIn(cell, block));
  }
  const stated = [...values.values()].some(({ raw }) => (readCellNumber(raw).value ?? 0) !== 0);
  if (code === undefined && printed === '') return stated ? 'lost' : null;
  if (ASIDE.test(printed) || /^(?:栏次|注)/.test(printed)) return null;
  return { ...identityOf(code, printed, side), side, values };
}

function identityOf(
  code: string | undefined,
  printed: string,
  side: number,
): Pick<LedgerRow, 'id' | 'label' | 'numbered'> {
  const numbered = NUMBERED.test(printed);
  const text = printed.replace(NUMBERED, '').replaceAll('.', '');
  if (code !== undefined) return { id: code, label: text, numbered };
  if (/^(?:合计|本年(?:收入|支出)?合计)$/.test(text) && !/本年/.test(text))
    return { id: 'total', label: text, numbered };
  if (/^(?:收入|支出)?总计$/.test(text))
    return { id: side === 0 ? 'incomeTotal' : 'spendingTotal', label: text, numbered };
  const known = KNOWN_ROWS.find((row) => row.printed.test(text));
  return { id: known?.id ?? text, label: text, numbered };
}

function valueIn(cell: GridCell, block: number): ValueCell {
  const place: Place = { block, cell: cell.ordinal };
  return { raw: cell.text, place, soft: false, merged: false };
}

/** One row of numbers, under heads that say what and whether planned or spent. */
function expenseRows(grid: Grid, block: number, columns: Ledger['columns']): LedgerRow[] {
  let at = grid.height - 1;
  while (at > 0 && !cellsIn(grid, at).some(({ text }) => isNumberText(text.trim()))) at--;
  const cells = cellsIn(grid, at);
  // 栏次: 1, 2, 3 …
  if (at === 0 || cells.every(({ text }, index) => Number(text.trim()) === index + 1)) return [];
  const found = { budget: new Map<string, ValueCell>(), final: new Map<string, ValueCell>() };
  for (const cell of cells) {
    const text = headOf(grid, cell.column, at);
    const id = columns.find(({ head }) => head.test(text))?.column.id;
    const row = text.includes('预算数') ? 'budget' : text.includes('决算数') ? 'final' : null;
    if (id !== undefined && row !== null) found[row].set(id, valueIn(cell, block));
  }
  return (['budget', 'final'] as const).map((id) => ({
    id,
    label: id === 'final' ? '决算数' : '预算数',
    side: 0,
    numbered: false,
    values: found[id],
  }));
}
