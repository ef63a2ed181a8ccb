/** 自定报表格式 in the store: the last word on each, among the opinions. */
import { type KeptForm, OWN_FORMS_BEGIN, ownFormSubject, ownFormsOf, ownFormText } from '../../core/exchange/own-form';
import type { OwnForm, Result } from '../../core/index';
import type { StorageFailure } from './attempt';
import { database } from './database';
import { guardOpinions } from './opinions';
import { say } from './say';

export async function loadOwnForms(): Promise<readonly KeptForm[]> {
  const rows = await database.opinions.where('finding').startsWith(OWN_FORMS_BEGIN).toArray();
  return ownFormsOf(guardOpinions(rows).opinions);
}

/** Adds a form or says anew what it is; null deletes it, and the same form said again brings it back. */
export function keepOwnForm(id: string, form: OwnForm | null): Promise<Result<unknown, StorageFailure>> {
  return say(ownFormSubject(id), '', { own: form === null ? '' : ownFormText(form) });
}
