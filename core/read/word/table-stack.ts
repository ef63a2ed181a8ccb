/** Formats that tell paragraphs, ends of cells and ends of rows one after another: their tables, put together as they come. */
import { MAX_SLOTS } from '../../grid/grid';
import type { SourceNode } from '../nodes';
import { type EdgedCell, edgedTable } from './edges';

export type CellEdges = Omit<EdgedCell, 'children'>;

interface OpenTable {
  readonly rows: EdgedCell[][];
  cells: (SourceNode | string)[][];
  content: (SourceNode | string)[];
}

/** Tables inside tables; what is nested deeper is read flat from there. */
const MAX_DEPTH = 20;

export class TableStack {
  private readonly open: OpenTable[] = [];
  private readonly out: SourceNode[] = [];
  /** Cells of all tables so far that say where they stand and end nowhere. */
  private unended = 0;

  /** `depth`: in how many tables the paragraph stands. */
  paragraph(node: SourceNode, depth: number): void {
    const table = this.tableAt(depth);
    if (table === undefined) this.out.push(node);
    else table.content.push(node);
  }

  endCell(depth: number): void {
    const table = this.tableAt(depth);
    if (table === undefined) return;
    table.cells.push(table.content);
    table.content = [];
  }

  endRow(depth: number, edges: readonly CellEdges[]): void {
    const table = this.tableAt(depth);
    if (table === undefined) return;
    const { cells } = table;
    if (edges.length > 0) table.rows.push(this.row(edges, cells));
    table.cells = [];
    table.content = [];
  }

  /** A row may be set out as the one before it: thousands of empty cells for the few bytes that end it. */
  private row(edges: readonly CellEdges[], cells: OpenTable['cells']): EdgedCell[] {
    const told = this.unended > MAX_SLOTS ? edges.slice(0, cells.length) : edges;
    this.unended += Math.max(0, told.length - cells.length);
    return told.map((cell, index) => ({ ...cell, children: cells[index] ?? [] }));
  }

  finish(): SourceNode[] {
    this.close(0);
    return this.out;
  }

  private tableAt(depth: number): OpenTable | undefined {
    const wanted = Math.min(depth, MAX_DEPTH);
    this.close(wanted);
    while (this.open.length < wanted) this.open.push({ rows: [], cells: [], content: [] });
    return this.open.at(-1);
  }

  /** Ends the tables deeper than that: each into the one around it, or into the text. */
  private close(depth: number): void {
    while (this.open.length > depth) {
      const table = this.open.pop();
      if (table === undefined || table.rows.length === 0) continue;
      const node = edgedTable(table.rows);
      const around = this.open.at(-1);
      if (around === undefined) this.out.push(node);
      else around.content.push(node);
    }
  }
}
