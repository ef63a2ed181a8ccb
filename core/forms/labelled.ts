/** Values beside their labels: a table of names and numbers, merged heads or not, or lines of plain text. */
import { blockText, type Document, type Place } from '../document/document';
import { matchesOf } from '../document/matches';
import { looksLikeValue } from '../document/number';
import { essence, labelKeyWithoutAsides } from '../document/text';
import { formGrid, type Grid, type GridCell } from '../grid/grid';
import type { FieldGroup } from './website-annual';

/** One label of a form, wherever it is printed. */
interface Name {
  /** Id of the field; null for the name of a group. */
  readonly field: string | null;
  /** Index of the group. */
  readonly group: number;
}

export interface LabelledValue {
  readonly raw: string;
  readonly place: Place;
}

export interface Labelled {
  /** By id of the field; null where two values compete for it. */
  readonly values: ReadonlyMap<string, LabelledValue | null>;
  /** Blocks with such a label, in order. */
  readonly blocks: readonly number[];
  /** Blocks that hold the same labels once more: another site's report, or a copy. */
  readonly further: readonly number[];
}

/** （单位：条）, with or without its brackets. */
const UNIT = /[(（[]?\s*(?:计量)?单位\s*[:：][^)）\]\s]*[)）\]]?/g;

function keyOf(text: string): string {
  return text.length > 60 ? '' : labelKeyWithoutAsides(essence(text).replace(UNIT, ''));
}

/** Names of groups and fields, ready to be looked up. */
export class FieldNames {
  private readonly names = new Map<string, Name[]>();

  constructor(private readonly groups: readonly FieldGroup[]) {
    for (const [group, { label, aliases = [], fields }] of groups.entries()) {
      for (const own of [label.zh, ...aliases]) this.add(own, { field: null, group });
      for (const { id, label: name, aliases: others = [] } of fields) {
        for (const own of [name.zh, ...others, `${label.zh}${name.zh}`]) this.add(own, { field: id, group });
      }
    }
  }

  /** All that a text may be the name of. */
  of(text: string): readonly Name[] {
    return this.names.get(keyOf(text)) ?? NONE;
  }

  /** The fields of a text that names one, told apart by the groups around it, nearest first. */
  fieldOf(names: readonly Name[], around: readonly number[]): string | null {
    const fields = names.filter(({ field }) => field !== null);
    const [only] = fields;
    if (only === undefined) return null;
    if (fields.length === 1) return only.field;
    for (const group of around) {
      const own = fields.find((name) => name.group === group);
      if (own !== undefined) return own.field;
    }
    return null;
  }

  private add(text: string, name: Name): void {
    const key = keyOf(text);
    const known = this.names.get(key) ?? [];
    if (known.some(({ field, group }) => field === name.field && group === name.group)) return;
    this.names.set(key, [...known, name]);
  }

  get count(): number {
    return this.groups.reduce((sum, { fields }) => sum + fields.length, 0);
  }
}

const NONE: readonly Name[] = [];

/** The first report of the document: labels that come again belong to another. */
export function readLabelled(document: Document, names: FieldNames): Labelled {
  const values = new Map<string, LabelledValue | null>();
  const blocks = new Set<number>();
  const further = new Set<number>();
  // Where no cell spans rows, as in pasted text, a group is what was named last.
  const last: number[] = [];
  const lines = new Lines(names, last);
  for (const [at, block] of document.blocks.entries()) {
    if (block.kind === 'picture') continue;
    const grid = block.kind === 'table' ? formGrid(block) : null;
    const found = grid === null ? lines.read(blockText(block), at) : inGrid(grid, at, names, last);
    const again = found.some(({ field }) => values.has(field) && !blocks.has(at));
    for (const { field, value } of found) {
      if (again) further.add(at);
      // Twice in one table: nobody knows which is meant.
      else values.set(field, values.has(field) ? null : value);
    }
    if (found.length > 0 && !again) blocks.add(at);
  }
  return { values, blocks: [...blocks], further: [...further] };
}

interface Found {
  readonly field: string;
  readonly value: LabelledValue | null;
}

function inGrid(grid: Grid, block: number, names: FieldNames, last: number[]): Found[] {
  const found: Found[] = [];
  for (let row = 0; row < grid.height; row++) {
    const cells = labelsOnce(cellsIn(grid, row), names);
    const beside: number[] = [];
    for (const [at, cell] of cells.entries()) {
      const own = names.of(cell.text);
      const field = cell.row === row ? names.fieldOf(own, [...beside, ...last]) : null;
      if (field !== null) found.push({ field, value: valueBeside(grid, cells, at, block, names) });
      for (const { field: named, group } of own) {
        if (named !== null) continue;
        beside.unshift(group);
        if (cell.row === row) last.unshift(group);
      }
    }
  }
  return found;
}

function cellsIn(grid: Grid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cell !== cells.at(-1)) cells.push(cell);
  }
  return cells;
}

/** Pasted text may repeat a merged label in each of its slots. */
function labelsOnce(cells: readonly GridCell[], names: FieldNames): GridCell[] {
  return cells.filter((cell, at) => cell.text !== cells[at - 1]?.text || names.of(cell.text).length === 0);
}

/**
 * What stands right of a label, up to the next one. With several filled cells there nobody knows which it is; where
 * nothing is filled, the value may stand below.
 */
function valueBeside(
  grid: Grid,
  cells: readonly GridCell[],
  at: number,
  block: number,
  names: FieldNames,
): LabelledValue | null {
  const rest = cells.slice(at + 1);
  const end = rest.findIndex(({ text }) => names.of(text).length > 0);
  const own = end < 0 ? rest : rest.slice(0, end);
  const label = cells[at];
  const filled = own.filter(({ text }) => text.trim() !== '');
  const cell = filled[0] ?? own[0];
  if (new Set(filled.map(({ text }) => text)).size > 1) return null;
  const below = filled.length > 0 || label === undefined ? null : valueBelow(grid, label, block, names);
  if (below !== null || cell === undefined) return below;
  return { raw: cell.text, place: { block, cell: cell.ordinal } };
}

function valueBelow(grid: Grid, label: GridCell, block: number, names: FieldNames): LabelledValue | null {
  const cell = grid.at(label.row + label.rowSpan, label.column);
  if (cell === undefined || cell.column !== label.column || cell.colSpan !== label.colSpan) return null;
  // A row of its own, without labels: else it belongs to the label before it.
  const hasLabel = cellsIn(grid, cell.row).some(({ text }) => names.of(text).length > 0);
  if (hasLabel || cell.row !== label.row + label.rowSpan || !looksLikeValue(cell.text.trim())) return null;
  return { raw: cell.text, place: { block, cell: cell.ordinal } };
}

/** A word of a line: a label, a value, or something else. */
const WORD = /[^\s:：]+/g;

/** Paragraphs one after another: a label, and the value behind it or on the next line. */
class Lines {
  private open: string | null = null;

  constructor(
    private readonly names: FieldNames,
    private readonly last: number[],
  ) {}

  read(text: string, block: number): Found[] {
    if (text.length > 400) {
      this.open = null;
      return [];
    }
    const found: Found[] = [];
    // Brackets that hold a unit are blanked, not cut, so that places stay.
    const plain = text.replace(UNIT, (unit) => ' '.repeat(unit.length));
    for (const match of matchesOf(plain, WORD)) this.word(match[0], match.index, block, found);
    return found;
  }

  private word(text: string, start: number, block: number, found: Found[]): void {
    const own = this.names.of(text);
    const field = this.names.fieldOf(own, this.last);
    for (const { field: named, group } of own) if (named === null) this.last.unshift(group);
    if (field !== null || own.length > 0) {
      if (field !== null) this.open = field;
      return;
    }
    if (this.open !== null && looksLikeValue(text)) {
      found.push({ field: this.open, value: { raw: text, place: { block, start, end: start + text.length } } });
    }
    this.open = null;
  }
}
