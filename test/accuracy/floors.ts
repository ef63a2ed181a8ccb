/** Floors of accuracy: what was reached once is never given up unseen. They stand in `floors.json` and only rise. */
import type { Measured, Share } from './measure';

/** By class, then by what is measured: `n` cases, and ratios cut off after the fourth digit, coverage after the second. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Comparison {
  /** What lies below its floor, or is no longer measured. */
  readonly below: readonly string[];
  /** What lies above it, or has none yet. */
  readonly above: readonly string[];
}

export function compare(measured: readonly Measured[], floors: Floors): Comparison {
  const now = floorsOf(measured);
  const below: string[] = [];
  const above: string[] = [];
  for (const [name, own] of Object.entries(floors)) {
    for (const [what, floor] of Object.entries(own)) {
      const value = now[name]?.[what];
      if (value === undefined) below.push(`${name}, ${what}: no longer measured, floor ${floor}`);
      else if (value < floor) below.push(`${name}, ${what}: ${value}, floor ${floor}`);
    }
  }
  for (const [name, own] of Object.entries(now)) {
    for (const [what, value] of Object.entries(own)) {
      const floor = floors[name]?.[what];
      if (floor === undefined || value > floor) above.push(`${name}, ${what}: ${value}, floor ${floor ?? 'none'}`);
    }
  }
  return { below, above };
}

/** The higher of both, value by value: raising never lowers, and never forgets. */
export function raised(measured: readonly Measured[], floors: Floors): Floors {
  const now = floorsOf(measured);
  const names = [...new Set([...Object.keys(floors), ...Object.keys(now)])];
  return Object.fromEntries(
    names.map((name) => {
      const kinds = [...new Set([...Object.keys(floors[name] ?? {}), ...Object.keys(now[name] ?? {})])];
      const own = kinds.map((what): [string, number] => [
        what,
        Math.max(floors[name]?.[what] ?? 0, now[name]?.[what] ?? 0),
      ]);
      return [name, Object.fromEntries(own)];
    }),
  );
}

function floorsOf(measured: readonly Measured[]): Floors {
  return Object.fromEntries(
    measured
      .filter(({ skipped }) => skipped === undefined)
      .map(({ name, n, shares }) => [
        name,
        Object.fromEntries([
          ['n', n],
          ...Object.entries(shares).map(([what, share]) => [what, ratio(share, COVERAGE.has(what) ? 100 : 10_000)]),
        ]),
      ]),
  );
}

/** Coverage is of the readers: another layout among them moves it a little. */
const COVERAGE: ReadonlySet<string> = new Set(['cells', 'relations']);

/** Nothing said is nothing said wrongly. */
function ratio({ hits, of }: Share, steps: number): number {
  return of === 0 ? 1 : Math.floor((hits * steps) / of) / steps;
}
