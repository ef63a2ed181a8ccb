/** Table four in a grid: each number by the headings above it and beside it, however the table is laid out. */
import { gather } from '../document/gather';
import { looksLikeValue } from '../document/number';
import type { Grid, GridCell } from '../grid/grid';
import type { CellId, FormTable } from './form';
import { cellsOfRow, isBody, isNumbering, valueCell } from './grid-rows';
import { columnLabels, groupLabels, innermostLabels, type LabelIndex } from './labels';
import type { ValueCell } from './rows';

/** A cell of a line of numbers, and which cell of the form its headings say it is. */
interface Headed {
  readonly id: CellId | null;
  readonly cell: GridCell;
  /** Its column, the headings above and the group beside: two lines under the same ones are of one group. */
  readonly under: string;
}

interface Line {
  readonly headed: readonly Headed[];
  readonly hasNumber: boolean;
  /** Before its numbers stands what is no group: last year’s line, a signature. */
  readonly isForeign: boolean;
}

export interface StripCells {
  readonly pairs: readonly (readonly [CellId, ValueCell])[];
  /** Every cell of the lines of numbers. */
  readonly all: readonly ValueCell[];
}

/** Fewer different results are no sign of table four: 其他 and 总计 head many a table. */
const LEAST_RESULTS = 4;
/** Labels of a line that say nothing but that numbers follow. */
const PLAIN_LABEL = /^(?:数量|件数|数据|合计|总数)/;

/** `caption`: the text before the table, which may name the one group that it holds. Null where it is no table four. */
export function stripCells(grid: Grid, block: number, table: FormTable, caption: string): StripCells | null {
  const [first] = table.rows;
  if (first === undefined) return null;
  const results = columnLabels(first);
  const found = grid.cells.map((cell) => results.match(cell.text)?.index).filter((index) => index !== undefined);
  if (new Set(found).size < LEAST_RESULTS) return null;
  const lines = new StripReader(grid, table, results, caption).lines();
  const values = new Map(
    gather(lines, ({ headed }) =>
      headed.map(({ cell }) => [cell, valueCell(cell, block, cell.colSpan > 1 || cell.rowSpan > 1)] as const),
    ),
  );
  const pairs = new Map<CellId, ValueCell>();
  const told = new Set(
    gather(
      lines.filter((line) => line.hasNumber),
      ({ headed }) => headed.map(({ under }) => under),
    ),
  );
  for (const { headed, hasNumber } of believed(lines)) {
    const ids = headed.map(({ id }) => id);
    for (const { id, cell, under } of headed) {
      // An empty line above the numbers says nothing of them.
      if (!hasNumber && told.has(under)) continue;
      const value = values.get(cell);
      // Two cells of one line under the same headings: nobody can tell which is meant.
      const isSole = ids.indexOf(id) === ids.lastIndexOf(id);
      if (id !== null && value !== undefined && isSole && !pairs.has(id)) pairs.set(id, value);
    }
  }
  return { pairs: [...pairs], all: [...values.values()] };
}

/** Of lines with foreign labels none is believed beside others, and never two: each may be another year’s. */
function believed(lines: readonly Line[]): readonly Line[] {
  const plain = lines.filter((line) => !line.isForeign);
  const foreign = lines.filter((line) => line.isForeign && line.hasNumber);
  const numbered = plain.filter((line) => line.hasNumber);
  if (foreign.length === 0 || numbered.length > 0) return [...numbered, ...plain];
  return plain.length === 0 && foreign.length === 1 ? foreign : [];
}

class StripReader {
  private readonly groups: LabelIndex;
  private readonly ids: readonly CellId[];
  private readonly captionGroup: number | null;
  /** By slot: each is asked for several times. */
  private readonly headings = new Map<number, readonly string[]>();

  constructor(
    private readonly grid: Grid,
    private readonly table: FormTable,
    private readonly results: LabelIndex,
    caption: string,
  ) {
    this.groups = innermostLabels(table);
    this.ids = gather(table.rows, (row) => row.cells.map((cell) => cell.id));
    this.captionGroup = this.groups.match(caption)?.index ?? null;
  }

  lines(): Line[] {
    return Array.from({ length: this.grid.height }, (_, row) => this.line(row)).filter((line) => line !== null);
  }

  /** Null where the row holds no numbers under headings, or only the ordinals of its columns. */
  private line(row: number): Line | null {
    const cells = cellsOfRow(this.grid, row);
    const values = cells.filter(
      (cell) => cell.row === row && looksLikeValue(cell.text) && this.above(row, cell.column).length > 0,
    );
    const [first] = values;
    // A column without a heading of its own, of notes perhaps, has no ordinal.
    if (first === undefined || isNumbering(values.slice(0, 1 + values.findLastIndex(({ text }) => text !== ''))))
      return null;
    const known = values.map((cell) => this.idOf(row, cell.column));
    const group = cells.find((cell) => cell.column < first.column && this.groups.match(cell.text) !== null)?.text ?? '';
    const ids = this.isInOrder(values, known) ? this.ids : known;
    return {
      headed: values.map((cell, at) => ({
        id: ids[at] ?? null,
        cell,
        under: [group, cell.column, ...new Set(this.above(row, cell.column))].join(' '),
      })),
      hasNumber: values.some((cell) => /[\d０-９]/.test(cell.text)),
      isForeign: cells.some((cell) => cell.column < first.column && this.isForeign(cell)),
    };
  }

  private isForeign({ text }: GridCell): boolean {
    return !isBody(text) && !PLAIN_LABEL.test(text) && groupLabels(this.table).match(text) === null;
  }

  /** Exactly as many cells as the form has, and no heading that is understood says otherwise: the order decides. */
  private isInOrder(values: readonly GridCell[], known: readonly (CellId | null)[]): boolean {
    if (values.length !== this.ids.length || values.some((cell) => cell.colSpan > 1)) return false;
    const width = this.table.rows[0]?.cells.length ?? 1;
    return values.every(({ row, column }, at) => {
      const result = this.results.match(this.above(row, column)[0] ?? '');
      return (known[at] ?? this.ids[at]) === this.ids[at] && (result?.index ?? at % width) === at % width;
    });
  }

  private idOf(row: number, column: number): CellId | null {
    const above = this.above(row, column);
    const [nearest = '', next = ''] = above;
    const result = this.results.match(nearest) ?? this.results.match(next + nearest);
    if (result === null) return null;
    // What stands above a further result heads other numbers.
    const end = above.findIndex((text, at) => at > 0 && this.results.match(text) !== null);
    const own = above.slice(1, end < 0 ? undefined : end);
    const group = this.groupAmong(own) ?? this.groupAmong(this.beside(row, column)) ?? this.captionGroup;
    return group === null ? null : (this.table.rows[group]?.cells[result.index]?.id ?? null);
  }

  /** Headings above a slot, nearest first; lines of numbers and empty ones in between are passed over. */
  private above(row: number, column: number): readonly string[] {
    const slot = row * this.grid.width + column;
    const known = this.headings.get(slot) ?? this.headingsAbove(row, column);
    this.headings.set(slot, known);
    return known;
  }

  private headingsAbove(row: number, column: number): string[] {
    const path: GridCell[] = [];
    for (let at = row - 1; at >= 0; at--) {
      const cell = this.grid.at(at, column);
      if (cell !== undefined && cell !== path.at(-1) && !isBody(cell.text)) path.push(cell);
    }
    return path.map((cell) => cell.text);
  }

  private beside(row: number, column: number): string[] {
    return cellsOfRow(this.grid, row)
      .filter((cell) => cell.column < column && !isBody(cell.text))
      .map((cell) => cell.text)
      .reverse();
  }

  private groupAmong(texts: readonly string[]): number | null {
    return texts.map((text) => this.groups.match(text)).find((match) => match !== null)?.index ?? null;
  }
}
