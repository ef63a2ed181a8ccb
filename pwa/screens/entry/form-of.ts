import type { Form } from '../../../core/index';
import type { Entry } from '../../db/entries';
import { formsToChoose } from './begin-entry';

/** The form of an entry; the newest where a later version wrote one that this one does not know. */
export function formOf({ form }: Pick<Entry, 'form'>): Form {
  const found = formsToChoose.find(({ id }) => id === form) ?? formsToChoose[0];
  if (found === undefined) throw new Error('there is a form');
  return found;
}

export function cellCount(form: Form): number {
  return form.tables.reduce((sum, { rows }) => sum + rows.reduce((own, { cells }) => own + cells.length, 0), 0);
}

/** Cells of the form with something in them; what was typed into another form and has no place here does not count. */
export function typedCount(entry: Entry, form: Form): number {
  return form.tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter(({ id }) => (entry.cells[id] ?? '').trim() !== '').length;
}
