/** 自定报表格式 in the store: the last word on each, among the opinions, and those that checklists carry. */
import { CHECKLISTS_BEGIN } from '../../core/exchange/checklist-subject';
import { type KeptForm, OWN_FORMS_BEGIN, ownFormSubject, ownFormsOf, ownFormText } from '../../core/exchange/own-form';
import type { Opinion } from '../../core/exchange/schema';
import type { OwnForm, Result } from '../../core/index';
import type { StorageFailure } from './attempt';
import { database } from './database';
import { guardOpinions } from './opinions';
import { say } from './say';

export async function loadOwnForms(): Promise<readonly KeptForm[]> {
  return ownFormsOf(await ownFormWords());
}

/** All that was said of them. */
export async function ownFormWords(): Promise<readonly Opinion[]> {
  const rows = await database.opinions.where('finding').startsWithAnyOf(OWN_FORMS_BEGIN, CHECKLISTS_BEGIN).toArray();
  return guardOpinions(rows).opinions;
}

/** Adds a form or says anew what it is; null deletes it, and the same form said again brings it back. */
export function keepOwnForm(id: string, form: OwnForm | null): Promise<Result<unknown, StorageFailure>> {
  return say(ownFormSubject(id), '', { own: form === null ? '' : ownFormText(form) });
}
