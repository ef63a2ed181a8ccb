/** From a list in a page to a round with a page of its own. */
import { roundAddress } from '../round/addresses';
import { addItems, addRound, listRounds } from '../round/store';
import type { Column } from './report-links';

/** A list that was opened in the last day goes on where it is: the user turned a page of it, or came back. */
const SAME = 24 * 60 * 60 * 1000;

export async function openRound(column: Column): Promise<void> {
  await chrome.tabs.create({ url: roundAddress(await roundOf(column)) });
}

async function roundOf(column: Column): Promise<number> {
  const { address, title, reports, pages, scripted, elsewhere, unopened, beyond } = column;
  const items = reports.map((report) => ({ ...report, before: null }));
  const now = Date.now();
  const begun = (await listRounds()).find(
    (round) => round.kind === 'column' && round.address === address && now - Date.parse(round.begun) < SAME,
  );
  if (begun !== undefined) {
    const unread = pages.filter((page) => !begun.read.includes(page));
    await addItems(begun.id, items, {
      pages: [...new Set([...begun.pages, ...unread])],
      scripted,
      elsewhere,
      unopened,
      beyond,
    });
    return begun.id;
  }
  const round = { kind: 'column', address, title, begun: new Date(now).toISOString(), units: '' } as const;
  return addRound({ ...round, read: [], pages: [...pages], scripted, elsewhere, unopened, beyond }, items);
}
