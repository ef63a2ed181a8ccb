/** A report without an error, its numbers all different enough to tell. */
import type { CellId, Form } from '../../core/index';
import { seeded } from './random';
import { cellIdsOf } from './render';

export type Numbers = Record<CellId, number>;

/** A report in which every relation holds: item cells from a fixed sequence, totals added up. */
export function balanced(form: Form): Numbers {
  const cells: Numbers = {};
  const random = seeded(3);
  const next = (limit: number): number => random.int(0, limit - 1);
  for (const id of cellIdsOf(form)) cells[id] = 0;
  const applications = form.tables.find((table) => table.id === 'applications');
  const columns = applications?.rows[0]?.cells.map((cell) => cell.column.id) ?? [];
  const items =
    applications?.relations
      .find((relation) => relation.id === 'outcomes-sum')
      ?.right.map((cell) => cell.split('.').slice(1, -1).join('.')) ?? [];
  const at = (row: string, column: string): CellId => `applications.${row}.${column}`;
  for (const column of columns.filter((each) => each !== 'total')) {
    for (const row of items) cells[at(row, column)] = next(60) + 3;
    cells[at('decided', column)] = items.reduce((sum, row) => sum + (cells[at(row, column)] ?? 0), 0);
    cells[at('carriedOut', column)] = next(20) + 5;
    cells[at('carriedIn', column)] = next(9) + 3;
    cells[at('received', column)] =
      (cells[at('decided', column)] ?? 0) +
      (cells[at('carriedOut', column)] ?? 0) -
      (cells[at('carriedIn', column)] ?? 0);
  }
  for (const row of applications?.rows ?? []) {
    cells[at(row.id, 'total')] = columns
      .filter((each) => each !== 'total')
      .reduce((sum, column) => sum + (cells[at(row.id, column)] ?? 0), 0);
  }
  for (const group of ['review', 'lawsuit.direct', 'lawsuit.afterReview']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map((result) => `disputes.${group}.${result}`);
    for (const part of parts) cells[part] = next(9) + 6;
    cells[`disputes.${group}.total`] = parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0);
  }
  return cells;
}
