/** Two stores exchange in parts over a way that loses questions, answers and whole workers: they converge. */
import { describe, expect, it } from 'vitest';
import {
  beginning,
  countFitting,
  END,
  isOver,
  type PlaceInStore,
  type Progress,
  progressSchema,
  stepDone,
} from '../../core/exchange/parts';
import { type Random, seeded } from '../support/random';

interface Store {
  readonly reports: Set<string>;
  readonly opinions: Set<string>;
}

interface Part {
  readonly reports: readonly string[];
  readonly opinions: readonly string[];
  readonly upTo: PlaceInStore;
}

/** As the stores of the app do it, with sizes of rows instead of rows. */
function partOf(store: Store, after: PlaceInStore, room: number): Part {
  const behind = (set: Set<string>, id: string): string[] => [...set].filter((each) => each > id).sort();
  const size = (id: string): number => Number(id.split('-')[1]);
  const reports = after.in === 'reports' ? behind(store.reports, after.after) : [];
  const first = reports.slice(0, countFitting(reports.map(size), room, true));
  if (first.length < reports.length)
    return { reports: first, opinions: [], upTo: { in: 'reports', after: first.at(-1) ?? '' } };
  const left = room - first.reduce((sum, id) => sum + size(id), 0);
  const opinions = after.in === 'end' ? [] : behind(store.opinions, after.in === 'opinions' ? after.after : '');
  const second = opinions.slice(0, countFitting(opinions.map(size), left, first.length === 0));
  if (second.length < opinions.length)
    return { reports: first, opinions: second, upTo: { in: 'opinions', after: second.at(-1) ?? '' } };
  return { reports: first, opinions: second, upTo: END };
}

function merge(store: Store, part: Part): Progress['counts'] {
  const add = (set: Set<string>, ids: readonly string[]) => {
    const added = ids.filter((id) => !set.has(id)).length;
    for (const id of ids) set.add(id);
    return { added, known: ids.length - added };
  };
  return { reports: add(store.reports, part.reports), opinions: add(store.opinions, part.opinions) };
}

function storeOf(random: Random): Store {
  const ids = (count: number): Set<string> =>
    new Set(Array.from({ length: count }, () => `${random.int(0, 30).toString(36)}-${random.int(1, 40)}`));
  return { reports: ids(random.int(0, 20)), opinions: ids(random.int(0, 20)) };
}

const union = (a: Set<string>, b: Set<string>): string[] => [...new Set([...a, ...b])].sort();

describe('an exchange in parts', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('converges, whatever is lost on the way (%i)', (seed) => {
    const random = seeded(seed);
    const [app, extension] = [storeOf(random), storeOf(random)];
    const expected = [union(app.reports, extension.reports), union(app.opinions, extension.opinions)];
    const missing = { reports: extension.reports.size, opinions: extension.opinions.size };
    for (const id of app.reports) if (extension.reports.has(id)) missing.reports--;
    for (const id of app.opinions) if (extension.opinions.has(id)) missing.opinions--;
    const room = random.int(1, 120);
    let progress = beginning('t');
    for (let tries = 0; !isOver(progress); tries++) {
      expect(tries).toBeLessThan(1000);
      // What is kept between two steps is text: the page may be closed, the worker stopped.
      progress = progressSchema.parse(JSON.parse(JSON.stringify(progress)));
      const ours = partOf(app, progress.sent, room);
      if (random.int(0, 9) < 2) continue; // The question is lost.
      merge(extension, ours);
      const theirs = partOf(extension, progress.got, room);
      if (random.int(0, 9) < 2) continue; // The answer is lost, with what was merged.
      const counts = merge(app, theirs);
      progress = stepDone(progress, { sent: ours.upTo, got: theirs.upTo, counts, leftOut: 0 });
    }
    expect([[...app.reports].sort(), [...app.opinions].sort()]).toEqual(expected);
    expect([[...extension.reports].sort(), [...extension.opinions].sort()]).toEqual(expected);
    // Each row is new once, however often it was sent.
    expect(progress.counts.reports.added).toBe(missing.reports);
    expect(progress.counts.opinions.added).toBe(missing.opinions);
  });
});

it('a part holds what fits, and one row in any case', () => {
  expect(countFitting([3, 3, 3], 7, true)).toBe(2);
  expect(countFitting([9, 1], 7, true)).toBe(1);
  expect(countFitting([9, 1], 7, false)).toBe(0);
  expect(countFitting([], 7, true)).toBe(0);
});
