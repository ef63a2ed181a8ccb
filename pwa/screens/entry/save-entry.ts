/** An entry as a report like any other: checked beside last year's, kept, opened. */

import { reportId } from '../../../core/exchange/report-id';
import { sourceNameOf } from '../../../core/exchange/source-name';
import { check, type Form, ok, type Result } from '../../../core/index';
import { version } from '../../../package.json';
import { checkOptions } from '../../checklists/check-options';
import { checklistFor } from '../../checklists/in-use';
import { chooseFor } from '../../db/checklist-choice';
import { type Entry, finishEntry } from '../../db/entries';
import { checkBeside, type StorageFailure } from '../../db/index';
import { link } from '../../intake/run';
import { askToKeep } from '../../offline/persistence';
import { go } from '../../route';
import { documentOfEntry } from './entry-document';

export async function saveEntry(entry: Entry, form: Form): Promise<Result<void, StorageFailure>> {
  const document = documentOfEntry(entry, form);
  const source = { address: null, fileName: entry.pictures[0] ?? null };
  const id = reportId(document, source);
  const sourceName = sourceNameOf(source, id);
  const chosen = await checklistFor(id);
  const { outcome, beside } = await checkBeside((previous) =>
    check(document, checkOptions({ sourceName, previous, checklist: chosen?.checklist })),
  );
  const report = { id, savedAt: new Date().toISOString(), source, document, outcome, checkedBy: version };
  const saved = await finishEntry(entry, report, beside);
  if (!saved.ok) return saved;
  if (chosen !== null) await chooseFor(id, chosen.id);
  void askToKeep();
  go({ screen: 'report', id });
  void link();
  return ok(undefined);
}
