/** How sites are asked: two requests at a time, a pause between any two, longer where the site is in trouble. */

export const AT_ONCE = 2;
export const PAUSE = 500;
/** Of one address, in all. */
export const ATTEMPTS = 3;
/** Milliseconds; doubled at each trouble in a row. */
export const BACK_OFF = 2000;
export const LONGEST_BACK_OFF = 60_000;
/** So many troubles in a row, with all their waiting: the site does not want to, or is down. */
export const GIVE_UP = 8;

/** What came of one request. `later`: 429, 5xx or no answer; `wait`: milliseconds that the site asks for. */
export type Visit = { readonly kind: 'settled' } | { readonly kind: 'later'; readonly wait: number | null };

export interface Manners<T> {
  readonly signal: AbortSignal;
  /** `last`: it will not be asked again. */
  visit(item: T, last: boolean): Promise<Visit>;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  now(): number;
  /** The site is in trouble: nothing is asked for so many milliseconds. */
  onBackOff?(milliseconds: number): void;
}

/** `refused`: too many troubles in a row; what is left was not asked for. */
export type End = 'done' | 'stopped' | 'refused';

export async function askPolitely<T>(items: readonly T[], manners: Manners<T>): Promise<End> {
  const queue = items.map((item) => ({ item, attempts: 0 }));
  let open = manners.now();
  let troubles = 0;
  let refused = false;

  /** One at a time passes, a pause apart. */
  const pass = async (): Promise<void> => {
    for (;;) {
      const wait = open - manners.now();
      if (wait <= 0) break;
      await manners.sleep(wait, manners.signal);
      if (manners.signal.aborted) return;
    }
    open = manners.now() + PAUSE;
  };

  const settle = (entry: { item: T; attempts: number }, visit: Visit): void => {
    if (visit.kind === 'settled') {
      troubles = 0;
      return;
    }
    troubles += 1;
    refused ||= troubles >= GIVE_UP;
    const wait = Math.min(LONGEST_BACK_OFF, Math.max(visit.wait ?? 0, BACK_OFF * 2 ** Math.min(troubles - 1, 10)));
    open = Math.max(open, manners.now() + wait);
    manners.onBackOff?.(wait);
    if (entry.attempts < ATTEMPTS) queue.unshift(entry);
  };

  const ask = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      await pass();
      if (manners.signal.aborted || refused) return;
      entry.attempts += 1;
      const visit = await manners.visit(entry.item, entry.attempts >= ATTEMPTS);
      if (manners.signal.aborted) return;
      settle(entry, visit);
    }
  };

  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  if (manners.signal.aborted) return 'stopped';
  return refused ? 'refused' : 'done';
}

/** Ends early, without an error, where the signal does. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** `Retry-After`: seconds, or a date. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}
