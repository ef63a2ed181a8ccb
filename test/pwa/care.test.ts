import { Dexie } from 'dexie';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Checklist } from '../../core/index';
import { HEADER } from '../../pwa/care/backup-file';
import { deleteAll } from '../../pwa/care/delete-all';
import { mergeBackup } from '../../pwa/care/merge-backup';
import { openBackup } from '../../pwa/care/read-backup';
import { type BackupState, isDue, MANY } from '../../pwa/care/remind';
import { BackupTooLarge, writeBackup } from '../../pwa/care/write-backup';
import { chooseFor } from '../../pwa/db/checklist-choice';
import { saveChecklist, versionsOf } from '../../pwa/db/checklists';
import { addPictures, type Entry, picturesOf, putEntry } from '../../pwa/db/entries';
import {
  allOpinions,
  database,
  evidenceOf,
  listReports,
  loadEvidence,
  loadReport,
  loadSetting,
  saveEvidence,
  saveReport,
  saveSetting,
} from '../../pwa/db/index';
import { detailsOf } from '../../pwa/details-of';
import { personId } from '../../pwa/exchange/who';
import { sampleEvidence } from '../support/evidence';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const seed = saved('liaozi-township-2024.txt');
const evidence = sampleEvidence(planted.id);
const checklist: Checklist = {
  name: '示例清单',
  version: '1',
  forms: [],
  rules: {},
  deadlines: null,
  relations: [],
  manual: [],
};
const entry: Entry = {
  id: 'e',
  changedAt: '2026-01-01T00:00:00.000Z',
  form: 'open-info-annual@2021',
  organ: '示例县',
  year: '2024',
  cells: { 'applications.received.total': '12' },
  prose: {},
  pictures: ['年报.png'],
  report: null,
};
const NOTHING = (): void => undefined;

beforeEach(async () => {
  if (!database.isOpen()) await database.open();
  await database.delete();
  await database.open();
});

async function fill(): Promise<void> {
  for (const report of [planted, seed]) await saveReport(report);
  await database.opinions.add(opinion());
  await saveEvidence(evidence);
  await saveChecklist('a', 0, checklist);
  await saveChecklist('a', 1, checklist);
  await chooseFor(planted.id, 'a');
  await putEntry(entry);
  await addPictures('e', [{ name: '年报.png', blob: new Blob(['一二三'], { type: 'image/png' }) }]);
  await saveSetting('author', '王');
  await saveSetting('handover', 'x');
}

async function all(): Promise<Record<string, number>> {
  const counts = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const));
  return Object.fromEntries(counts);
}

async function restored(file: Blob) {
  const opened = await openBackup(file);
  if (!opened.ok) throw new Error(opened.error);
  const merged = await mergeBackup(opened.value, NOTHING);
  if (!merged.ok) throw new Error(merged.error.reason);
  return { opened: opened.value, merged: merged.value };
}

/** The same file with some entries changed. */
async function changed(file: Blob, change: (entries: Record<string, Uint8Array>) => void): Promise<Blob> {
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
  change(entries);
  return new Blob([zipSync(entries).slice()]);
}

describe('a backup', () => {
  it('brings back everything into an empty store', async () => {
    await fill();
    const before = await all();
    const { file, header, leftOut } = await writeBackup(NOTHING);
    expect([header.tables['reports'], header.database, leftOut]).toEqual([2, database.verno, 0]);
    expect((await deleteAll()).ok).toBe(true);
    expect(Object.values(await all()).every((count) => count === 0)).toBe(true);
    const { opened, merged } = await restored(file);
    expect(opened.counts.find(({ table }) => table === 'reports')).toEqual({ table: 'reports', fresh: 2, known: 0 });
    expect(merged.reports.length).toBe(2);
    // What was begun with another program is begun no more.
    expect(await all()).toEqual({ ...before, settings: 1 });
    expect(await loadReport(planted.id)).toEqual(planted);
    expect((await allOpinions()).opinions).toEqual([opinion()]);
    const [kept] = (await evidenceOf(planted.id)).evidence;
    expect(kept && (await loadEvidence(kept)).parts).toEqual(evidence.parts);
    expect((await versionsOf('a')).map(({ number }) => number)).toEqual([2, 1]);
    const [picture] = await picturesOf('e');
    expect([await picture?.blob.text(), picture?.blob.type]).toEqual(['一二三', 'image/png']);
    expect(await loadSetting('author')).toBe('王');
  });

  it('merged twice is merged once', async () => {
    await fill();
    const { file } = await writeBackup(NOTHING);
    const before = await all();
    const { merged } = await restored(file);
    expect([merged.added, merged.reports]).toEqual([0, []]);
    expect(await all()).toEqual(before);
  });

  it('overwrites nothing: what is here stays, and a version that differs gets a number of its own', async () => {
    await fill();
    const { file } = await writeBackup(NOTHING);
    await saveSetting('author', '李');
    await putEntry({ ...entry, organ: '改过的' });
    await database.checklists.delete(['a', 2]);
    await saveChecklist('a', 1, { ...checklist, name: '后来另写的' });
    await restored(file);
    expect(await loadSetting('author')).toBe('李');
    expect((await database.entries.get('e')) as Entry).toMatchObject({ organ: '改过的' });
    expect((await versionsOf('a')).map((each) => [each.number, each.checklist.name])).toEqual([
      [3, '示例清单'],
      [2, '后来另写的'],
      [1, '示例清单'],
    ]);
  });

  it('is checked again: a verdict of its own and evidence that was changed do not come in', async () => {
    await fill();
    const { file } = await writeBackup(NOTHING);
    const forged = await changed(file, (entries) => {
      const name = 'reports/000000.jsonl';
      const text = strFromU8(entries[name] ?? new Uint8Array());
      entries[name] = strToU8(text.replaceAll('"severity":"error"', '"severity":"info"'));
      const bytes = entries['evidenceParts/bytes/000000'];
      if (bytes !== undefined) bytes[3] = 0;
    });
    await deleteAll();
    const { merged } = await restored(forged);
    expect(await loadReport(planted.id)).toEqual(planted);
    expect(merged.leftOut).toBeGreaterThan(0);
    expect((await evidenceOf(planted.id)).evidence).toEqual([]);
  });

  it.each([
    ['nothing', 'not-a-backup', () => new Blob([])],
    ['another file', 'not-a-backup', () => new Blob(['<html></html>'])],
    ['a ZIP of something else', 'not-a-backup', () => new Blob([zipSync({ 'a.txt': strToU8('x') }).slice()])],
  ] as const)('is not %s', async (_, code, make) => {
    expect(await openBackup(make())).toEqual({ ok: false, error: code });
  });

  it('is refused from a later program, from a later store, and cut in half', async () => {
    await fill();
    const { file } = await writeBackup(NOTHING);
    const withHeader = (over: object): Promise<Blob> =>
      changed(file, (entries) => {
        const header = JSON.parse(strFromU8(entries[HEADER] ?? new Uint8Array()));
        entries[HEADER] = strToU8(JSON.stringify({ ...header, ...over }));
      });
    expect(await openBackup(await withHeader({ version: 2 }))).toEqual({ ok: false, error: 'newer' });
    expect(await openBackup(await withHeader({ database: 999 }))).toEqual({ ok: false, error: 'newer' });
    expect(await openBackup(await withHeader({ tables: 'x' }))).toEqual({ ok: false, error: 'not-a-backup' });
    expect(await openBackup(file.slice(0, Math.floor(file.size / 2)))).toEqual({ ok: false, error: 'damaged' });
  });

  it('leaves hostile rows out, and counts them', async () => {
    await fill();
    const { file } = await writeBackup(NOTHING);
    const hostile = await changed(file, (entries) => {
      entries['settings/000000.jsonl'] = strToU8(
        [
          '{"row":{"key":{"x":1},"value":"y"}}',
          'no json',
          '[]',
          '{"row":{"value":"no key"}}',
          '{"row":{"__proto__":{"polluted":1},"key":"k"}}',
        ].join('\n'),
      );
      entries['queue/000000.jsonl'] = strToU8('{"row":{"id":1}}');
      entries['unknown/000000.jsonl'] = strToU8('{"row":{"id":1}}');
      entries['pictures/000009.jsonl'] = strToU8(
        '{"row":{"id":"p"},"blobs":{"blob":["pictures/bytes/000000",0,99999999,"x"]}}',
      );
      entries['checklists/000009.jsonl'] = strToU8(
        '{"row":{"id":"z","number":1,"savedAt":"","checklist":{"name":""}}}',
      );
      entries['opinions/000009.jsonl'] = strToU8('{"row":{"id":"o","counter":1e300}}');
    });
    await deleteAll();
    const { opened, merged } = await restored(hostile);
    expect(opened.unreadable).toBe(3);
    expect(merged.leftOut).toBe(5);
    expect(await all()).toMatchObject({ settings: 1, queue: 0, pictures: 1, checklists: 2, opinions: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps what is in where the disk is full on the way, and goes on with it later', async () => {
    await fill();
    const before = await all();
    const { file } = await writeBackup(NOTHING);
    await deleteAll();
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const opened = await openBackup(file);
    if (!opened.ok) throw new Error(opened.error);
    database.reports.hook('creating', full);
    try {
      expect(await mergeBackup(opened.value, NOTHING)).toMatchObject({ ok: false, error: { code: 'full' } });
    } finally {
      database.reports.hook('creating').unsubscribe(full);
    }
    expect(await all()).toMatchObject({ opinions: 1, checklists: 2, reports: 0 });
    await restored(file);
    expect(await all()).toEqual({ ...before, settings: 1 });
  });

  it('takes no merge, no folder and no details, neither out nor in: undoing here takes out nothing of another', async () => {
    await fill();
    await database.details.put({ ...detailsOf(planted, []), text: '旧' });
    await database.merges.add({
      at: '',
      from: '',
      reports: [planted.id],
      opinions: ['a'],
      evidence: [],
      undone: false,
    });
    const { file, header } = await writeBackup(NOTHING);
    expect(Object.keys(header.tables).filter((name) => /merges|folders|details|summaries/.test(name))).toEqual([]);
    const line = (row: object): Uint8Array => strToU8(JSON.stringify({ row }));
    const hostile = await changed(file, (entries) => {
      const ids = { reports: [planted.id], opinions: ['a'], evidence: [evidence.id] };
      entries['merges/000000.jsonl'] = line({ id: 9, at: '2026-01-01', from: '同事.gouji', ...ids, undone: false });
      entries['folders/000000.jsonl'] = line({ key: 'shared', handle: { name: 'x' }, seen: {} });
      entries['details/000000.jsonl'] = line({ ...detailsOf(planted, []), text: '伪' });
    });
    await deleteAll();
    const { opened, merged } = await restored(hostile);
    expect([opened.unreadable, merged.leftOut]).toEqual([0, 0]);
    expect(await all()).toMatchObject({ merges: 0, folders: 0, details: 0, reports: 2, opinions: 1 });
  });

  it("brings nobody's name in shared folders to another machine: two would write one file", async () => {
    await fill();
    const person = await personId();
    const { file } = await writeBackup(NOTHING);
    await deleteAll();
    const { merged } = await restored(file);
    expect([merged.leftOut, await loadSetting('author'), await loadSetting('person')]).toEqual([0, '王', '']);
    expect(await personId()).not.toBe(person);
  });

  it('is read where it lies, a piece at a time, and is not written larger than it could be read', async () => {
    await fill();
    const before = await all();
    const { file } = await writeBackup(NOTHING);
    let largest = 0;
    const { slice } = file;
    Object.assign(file, {
      arrayBuffer: () => Promise.reject(new Error('the whole file')),
      slice: (from: number, to: number) => {
        const piece = slice.call(file, from, to);
        if (to < file.size) largest = Math.max(largest, piece.size);
        return piece;
      },
    });
    await deleteAll();
    await restored(file);
    expect(await all()).toEqual({ ...before, settings: 1 });
    await expect(writeBackup(NOTHING, 1000)).rejects.toBeInstanceOf(BackupTooLarge);
    expect(largest).toBeLessThan(file.size);
  });

  it('that meets a closed store on the way says so', async () => {
    await saveReport(planted);
    const { file } = await writeBackup(NOTHING);
    const opened = await openBackup(file);
    database.close();
    expect(opened.ok && (await mergeBackup(opened.value, NOTHING))).toMatchObject({ ok: false });
  });

  it('leaves out what only this browser can hold', async () => {
    await database.settings.put({ key: 'folder', handle: new Map() });
    const { leftOut, header } = await writeBackup(NOTHING);
    expect([leftOut, header.tables['settings']]).toEqual([1, 0]);
  });
});

describe('the reminder', () => {
  const now = Date.parse('2026-03-01T00:00:00.000Z');
  const state = (over: Partial<BackupState>): BackupState => ({
    rows: 10,
    since: '2026-02-27T00:00:00.000Z',
    backedUpAt: '',
    backedUpRows: 0,
    putOff: '',
    ...over,
  });
  it.each([
    ['of a few new reports', false, {}],
    ['of nothing', false, { rows: 0, since: '' }],
    ['of many rows', true, { rows: MANY }],
    ['after four weeks without one', true, { since: '2026-01-20T00:00:00.000Z' }],
    ['right after one', false, { rows: MANY, backedUpRows: MANY, backedUpAt: '2026-02-28T00:00:00.000Z' }],
    ['four weeks after one without a change', false, { backedUpRows: 10, backedUpAt: '2026-01-01T00:00:00.000Z' }],
    ['four weeks after one with a change', true, { backedUpRows: 9, backedUpAt: '2026-01-01T00:00:00.000Z' }],
    ['of many changes since one', true, { rows: 2 * MANY, backedUpRows: MANY, backedUpAt: '2026-02-28T00:00:00.000Z' }],
    ['where it was put off', false, { rows: MANY, putOff: '2026-02-25T00:00:00.000Z' }],
    ['a week after it was put off', true, { rows: MANY, putOff: '2026-02-20T00:00:00.000Z' }],
    ['where the clock was set back since it was put off', true, { rows: MANY, putOff: '2027-01-01T00:00:00.000Z' }],
  ] as const)('%s is %s', (_, due, over) => {
    expect(isDue(state(over), now)).toBe(due);
  });
});

/** What each version added; as they were published, so not taken from the store. */
const OLDER: readonly Record<string, string>[] = [
  { reports: 'id, [savedAt+id]', opinions: 'id, finding, counter', settings: 'key' },
  { reports: 'id, [savedAt+id], [outcome.organ+outcome.year]' },
  { summaries: 'id', queue: '++id, state, archive', blobs: 'id' },
  { entries: 'id, report', pictures: 'id, entry' },
  { evidence: 'id, report', evidenceParts: '[evidence+name], evidence' },
  { details: 'id' },
  { checklists: '[id+number], id', checklistDrafts: 'id', checklistChoices: 'report' },
];

describe('a store of an older version', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('of version %i keeps what is in it, and takes checklists', async (version) => {
    await database.delete();
    const old = new Dexie('gouji');
    for (let each = 1; each <= version; each++) old.version(each).stores(OLDER[each - 1] ?? {});
    await old.open();
    await old.table('reports').add(planted);
    await old.table('opinions').add(opinion());
    await old.table('settings').add({ key: 'author', value: '王' });
    if (version >= 4) await old.table('entries').add(entry);
    if (version >= 5) await old.table('evidence').add({ id: evidence.id, report: planted.id, text: evidence.text });
    old.close();
    await database.open();
    expect((await listReports()).reports.map(({ id }) => id)).toEqual([planted.id]);
    expect(await loadReport(planted.id)).toEqual(planted);
    expect((await allOpinions()).opinions).toEqual([opinion()]);
    expect(await loadSetting('author')).toBe('王');
    expect(await database.entries.count()).toBe(version >= 4 ? 1 : 0);
    expect((await evidenceOf(planted.id)).evidence.length).toBe(version >= 5 ? 1 : 0);
    expect((await saveChecklist('a', 0, checklist)).ok).toBe(true);
    expect((await restored((await writeBackup(NOTHING)).file)).merged.added).toBe(0);
  });
});
