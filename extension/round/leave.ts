/**
 * Leave to read sites: asked for those of a round alone, at the click that starts it, and given back at its end. What
 * was asked for is written down, so that a round cut short by a crash leaves none standing; leave that stands for
 * another reason is not touched.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

const KEY = 'round.leave';
const listSchema = z.array(z.string());
const LOCK = 'gouji-round-';

export function originsOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((address) => new URL(address).origin))].sort();
}

/** Must be called in the turn of a click. False where the person said no, or the office's policy for its browsers. */
export async function askLeave(origins: readonly string[]): Promise<boolean> {
  const wanted = origins.map((origin) => `${origin}/*`);
  // Not awaited before asking: the browser would no longer see the click.
  const before = chrome.permissions.getAll();
  const given = await chrome.permissions.request({ origins: wanted }).catch(() => false);
  if (!given) return false;
  const { origins: held = [] } = await before;
  const ours = wanted.filter((origin) => !held.includes(origin));
  await chrome.storage.local.set({ [KEY]: [...new Set([...(await asked()), ...ours])] });
  return true;
}

/** Gives back what rounds asked for; not yet while one of them, in whatever window, is still at work. */
export async function giveBack(): Promise<void> {
  const held = (await navigator.locks?.query())?.held ?? [];
  if (held.some(({ name }) => name?.startsWith(LOCK))) return;
  const origins = [...(await asked())];
  if (origins.length === 0) return;
  await chrome.permissions.remove({ origins });
  await chrome.storage.local.remove(KEY);
}

/** Null where another window has this round. Browsers without locks take the chance of asking a site twice. */
export async function alone<T>(round: number, run: () => Promise<T>): Promise<T | null> {
  if (!('locks' in navigator)) return run();
  return navigator.locks.request(`${LOCK}${round}`, { ifAvailable: true }, (lock) => (lock === null ? null : run()));
}

async function asked(): Promise<readonly string[]> {
  const list = listSchema.safeParse((await chrome.storage.local.get(KEY))[KEY]);
  return list.success ? list.data : [];
}
