import { expect, test } from 'vitest';
import {
  ATTEMPTS,
  askPolitely,
  BACK_OFF,
  GIVE_UP,
  LONGEST_BACK_OFF,
  PAUSE,
  retryAfter,
  type Visit,
} from '../../extension/round/polite';

interface Asked {
  readonly item: string;
  readonly at: number;
}

/** A clock that moves when everybody sleeps, to where the first wakes; visits take no time. */
async function run(items: readonly string[], answer: (item: string, attempt: number) => Visit, stopAt = Infinity) {
  let now = 0;
  const asked: Asked[] = [];
  const stopper = new AbortController();
  let atOnce = 0;
  let most = 0;
  const asleep: { readonly until: number; readonly wake: () => void }[] = [];
  const clock = setInterval(() => {
    asleep.sort((a, b) => a.until - b.until);
    const first = asleep.shift();
    now = Math.max(now, first?.until ?? now);
    first?.wake();
  });
  const end = await askPolitely(items, {
    signal: stopper.signal,
    now: () => now,
    sleep: (milliseconds) => new Promise((wake) => asleep.push({ until: now + milliseconds, wake })),
    visit: async (item) => {
      asked.push({ item, at: now });
      if (asked.length >= stopAt) stopper.abort();
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      return answer(item, asked.filter((each) => each.item === item).length);
    },
  });
  clearInterval(clock);
  return { end, asked, most };
}

const settled: Visit = { kind: 'settled' };
const later = (wait: number | null = null): Visit => ({ kind: 'later', wait });

test('each once, a pause between any two, two at a time at most', async () => {
  const { end, asked, most } = await run(['a', 'b', 'c', 'd'], () => settled);
  expect(end).toBe('done');
  expect(asked.map(({ item }) => item).sort()).toEqual(['a', 'b', 'c', 'd']);
  const pauses = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(PAUSE);
  expect(most).toBeLessThanOrEqual(2);
});

test('a site in trouble is left alone, longer each time, and asked again', async () => {
  const { end, asked } = await run(['a'], (_, attempt) => (attempt < 3 ? later() : settled));
  expect(end).toBe('done');
  expect(asked.map(({ at }) => at)).toEqual([0, BACK_OFF, BACK_OFF * 3]);
});

test('as long as the site says, up to a minute', async () => {
  const { asked } = await run(['a'], (_, attempt) => (attempt === 1 ? later(7000) : settled));
  expect(asked[1]?.at).toBe(7000);
  const long = await run(['a'], (_, attempt) => (attempt === 1 ? later(9e9) : settled));
  expect(long.asked[1]?.at).toBe(LONGEST_BACK_OFF);
});

test('one address that never answers does not hold up the others for ever', async () => {
  const { end, asked } = await run(['a', 'b', 'c'], (item) => (item === 'a' ? later() : settled));
  expect(end).toBe('done');
  expect(asked.filter(({ item }) => item === 'a')).toHaveLength(ATTEMPTS);
});

test('a site that refuses everything is not asked for the rest', async () => {
  const items = Array.from({ length: 50 }, (_, at) => String(at));
  const { end, asked } = await run(items, () => later());
  expect(end).toBe('refused');
  expect(asked.length).toBeLessThanOrEqual(GIVE_UP + 1);
});

test('stopped at once', async () => {
  const { end, asked } = await run(['a', 'b', 'c', 'd', 'e'], () => settled, 2);
  expect(end).toBe('stopped');
  expect(asked).toHaveLength(2);
});

test('Retry-After in seconds and as a date', () => {
  expect(retryAfter('3', 0)).toBe(3000);
  expect(retryAfter('Thu, 01 Jan 1970 00:00:09 GMT', 4000)).toBe(5000);
  for (const header of [null, 'soon', 'Thu, 01 Jan 1970 00:00:09 GMT', '0']) expect(retryAfter(header, 1e6)).toBe(null);
});
