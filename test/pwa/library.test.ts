import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { recheckBundle } from '../../core/exchange/recheck';
import { deleteReports } from '../../pwa/db/delete-reports';
import {
  addOpinions,
  allDetails,
  allOpinions,
  database,
  deleteReport,
  listReports,
  loadReport,
  mergeBundle,
  type NewOpinion,
  remakeDetails,
  replaceOutcome,
  saveReport,
} from '../../pwa/db/index';
import { summaryOf } from '../../pwa/db/summary';
import { detailsOf } from '../../pwa/details-of';
import { makeDetails } from '../../pwa/intake/make-details';
import { sayOfMany } from '../../pwa/library/bulk';
import { type Choice, EVERYTHING, shelfOf } from '../../pwa/library/facets';
import { type LibraryRecord, recordOf } from '../../pwa/library/record';
import { groupSaid, stateOf, statusOf } from '../../pwa/library/review-state';
import { searcher, snippetOf } from '../../pwa/library/search';
import { rulesNamed } from '../../pwa/screens/library/rule-words';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const clean = saved('shuyang-development-bureau-2023.html');

beforeEach(async () => {
  await database.delete();
  await database.open();
});

/** The reports that are kept, as the library has them. */
async function library(): Promise<LibraryRecord[]> {
  const details = await allDetails();
  const said = groupSaid((await allOpinions()).opinions);
  return (await listReports()).reports.map((summary) => {
    const own = details.get(summary.id) ?? null;
    const findings = own?.findings ?? [];
    const statuses = findings.map((finding) => statusOf(finding, summary.organ ?? '', said));
    return recordOf(summary, own, stateOf(findings, statuses));
  });
}

describe('many reports deleted at once', () => {
  it('say how many are gone, with the way back, where the store refuses midway and takes nothing back either', async () => {
    const ids = Array.from({ length: 45 }, (_, index) => `r${String(index).padStart(2, '0')}`);
    await database.reports.bulkAdd(ids.map((id) => ({ id, savedAt: id })));
    const refuse = (): never => {
      throw new Error('refused');
    };
    const midway = (id: unknown): void => {
      if (id === 'r30') refuse();
    };
    database.reports.hook('deleting', midway);
    const all = await deleteReports(ids);
    expect(all.ok || [all.error.count, await database.reports.count()]).toEqual([0, 45]);
    database.reports.hook('creating', refuse);
    const some = await deleteReports(ids);
    database.reports.hook('deleting').unsubscribe(midway);
    database.reports.hook('creating').unsubscribe(refuse);
    expect(some.ok || [some.error.count, await database.reports.count()]).toEqual([20, 25]);
    expect(some.ok || (await some.error.undo()).ok).toBe(true);
    expect((await database.reports.toCollection().primaryKeys()).sort()).toEqual(ids);
  });
});

describe('details of a report', () => {
  it('hold what is searched: what was found, in words, and the date of the page', () => {
    const details = detailsOf(
      saved('planted-2024.html', (text) => text.replaceAll('2025-01-24', '2025-02-03')),
      [],
    );
    expect(details.findings.length).toBe(planted.outcome.findings.length);
    expect(details.text.split('\n')).toHaveLength(details.findings.length);
    expect(details.text).toContain('表三');
    expect(details.published).toBe('2025-02-03');
  });

  it('go with a report that is written without them, and are made again', async () => {
    await saveReport(planted, null, detailsOf(planted, []));
    expect((await allDetails()).size).toBe(1);
    await replaceOutcome({ ...planted, checkedBy: '9' }, 'x');
    expect((await allDetails()).size).toBe(0);
    expect(await makeDetails(() => undefined)).toBe(1);
    expect((await allDetails()).get(planted.id)).toEqual(detailsOf(planted, []));
    expect(await makeDetails(() => undefined)).toBe(0);
  });

  it('stay where the same report is saved once more without them', async () => {
    await saveReport(planted, null, detailsOf(planted, []));
    await saveReport(planted);
    expect((await allDetails()).size).toBe(1);
  });

  it('are deleted with the report, and come back with it', async () => {
    await saveReport(planted, null, detailsOf(planted, []));
    const deleted = await deleteReport(planted.id);
    expect((await allDetails()).size).toBe(0);
    if (deleted.ok) await deleted.value();
    expect((await allDetails()).size).toBe(1);
  });

  it('that do not fit are made anew', async () => {
    await saveReport(planted);
    await database.details.put({ ...detailsOf(planted, []), made: 0 });
    expect((await allDetails()).size).toBe(0);
    expect(await makeDetails(() => undefined)).toBe(1);
    expect((await allDetails()).size).toBe(1);
  });

  it('are made of all others where those of one cannot be', async () => {
    await saveReport({ ...planted, outcome: { ...planted.outcome, form: 'unknown', facts: {} } });
    await saveReport(clean);
    const explain = detailsOf(clean, []);
    expect(await makeDetails(() => undefined)).toBeGreaterThan(0);
    expect((await allDetails()).get(clean.id)).toEqual(explain);
  });

  it('of a report that is gone are not made', async () => {
    expect(await remakeDetails('gone', (report) => detailsOf(report, []))).toEqual({ ok: true, value: false });
  });

  it('are made of reports that a colleague sent', async () => {
    await mergeBundle(recheckBundle({ format: 'gouji', version: 1, reports: [planted], opinions: [] }, '0.1.0'));
    expect(await makeDetails(() => undefined)).toBe(1);
  });
});

describe('search', () => {
  const record = recordOf(
    {
      ...{ id: 'a', savedAt: '', organ: '示例省示例市示例县教育局', year: 2024, title: '年度报告', form: null },
      ...{ status: 'checked', source: { address: null, fileName: 'Report.DOCX' }, beside: null },
      counts: { error: 1, warning: 0, info: 0 },
      rules: { 't3-balance': { error: 1, warning: 0, info: 0 } },
    },
    { id: 'a', made: 1, forms: '', published: null, text: '表三“总计”列不平衡：新收 12', findings: [] },
    'none',
  );

  it.each([
    ['教育', true],
    ['县教 2024', true],
    ['示例教育局', true],
    ['教育局示例', false],
    ['report.docx', true],
    ['ｒｅｐｏｒｔ', true],
    ['不平衡', true],
    ['水务', false],
    ['教育 水务', false],
    ['一＋二＝三＋四', true],
    ['', true],
  ])('for “%s” finds it: %s', (query, found) => {
    expect(searcher(query, rulesNamed)(record)).toBe(found);
  });

  it('shows the line that a word was found in', () => {
    expect(snippetOf(record, ['不平衡'])).toEqual({ before: '表三“总计”列', hit: '不平衡', after: '：新收 12' });
    expect(snippetOf(record, ['教育'])).toBeNull();
  });

  it('knows the regions of an organ', () => {
    expect(record.regions).toEqual(['示例省', '示例市', '示例县']);
  });
});

describe('choices', () => {
  const choose = (records: readonly LibraryRecord[], over: Partial<Choice>) =>
    shelfOf(records, { ...EVERYTHING, ...over }, rulesNamed);

  it('count what each would show beside all others', async () => {
    for (const report of [planted, clean]) await saveReport(report, null, detailsOf(report, []));
    const records = await library();
    const shelf = choose(records, { year: 2024 });
    expect(shelf.shown.map(({ id }) => id)).toEqual([planted.id]);
    expect([...shelf.years]).toEqual(expect.arrayContaining([[2024, 1]]));
    expect([...shelf.years.values()].reduce((sum, count) => sum + count)).toBe(2);
    expect(shelf.standings.error).toBe(1);
    expect(Object.values(shelf.standings).reduce((sum, count) => sum + count)).toBe(1);
    expect(choose(records, { standings: ['error'], year: 1999 }).shown).toEqual([]);
    expect(choose(records, { by: 'standing' }).shown[0]?.id).toBe(planted.id);
    expect(choose(records, { by: 'standing', descending: false }).shown[0]?.id).toBe(clean.id);
  });

  it('of a region take in what lies within', async () => {
    await saveReport(planted, null, detailsOf(planted, []));
    const [record] = await library();
    const inside =
      record === undefined
        ? []
        : [{ ...record, regions: ['示例省', '示例市'], regionKeys: ['示例省', '示例省 示例市'] }];
    expect(choose(inside, { region: ['示例省'] }).shown).toHaveLength(1);
    expect(choose(inside, { region: ['示例省', '另市'] }).shown).toHaveLength(0);
    expect([...choose(inside, {}).regions]).toEqual([
      ['示例省', 1],
      ['示例省 示例市', 1],
    ]);
  });
});

describe('many at once', () => {
  const state = async (): Promise<string | undefined> => (await library()).find(({ id }) => id === planted.id)?.review;

  it('get a word on every error and warning, which is taken back by another', async () => {
    // Its last finding is a hint, which needs no word.
    const findings = planted.outcome.findings.map((finding, at, all) =>
      at === all.length - 1 ? { ...finding, severity: 'info' as const } : finding,
    );
    const hinted = { ...planted, outcome: { ...planted.outcome, findings } };
    await saveReport(hinted, null, detailsOf(hinted, []));
    expect(await state()).toBe('untouched');
    const said = await sayOfMany(await library(), { status: 'dismissed', reason: '口径不同', scope: 'open' });
    expect(await state()).toBe('done');
    const due = detailsOf(hinted, []).findings.filter(({ severity }) => severity !== 'info').length;
    expect(said).toMatchObject({ ok: true, value: { findings: due, reports: 1 } });
    const reasons = (await allOpinions()).opinions.filter(({ field }) => field === 'reason');
    expect(new Set(reasons.map(({ value }) => value))).toEqual(new Set(['口径不同']));
    if (said.ok) await said.value.undo();
    expect(await state()).toBe('untouched');
  });

  it('keep what was said before where only open ones are meant', async () => {
    await saveReport(planted, null, detailsOf(planted, []));
    const first = detailsOf(planted, []).findings.find(({ severity }) => severity !== 'info');
    const word: NewOpinion = { ...opinion({ finding: first?.fingerprint ?? '', against: first?.against ?? '' }) };
    await addOpinions([word]);
    expect(await state()).toBe('begun');
    await sayOfMany(await library(), { status: 'deferred', reason: '', scope: 'open' });
    expect(await state()).toBe('confirmed');
    await sayOfMany(await library(), { status: 'fixed', reason: '', scope: 'all' });
    expect(await state()).toBe('done');
  });

  it('are deleted, and come back as they were', async () => {
    for (const report of [planted, clean]) await saveReport(report, null, detailsOf(report, []));
    const before = await library();
    const deleted = await deleteReports([planted.id, clean.id, 'gone']);
    expect(await library()).toEqual([]);
    expect(deleted).toMatchObject({ ok: true, value: { count: 2 } });
    if (deleted.ok) expect(await deleted.value.undo()).toEqual({ ok: true, value: undefined });
    expect(await library()).toEqual(before);
    expect(await loadReport(planted.id)).toEqual(planted);
  });
});

describe('a rule set aside as a whole', () => {
  const finding = { fingerprint: 'f', rule: 't3-balance', severity: 'error', against: 'v1' } as const;
  const rule = JSON.stringify(['rule', 't3-balance', null]);
  const dismissed = [
    opinion({ id: 'r', finding: rule, field: 'reason', value: '口径', counter: 1 }),
    opinion({ id: 's', finding: rule, value: 'dismissed', counter: 2 }),
  ];

  it('is done with, unless somebody said otherwise later', () => {
    expect(statusOf(finding, '示例县', groupSaid(dismissed))).toBe('dismissed');
    expect(statusOf({ ...finding, rule: 'other' }, '示例县', groupSaid(dismissed))).toBe('open');
    const ofOne = dismissed.map((each) => ({ ...each, finding: JSON.stringify(['rule', 't3-balance', '示例县']) }));
    expect(statusOf(finding, '示例县', groupSaid(ofOne))).toBe('dismissed');
    expect(statusOf(finding, '另县', groupSaid(ofOne))).toBe('open');
    const opened = opinion({ id: 'o', finding: 'f', value: 'open', counter: 3 });
    expect(statusOf(finding, '示例县', groupSaid([...dismissed, opened]))).toBe('open');
    expect(statusOf(finding, '示例县', groupSaid([{ ...opened, counter: 0 }, ...dismissed]))).toBe('dismissed');
  });
});

describe('a store of an older version', () => {
  const OLDER = [
    { reports: 'id, [savedAt+id]', opinions: 'id, finding, counter', settings: 'key' },
    { reports: 'id, [savedAt+id], [outcome.organ+outcome.year]' },
    { summaries: 'id', queue: '++id, state, archive', blobs: 'id' },
    { entries: 'id, report', pictures: 'id, entry' },
    { evidence: 'id, report', evidenceParts: '[evidence+name], evidence' },
  ];

  it.each([1, 2, 3, 4, 5])('of version %i keeps what is in it, and is searched like any other', async (version) => {
    await database.delete();
    const old = new Dexie('gouji');
    for (let each = 1; each <= version; each++) old.version(each).stores(OLDER[each - 1] ?? {});
    await old.open();
    await old.table('reports').add(planted);
    if (version >= 3) await old.table('summaries').add(summaryOf(planted, null, null));
    await old.table('opinions').add(opinion());
    await old.table('settings').add({ key: 'author', value: '王' });
    old.close();
    await database.open();
    expect([await database.opinions.count(), await database.settings.count()]).toEqual([1, 1]);
    expect((await library()).map(({ found }) => found)).toEqual(['']);
    expect(await makeDetails(() => undefined)).toBe(1);
    const records = await library();
    expect(shelfOf(records, { ...EVERYTHING, search: '表三' }, () => []).shown.map(({ id }) => id)).toEqual([
      planted.id,
    ]);
    expect(records[0]?.review).toBe('untouched');
  });
});
