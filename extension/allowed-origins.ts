/**
 * Which hosted apps may exchange. Any page can call itself the app, so the user names each origin once, in the panel;
 * those given at build time need no word.
 */
import * as z from 'zod/mini';

const KEY = 'handover.origins';
const listSchema = z.array(z.string());

export async function isAllowed(origin: string): Promise<boolean> {
  return __APP_ORIGINS__.includes(origin) || (await allowedOrigins()).includes(origin);
}

export async function setAllowed(origin: string, allowed: boolean): Promise<void> {
  const others = (await allowedOrigins()).filter((each) => each !== origin);
  await chrome.storage.local.set({ [KEY]: allowed ? [...others, origin] : others });
}

/** Those that the user named. */
export async function allowedOrigins(): Promise<readonly string[]> {
  const list = listSchema.safeParse((await chrome.storage.local.get(KEY))[KEY]);
  return list.success ? list.data : [];
}
