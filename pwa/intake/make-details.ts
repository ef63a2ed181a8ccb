/** 明细 of reports that have none: kept by an older version, by the extension, or come from a colleague. */
import { formsStamp } from '../../core/exchange/own-form';
import { allDetails, database, loadOwnForms, remakeDetails } from '../db/index';
import { detailsOf } from '../details-of';

/** How many were made. A report that cannot be read has none; one of other forms of people's own is made anew. */
export async function makeDetails(onProgress: (done: number, total: number) => void): Promise<number> {
  const forms = await loadOwnForms();
  const stamp = formsStamp(forms);
  const kept = await allDetails();
  const due = (await database.reports.toCollection().primaryKeys()).filter((id) => kept.get(id)?.forms !== stamp);
  let made = 0;
  for (const [index, id] of due.entries()) {
    if (index % 10 === 0) onProgress(index, due.length);
    const one = await remakeDetails(id, (report) => detailsOf(report, forms));
    // A full or closed store ends it; a report that the core cannot speak of costs only itself.
    if (!one.ok && one.error.code !== 'other') throw new Error(one.error.reason);
    if (one.ok && one.value) made += 1;
  }
  return made;
}
