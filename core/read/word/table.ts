/** Tables as Word keeps them: rows of cells, each saying how wide it is and whether it goes on with the one above. */
import { element, type SourceNode } from '../nodes';

export interface WordCell {
  /** Columns of the table's own grid. */
  readonly width: number;
  /** `continued`: its text is the text of the cell above. */
  readonly merge: 'none' | 'start' | 'continued';
  readonly children: (SourceNode | string)[];
}

export interface WordRow {
  /** Grid columns left empty before the first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

interface OpenCell {
  readonly node: SourceNode;
  readonly width: number;
  rows: number;
}

/** An HTML table with the same merges. A continued cell with none of its width above stands for itself. */
export function tableOf(rows: readonly WordRow[]): SourceNode {
  let above = new Map<number, OpenCell>();
  const finished: OpenCell[] = [];
  const lines = rows.map(({ before, cells }) => {
    const open = new Map<number, OpenCell>();
    const line: SourceNode[] = before > 0 ? [element('td', [], { colspan: String(before) })] : [];
    let column = before;
    for (const cell of cells) {
      const upper = cell.merge === 'continued' ? above.get(column) : undefined;
      if (upper !== undefined && upper.width === cell.width) {
        upper.rows++;
        open.set(column, upper);
      } else {
        const own = { node: element('td', cell.children, { colspan: String(cell.width) }), width: cell.width, rows: 1 };
        line.push(own.node);
        finished.push(own);
        if (cell.merge !== 'none') open.set(column, own);
      }
      column += cell.width;
    }
    above = open;
    return line;
  });
  const spans = new Map(finished.filter(({ rows }) => rows > 1).map(({ node, rows }) => [node, rows]));
  const drawn = lines.map((line) =>
    element(
      'tr',
      line.map((node) => spanning(node, spans.get(node))),
    ),
  );
  return element('table', [element('tbody', drawn)]);
}

function spanning(node: SourceNode, rows: number | undefined): SourceNode {
  return rows === undefined ? node : { ...node, attributes: { ...node.attributes, rowspan: String(rows) } };
}
