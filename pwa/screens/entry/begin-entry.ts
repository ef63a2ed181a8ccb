/** A new entry, with its pictures where there are any. */
import { type Form, forms } from '../../../core/index';
import { addPictures, type Entry, type PictureFile, picturesOf, putEntry } from '../../db/entries';
import { randomId } from '../../db/index';
import { go } from '../../route';
import { MAX_KEPT } from './limits';
import { unstoredEntries, unstoredPictures } from './unstored';

/** Newest first: the one in force stands first. */
export const formsToChoose: readonly Form[] = [...forms].sort((a, b) => b.years.from - a.years.from);

/** Opens it too. Where the store has no room, it lives as long as this page, and the screen says so. */
export async function beginEntry(pictures: readonly PictureFile[], form = formsToChoose[0]?.id ?? ''): Promise<Entry> {
  const entry: Entry = {
    id: randomId(),
    changedAt: new Date().toISOString(),
    form,
    organ: '',
    year: '',
    cells: {},
    prose: {},
    pictures: pictures.map(({ name }) => name),
    report: null,
  };
  const kept = await putEntry(entry);
  if (!kept.ok) unstoredEntries.set(entry.id, entry);
  await keepPictures(entry.id, pictures);
  go({ screen: 'entry', id: entry.id });
  return entry;
}

/** Whether all are kept; those that are not are shown all the same, until the page is closed. */
export async function keepPictures(entry: string, pictures: readonly PictureFile[]): Promise<boolean> {
  if (pictures.length === 0) return true;
  const before = unstoredPictures.get(entry)?.pictures ?? [];
  const size = [...(await picturesOf(entry)), ...pictures].reduce((sum, { blob }) => sum + blob.size, 0);
  const kept = size > MAX_KEPT ? null : await addPictures(entry, pictures);
  if (kept?.ok === true) return true;
  unstoredPictures.set(entry, { pictures: [...before, ...pictures], why: kept === null ? 'size' : kept.error });
  return false;
}
