import { describe, expect, it } from 'vitest';
import type { SourceCell, Table } from '../../core/document/document';
import { formGrid } from '../../core/grid/grid';

/** Cells as `text`, or `text:rowSpan,colSpan`; groups split by `null`. */
function table(...rows: (readonly string[] | null)[]): Table {
  let group = 0;
  const result: Table['rows'][number][] = [];
  for (const row of rows) {
    if (row === null) group++;
    else result.push({ group, cells: row.map(sourceCell) });
  }
  return { kind: 'table', layout: 'grid', rows: result };
}

function sourceCell(spec: string): SourceCell {
  const [text = '', spans = '1,1'] = spec.split(':');
  const [rowSpan = 1, colSpan = 1] = spans.split(',').map(Number);
  return { text, rowSpan, colSpan };
}

function drawn(source: Table): string[] {
  const grid = formGrid(source);
  if (grid === null) return ['too large'];
  return Array.from({ length: grid.height }, (_, row) =>
    Array.from({ length: grid.width }, (_, column) => grid.at(row, column)?.text ?? '.').join(' '),
  );
}

describe('formGrid', () => {
  it('places cells beside spans from above and from the left', () => {
    expect(drawn(table(['a:2,1', 'b:1,2'], ['c', 'd'], ['e:1,3']))).toEqual(['a b b', 'a c d', 'e e e']);
  });

  it('ends a row span with its row group', () => {
    expect(drawn(table(['a:99,1', 'b'], null, ['c', 'd']))).toEqual(['a b', 'c d']);
  });

  it('takes row span 0 to the end of the group', () => {
    expect(drawn(table(['a:0,1', 'b'], ['c'], ['d'], null, ['e', 'f']))).toEqual(['a b', 'a c', 'a d', 'e f']);
  });

  it('keeps the first of two cells that claim one slot, and counts the overlap', () => {
    const source = table(['a', 'b:2,1'], ['c:1,2']);
    expect(drawn(source)).toEqual(['a b', 'c b']);
    expect(formGrid(source)?.overlaps).toBe(1);
  });

  it('caps a colspan of a million as the HTML standard does', () => {
    expect(formGrid(table(['a:1,1000000', 'b']))?.width).toBe(1001);
  });

  it('refuses a table that would fill memory', () => {
    const rows = Array.from({ length: 1000 }, () => ['a:1,1000']);
    expect(drawn(table(...rows))).toEqual(['too large']);
  });

  it('numbers cells in source order', () => {
    expect(formGrid(table(['a:2,1', 'b'], ['c']))?.cells.map((cell) => [cell.text, cell.ordinal])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
  });
});
