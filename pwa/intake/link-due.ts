/**
 * What the hosted app handed over came by message to a worker that may be stopped at any moment, part by part: each report
 * was checked beside those of its part alone. The next window of the app checks it beside its neighbours in the store.
 */
import { loadSetting, saveSetting } from '../db/index';

export async function linkDue(): Promise<void> {
  const due = await loadSetting('linkDue');
  if (due === '') return;
  const { linkYears } = await import('./link-years');
  await linkYears(() => undefined);
  // More may have come meanwhile.
  if ((await loadSetting('linkDue')) === due) await saveSetting('linkDue', '');
}
