import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { recheckBundle } from '../../core/exchange/recheck';
import type { Bundle } from '../../core/exchange/schema';
import type { Outcome } from '../../core/index';
import { attempt } from '../../pwa/db/attempt';
import {
  addOpinion,
  addOpinions,
  allOpinions,
  checkBeside,
  checkInSeries,
  database,
  deleteReport,
  exportBundle,
  listReports,
  loadReport,
  loadSetting,
  mergeBundle,
  opinionsOf,
  previewBundle,
  saveReport,
  saveSetting,
} from '../../pwa/db/index';
import { exportReports } from '../../pwa/exchange/export-reports';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const seed = saved('liaozi-township-2024.txt');

beforeEach(async () => {
  await database.delete();
  await database.open();
});

async function fill(bundle: Pick<Bundle, 'reports' | 'opinions'>): Promise<void> {
  await database.reports.bulkPut(bundle.reports);
  await database.opinions.bulkPut(bundle.opinions);
}

describe('reports', () => {
  it('keeps one of the same content, however often it is saved', async () => {
    expect(await saveReport(planted)).toEqual({ ok: true, value: 'added' });
    expect(await saveReport({ ...planted, savedAt: '2026-02-01T00:00:00.000Z' })).toEqual({ ok: true, value: 'known' });
    expect(await database.reports.toArray()).toEqual([planted]);
  });

  it('takes the result of another version of the program, and leaves opinions alone', async () => {
    await saveReport(planted);
    await database.opinions.add(opinion());
    const newer = { ...planted, checkedBy: '0.2.0', savedAt: '2026-03-01T00:00:00.000Z' };
    expect(await saveReport(newer)).toEqual({ ok: true, value: 'updated' });
    expect(await loadReport(planted.id)).toEqual(newer);
    expect((await allOpinions()).opinions).toEqual([opinion()]);
  });

  it('lists the latest first, with what is wrong in each', async () => {
    await saveReport({ ...planted, savedAt: '2026-01-01T00:00:00.000Z' });
    await saveReport({ ...seed, savedAt: '2026-01-02T00:00:00.000Z' });
    const { reports, unreadable } = await listReports();
    expect(unreadable).toBe(0);
    expect(reports.map((report) => [report.organ, report.year, report.counts.error])).toEqual([
      ['城口县蓼子乡人民政府', 2024, 0],
      ['示例县人民政府', 2024, 4],
    ]);
  });

  it('shows a report again after it was saved anew', async () => {
    await saveReport(planted);
    await listReports();
    await saveReport({ ...planted, checkedBy: '0.2.0', savedAt: '2026-03-01T00:00:00.000Z' });
    expect((await listReports()).reports[0]?.savedAt).toBe('2026-03-01T00:00:00.000Z');
  });

  it('counts rows that no longer fit, and throws none away', async () => {
    await saveReport(seed);
    await database.reports.put({ id: 'broken', savedAt: '2026-01-01T00:00:00.000Z', outcome: 7 });
    await database.reports.put({ id: 'without a date' });
    const { reports, unreadable } = await listReports();
    expect(reports.map((report) => report.id)).toEqual([seed.id]);
    expect(unreadable).toBe(2);
    expect(await loadReport('broken')).toBe('unreadable');
    expect(await loadReport('nowhere')).toBeNull();
    expect(await database.reports.count()).toBe(3);
  });

  it('gives a deleted report back as it was, also one that cannot be read', async () => {
    await saveReport(planted);
    await database.reports.put({ id: 'broken', savedAt: 'x' });
    for (const id of [planted.id, 'broken']) {
      const before = await database.reports.get(id);
      const deleted = await deleteReport(id);
      expect(await database.reports.get(id)).toBeUndefined();
      if (deleted.ok) await deleted.value();
      expect(await database.reports.get(id)).toEqual(before);
    }
  });
});

describe('opinions', () => {
  it('counts beyond all it has seen, also what came from elsewhere', async () => {
    await fill({ reports: [], opinions: [opinion({ id: 'far', counter: 41 })] });
    const { id, counter, ...word } = opinion();
    const first = await addOpinion(word);
    const both = await addOpinions([word, word]);
    expect(first.ok && first.value.counter).toBe(42);
    expect(both.ok && both.value.map((each) => each.counter)).toEqual([43, 44]);
    expect(new Set((await allOpinions()).opinions.map((each) => each.id)).size).toBe(4);
    expect([id, counter]).toEqual(['a', 1]);
  });

  it('finds those of the given findings, and counts rows that do not fit', async () => {
    await fill({ reports: [], opinions: [opinion(), opinion({ id: 'b', finding: 'g' })] });
    await database.opinions.put({ id: 'broken', finding: 'f', counter: 'x' });
    expect(await opinionsOf(['f'])).toEqual({ opinions: [opinion()], unreadable: 1 });
    expect(await database.opinions.count()).toBe(3);
  });
});

describe('bundles', () => {
  it('merges by union: what is here stays as it is, what is new comes in, twice changes nothing', async () => {
    const mine = { ...planted, savedAt: '2026-01-05T00:00:00.000Z' };
    await fill({ reports: [mine], opinions: [opinion()] });
    const theirs: Bundle = {
      format: 'gouji',
      version: 1,
      reports: [{ ...planted, savedAt: '2025-12-31T00:00:00.000Z' }, seed, seed],
      opinions: [opinion({ value: 'fixed' }), opinion({ id: 'b', author: '李' })],
    };
    expect((await previewBundle(recheckBundle(theirs, '0.1.0'))).newReports).toEqual([seed]);
    expect(await mergeBundle(recheckBundle(theirs, '0.1.0'))).toEqual({
      ok: true,
      value: { reports: { added: 1, known: 1 }, opinions: { added: 2, known: 0 } },
    });
    expect(await mergeBundle(recheckBundle(theirs, '0.1.0'))).toEqual({
      ok: true,
      value: { reports: { added: 0, known: 2 }, opinions: { added: 0, known: 2 } },
    });
    expect(await loadReport(planted.id)).toEqual(mine);
    expect((await allOpinions()).opinions).toEqual([
      opinion(),
      // Another word under the same id: it comes beside it.
      { ...opinion({ value: 'fixed' }), id: expect.stringMatching(/^a~/) },
      opinion({ id: 'b', author: '李' }),
    ]);
  });

  it('makes two homes the same, whichever way goes first', async () => {
    const a = { reports: [planted], opinions: [opinion()] };
    const b = { reports: [seed], opinions: [opinion({ id: 'b' })] };
    const ends: Bundle[] = [];
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      await Promise.all([database.reports.clear(), database.opinions.clear()]);
      await fill(here);
      await mergeBundle(recheckBundle({ format: 'gouji', version: 1, ...there }, '0.1.0'));
      ends.push((await exportBundle()).bundle);
    }
    expect(ends[0]).toEqual(ends[1]);
    expect(ends[0]?.reports).toHaveLength(2);
  });

  it('exports chosen reports with what was said of them, and counts what cannot be read', async () => {
    const finding = planted.outcome.findings[0]?.fingerprint ?? '';
    await fill({ reports: [planted, seed], opinions: [opinion({ finding }), opinion({ id: 'other', finding: 'x' })] });
    await database.reports.put({ id: 'broken', savedAt: 'x' });
    const some = await exportReports([planted.id]);
    expect(some.bundle.reports).toEqual([planted]);
    expect(some.bundle.opinions.map((each) => each.id)).toEqual(['a']);
    expect(some.unreadable).toBe(0);
    const all = await exportBundle();
    expect(all.bundle.opinions).toHaveLength(2);
    expect(all.unreadable).toBe(1);
  });
});

describe('settings and failures', () => {
  it('remembers a setting, and takes a broken row for none', async () => {
    await saveSetting('author', '王');
    expect(await loadSetting('author')).toBe('王');
    await database.settings.put({ key: 'author', value: 7 });
    expect(await loadSetting('author')).toBe('');
  });

  it('tells a full store from a closed one', async () => {
    const named = (name: string): Error => Object.assign(new Error('no'), { name });
    const fail = (error: unknown) => attempt(() => Promise.reject(error));
    const wrapped = Object.assign(named('AbortError'), { inner: named('QuotaExceededError') });
    expect(await fail(wrapped)).toEqual({ ok: false, error: { code: 'full', reason: 'no' } });
    expect(await fail(named('DatabaseClosedError'))).toMatchObject({ error: { code: 'closed' } });
    expect(await fail('odd')).toEqual({ ok: false, error: { code: 'other', reason: 'odd' } });
  });

  it('says so when the store is shut', async () => {
    database.close({ disableAutoOpen: true });
    expect(await saveReport(planted)).toMatchObject({ ok: false, error: { code: 'closed' } });
  });
});

describe('a series of reports', () => {
  it('checks beside last year’s report of the same organ, where one is kept', async () => {
    const { outcome } = planted;
    const seen: (Outcome | undefined)[] = [];
    const checked = (previous?: Outcome): Outcome => {
      seen.push(previous);
      return { ...outcome, year: (outcome.year ?? 0) + 1 };
    };
    await checkInSeries(checked);
    expect(seen).toEqual([undefined]);
    await saveReport(planted);
    await checkInSeries(checked);
    expect(seen.map((each) => each?.year)).toEqual([undefined, undefined, outcome.year]);
  });

  it('finds last year’s report in a store of a version that kept no summaries', async () => {
    await database.delete();
    const older = new Dexie('gouji');
    older.version(2).stores({
      reports: 'id, [savedAt+id], [outcome.organ+outcome.year]',
      opinions: 'id, finding, counter',
      settings: 'key',
    });
    const broken = { id: 'broken', savedAt: '2026-01-01T00:00:00.000Z', outcome: 7 };
    await older.table('reports').bulkPut([broken, planted]);
    older.close();
    await database.open();
    const { outcome } = planted;
    const { beside } = await checkBeside(() => ({ ...outcome, year: (outcome.year ?? 0) + 1 }));
    expect(beside).toBe(planted.id);
    expect(await database.reports.count()).toBe(2);
  });
});
