/** 明细 of reports that have none: kept by an older version, by the extension, or come from a colleague. */
import { allDetails, database, remakeDetails } from '../db/index';
import { detailsOf } from '../details-of';

/** How many were made. A report that cannot be read has none. */
export async function makeDetails(onProgress: (done: number, total: number) => void): Promise<number> {
  const kept = await allDetails();
  const due = (await database.reports.toCollection().primaryKeys()).filter((id) => !kept.has(id));
  let made = 0;
  for (const [index, id] of due.entries()) {
    if (index % 10 === 0) onProgress(index, due.length);
    const one = await remakeDetails(id, detailsOf);
    // A full or closed store ends it; a report that the core cannot speak of costs only itself.
    if (!one.ok && one.error.code !== 'other') throw new Error(one.error.reason);
    if (one.ok && one.value) made += 1;
  }
  return made;
}
