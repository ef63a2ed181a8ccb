/** Numbers for the cells of a form: each its own, or such that all sums are right. */
import type { Form } from '../../core/index';
import { cellIdsOf } from './render';

export type Values = Readonly<Record<string, number>>;

/** Cell i holds the number `from` + i, so that each misplacement shows. */
export function numbered(form: Form, from = 1): Values {
  return Object.fromEntries(cellIdsOf(form).map((id, index) => [id, from + index]));
}

/** A report whose sums are right, hardly two rows alike. */
export function agreeing(form: Form): Values {
  const cells: Record<string, number> = Object.fromEntries(cellIdsOf(form).map((id, index) => [id, (index * 7) % 11]));
  const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + (cells[id] ?? 0), 0);
  for (const id of Object.keys(cells)) if (id.startsWith('applications.carriedIn.')) cells[id] = 0;
  for (const kind of ['outcomes-sum', 'balance', 'applicants-sum', 'results-sum']) {
    for (const { id, left, right } of form.tables.flatMap((table) => table.relations)) {
      const [first = '', ...rest] = left;
      if (id === kind) cells[first] = sum(right) - sum(rest);
    }
  }
  return cells;
}
