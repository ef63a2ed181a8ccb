/** The rows and cells of one table in a tree, read row by row, within limits that hold for all tables of the tree. */
import type { SourceCell, SourceRow } from '../document/document';
import { collapseSpace, withoutBreaks } from '../document/space';
import { MAX_SLOTS } from '../grid/grid';
import { slotsOf, spanOf } from './spans';
import { BLOCKS, SKIPPED } from './tags';
import type { TreeAdapter } from './tree';

/** Deeper nesting is not descended into: no real page comes near, and a hostile one would exhaust the stack. */
export const MAX_DEPTH = 1000;
/** Cells and rows that are looked at, for each cell that may be read: to find out how large a table is, too. */
const LOOKS = 3;
/** No table of a report has a tenth of them, and looking for headings above so many takes seconds. */
export const MAX_ROW_CELLS = 1000;

/** A row of a table. */
export interface Part<N> {
  readonly group: number;
  readonly cells: readonly N[];
}

export interface TableRead<N> {
  readonly rows: readonly SourceRow[];
  /** Elements of the cells, in order. */
  readonly nodes: readonly N[];
}

export class TableReader<N> {
  readonly tooLarge: number[] = [];
  dropped = 0;
  deep = 0;
  private cellsRead = 0;
  private lookedAt = 0;
  private readonly maxCells: number;

  constructor(private readonly adapter: TreeAdapter<N>) {
    this.maxCells = adapter.maxCells ?? Number.POSITIVE_INFINITY;
  }

  /** Null where it is left out or holds nothing. Rests after each row, and says how many cells it had. */
  *read(table: N, known: readonly Part<N>[] | null): Generator<number, TableRead<N> | null> {
    const parts = known ?? this.parts(table);
    if (typeof parts === 'number') {
      this.leaveOut(parts);
      return null;
    }
    const count = parts.reduce((sum, { cells }) => sum + cells.length, 0);
    if (this.cellsRead + count > this.maxCells) {
      this.leaveOut(count);
      return null;
    }
    this.cellsRead += count;
    const nodes: N[] = [];
    const rows: SourceRow[] = [];
    // A row without cells counts: cells that span down from above end in it.
    for (const { group, cells } of parts) {
      rows.push({ group, cells: cells.map((cell) => this.cell(cell, nodes)) });
      yield cells.length;
    }
    if (nodes.length === 0) return null;
    const slots = slotsOf(rows);
    if (slots <= MAX_SLOTS && rows.every(({ cells }) => cells.length <= MAX_ROW_CELLS)) return { rows, nodes };
    this.tooLarge.push(slots);
    return null;
  }

  leaveOut(count: number): void {
    if (count > this.maxCells) this.tooLarge.push(count);
    else this.dropped++;
  }

  /** Rows in the order a browser draws them: head first, feet last. The count so far where it is more than may be looked at. */
  parts(table: N): readonly Part<N>[] | number {
    let looks = 0;
    const heads: N[] = [];
    const bodies: N[] = [];
    const feet: N[] = [];
    for (const child of this.adapter.children(table)) {
      const tag = this.adapter.tag(child);
      if (tag === 'thead') heads.push(child);
      else if (tag === 'tfoot') feet.push(child);
      else if (tag === 'tbody' || tag === 'tr') bodies.push(child);
    }
    const result: Part<N>[] = [];
    for (const [group, section] of [...heads, ...bodies, ...feet].entries()) {
      const rows = this.adapter.tag(section) === 'tr' ? [section] : [...this.adapter.children(section)];
      for (const row of rows) {
        if (this.adapter.tag(row) !== 'tr') continue;
        const cells = this.cells(row);
        looks += 1 + cells.length;
        this.lookedAt += 1 + cells.length;
        if (looks > this.maxCells || this.lookedAt > LOOKS * this.maxCells) return looks;
        result.push({ group, cells });
      }
    }
    return result;
  }

  private cells(row: N): N[] {
    const cells: N[] = [];
    for (const child of this.adapter.children(row)) {
      const tag = this.adapter.tag(child);
      if (tag === 'td' || tag === 'th') cells.push(child);
    }
    return cells;
  }

  holdsTable(node: N, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    for (const child of this.adapter.children(node)) {
      if (this.adapter.tag(child) === 'table' || this.holdsTable(child, depth + 1)) return true;
    }
    return false;
  }

  private cell(node: N, nodes: N[]): SourceCell {
    nodes.push(node);
    return {
      text: this.cellText(node),
      rowSpan: spanOf(this.adapter.attribute(node, 'rowspan'), 0),
      colSpan: spanOf(this.adapter.attribute(node, 'colspan'), 1),
    };
  }

  private seenText(node: N, parent: N, cell: N): string {
    const text = withoutBreaks(this.adapter.text(node));
    const unseen = parent !== cell && text.trim() !== '' && this.adapter.unseen?.(parent, cell) === true;
    return unseen ? '' : text;
  }

  /** Text of a cell; blocks and line breaks inside it become line breaks. */
  private cellText(node: N): string {
    const only = this.adapter.onlyText?.(node) ?? null;
    if (only !== null) return collapseSpace(withoutBreaks(only).trim());
    let whole = '';
    const visit = (parent: N, depth: number): void => {
      if (depth > MAX_DEPTH) {
        this.deep++;
        return;
      }
      for (const child of this.adapter.children(parent)) {
        const tag = this.adapter.tag(child);
        if (tag === null || SKIPPED.has(tag)) continue;
        if (tag === '#text') whole += this.seenText(child, parent, node);
        else if (tag === 'br') whole += '\n';
        else if (this.adapter.hidden?.(child) === true) continue;
        else if (BLOCKS.has(tag)) {
          whole += '\n';
          visit(child, depth + 1);
          whole += '\n';
        } else visit(child, depth + 1);
      }
    };
    visit(node, 0);
    const text = whole.trim();
    if (!text.includes('\n')) return collapseSpace(text);
    return text
      .split('\n')
      .map((line) => collapseSpace(line))
      .filter((line) => line !== '')
      .join('\n');
  }
}
