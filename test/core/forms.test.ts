import { describe, expect, it } from 'vitest';
import { drawTable, forms, type Relation } from '../../core/index';
import { cellIdsOf, formOf } from '../support/render';

/** Rank of the relations over the cells: how many of them say something of their own. */
function rank(relations: readonly Relation[]): number {
  const cells = [...new Set(relations.flatMap((relation) => [...relation.left, ...relation.right]))];
  const rows = relations.map((relation) =>
    cells.map((cell) => (relation.left.includes(cell) ? 1 : relation.right.includes(cell) ? -1 : 0) as number),
  );
  let found = 0;
  for (let column = 0; column < cells.length; column++) {
    const at = rows.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    const pivot = rows[at] as number[];
    rows[at] = rows[found] as number[];
    rows[found] = pivot;
    for (let index = found + 1; index < rows.length; index++) {
      const row = rows[index] as number[];
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      if (factor !== 0) rows[index] = row.map((value, position) => value - factor * (pivot[position] ?? 0));
    }
    found++;
  }
  return found;
}

describe.each([
  ['2021', 200, 42, 40, [10, 175, 15]],
  ['2019', 198, 40, 38, [22, 161, 15]],
] as const)('form of %s', (year, cells, relations, independent, perTable) => {
  const form = formOf(year);
  const all = form.tables.flatMap((table) => table.relations);

  it('has the number cells and relations of the national form', () => {
    expect(new Set(cellIdsOf(form)).size).toBe(cells);
    expect(form.tables.map((table) => table.rows.flatMap((row) => row.cells).length)).toEqual(perTable);
    expect(all).toHaveLength(relations);
    expect(rank(all)).toBe(independent);
  });

  it('relates only cells that it has', () => {
    const known = new Set(cellIdsOf(form));
    expect(all.flatMap((relation) => [...relation.left, ...relation.right]).filter((cell) => !known.has(cell))).toEqual(
      [],
    );
  });

  it('draws every cell once, in rows of one width', () => {
    for (const table of form.tables) {
      const drawn = drawTable(table);
      const values = drawn.flat().flatMap((cell) => cell.cell ?? []);
      expect(values).toEqual(table.rows.flatMap((row) => row.cells.map((cell) => cell.id)));
      expect(new Set(widths(drawn)).size).toBe(1);
    }
  });
});

function widths(rows: ReturnType<typeof drawTable>): number[] {
  const covered = rows.map(() => 0);
  for (const [at, row] of rows.entries()) {
    for (const cell of row)
      for (let below = at; below < at + cell.rowSpan; below++) covered[below] = (covered[below] ?? 0) + cell.colSpan;
  }
  return covered;
}

it('draws table three as the national form: 28 rows of 10 columns, table four: 4 of 15', () => {
  const drawn = formOf('2021').tables.map((table) => drawTable(table));
  expect(drawn.map((rows) => [rows.length, widths(rows)[0]])).toEqual([
    [14, 4],
    [28, 10],
    [4, 15],
  ]);
});

it('registers the national forms, one for each year', () => {
  const national = forms.filter((form) => form.id.startsWith('open-info-annual@'));
  expect(national.slice(0, 2).map((form) => form.id)).toEqual(['open-info-annual@2019', 'open-info-annual@2021']);
  const next = national.slice(1).map(({ years }) => years.from - 1);
  expect(national.map(({ years }) => years.to)).toEqual([...next, null]);
});
