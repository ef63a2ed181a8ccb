/** How busy the machine is meanwhile: a fixed loop beside what is timed by the clock takes so many times as long as it can. */

export interface Slowness {
  readonly mean: number;
  /** 95 of 100 loops were no slower. */
  readonly p95: number;
}

/**
 * What a run of tests holds of an aim: twice as much. No loop beside tells all of what others on the
 * machine take; the figures themselves are printed, and the aims are for those who read them.
 */
export const held = (aim: number): number => 2 * aim;

/** Milliseconds between two loops. */
const PAUSE = 200;
/** The quickest loop so far, taken for one that nobody disturbed. */
let least = Number.POSITIVE_INFINITY;

/** Starts to watch; the function ends it. */
export function watchSlowness(): () => Slowness {
  const times = [fixedLoop()];
  const timer = setInterval(() => times.push(fixedLoop()), PAUSE);
  return () => {
    clearInterval(timer);
    for (let more = 0; more < 10; more++) times.push(fixedLoop());
    const sorted = times.sort((a, b) => a - b);
    const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
    return { mean: mean / least, p95: (sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0) / least };
  };
}

/** Some milliseconds of work. */
function fixedLoop(): number {
  const from = performance.now();
  let sum = 0;
  for (let at = 0; at < 2_000_000; at++) sum = (Math.imul(sum ^ at, 0x01000193) >>> 0) + (at & 7);
  const time = performance.now() - from + (sum < 0 ? 1 : 0);
  least = Math.min(least, time);
  return time;
}
