import { beforeEach, expect, it } from 'vitest';
import { type PlaceInStore, START } from '../../core/exchange/parts';
import type { Bundle } from '../../core/exchange/schema';
import { database, exportBundle, exportPart, saveReport } from '../../pwa/db/index';
import { opinion, saved } from './sample';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

it('parts of the store are all of it, each row once, none larger than asked for but by one row', async () => {
  for (const name of ['planted-2024.html', 'liaozi-township-2024.txt', 'shuyang-development-bureau-2023.html'])
    await saveReport(saved(name));
  await database.opinions.bulkAdd(Array.from({ length: 40 }, (_, index) => opinion({ id: `o${index}` })));
  const parts: Bundle[] = [];
  for (let after: PlaceInStore = START; after.in !== 'end'; ) {
    const { bundle, upTo } = await exportPart(after, 3000);
    parts.push(bundle);
    after = upTo;
  }
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.every(({ reports }) => reports.length <= 1)).toBe(true);
  const { bundle } = await exportBundle();
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  expect(ids(parts.flatMap(({ reports }) => reports)).sort()).toEqual(ids(bundle.reports).sort());
  expect(ids(parts.flatMap(({ opinions }) => opinions)).sort()).toEqual(ids(bundle.opinions).sort());
});

it('a small store is one part, and what lies behind its end is nothing', async () => {
  await saveReport(saved('planted-2024.html'));
  const { bundle, upTo } = await exportPart(START);
  expect([bundle.reports.length, upTo]).toEqual([1, { in: 'end' }]);
  expect((await exportPart(upTo)).bundle.reports).toEqual([]);
});
