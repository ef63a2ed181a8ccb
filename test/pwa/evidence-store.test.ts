import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../core/exchange/evidence';
import {
  database,
  deleteReport,
  evidenceOf,
  knownEvidence,
  listReports,
  loadEvidence,
  loadPart,
  loadReport,
  saveEvidence,
  saveReport,
} from '../../pwa/db/index';
import { sampleEvidence } from '../support/evidence';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const evidence = sampleEvidence(planted.id);

beforeEach(async () => {
  await database.delete();
  await database.open();
});

describe('evidence', () => {
  it('is kept once, and comes back byte for byte', async () => {
    expect(await saveEvidence(evidence)).toEqual({ ok: true, value: 'added' });
    expect(await saveEvidence(evidence)).toEqual({ ok: true, value: 'known' });
    const { evidence: kept, unreadable } = await evidenceOf(planted.id);
    expect([kept.length, unreadable]).toEqual([1, 0]);
    const loaded = kept[0] && (await loadEvidence(kept[0]));
    expect(loaded && verify(loaded).whole).toBe(true);
    expect(loaded?.parts).toEqual(evidence.parts);
    expect(await (await loadPart(evidence.id, 'table-1.txt'))?.text()).toBe('表三 12');
    expect(await knownEvidence([evidence.id, 'x'])).toEqual(new Set([evidence.id]));
  });

  it('lists the latest first', async () => {
    const later = sampleEvidence(planted.id, '2026-02-01T00:00:00.000Z');
    for (const each of [evidence, later]) await saveEvidence(each);
    expect((await evidenceOf(planted.id)).evidence.map(({ id }) => id)).toEqual([later.id, evidence.id]);
  });

  it('is not taken where it is not whole', async () => {
    const parts = new Map(evidence.parts).set('table-1.txt', new Uint8Array([1]));
    expect(await saveEvidence({ ...evidence, parts })).toMatchObject({ ok: false, error: { code: 'other' } });
    expect(await database.evidence.count()).toBe(0);
  });

  it('leaves nothing behind where the store refuses a part, and the report stays', async () => {
    await saveReport(planted);
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.evidenceParts.hook('creating', full);
    try {
      expect(await saveEvidence(evidence)).toMatchObject({ ok: false, error: { code: 'full' } });
    } finally {
      database.evidenceParts.hook('creating').unsubscribe(full);
    }
    expect([await database.evidence.count(), await database.evidenceParts.count()]).toEqual([0, 0]);
    expect(await loadReport(planted.id)).toEqual(planted);
  });

  it('tells a part that was changed in the store, and one that is gone', async () => {
    await saveEvidence(evidence);
    await database.evidenceParts.put({ evidence: evidence.id, name: 'page.html', bytes: new Blob(['other']) });
    await database.evidenceParts.put({ evidence: evidence.id, name: 'table-1.txt', bytes: 7 });
    const kept = (await evidenceOf(planted.id)).evidence[0];
    const result = kept && verify(await loadEvidence(kept));
    expect(result?.parts.map(({ part, state }) => [part.name, state])).toEqual([
      ['page.html', 'altered'],
      ['table-1.html', 'verified'],
      ['table-1.txt', 'absent'],
    ]);
  });

  it('counts rows that it cannot read', async () => {
    await database.evidence.put({ id: 'x', report: planted.id, text: '{"format":"gouji-evidence","version":9}' });
    expect(await evidenceOf(planted.id)).toEqual({ evidence: [], unreadable: 1 });
  });

  it('goes with its report, and comes back with it', async () => {
    await saveReport(planted);
    await saveEvidence(evidence);
    await saveEvidence(sampleEvidence('another'));
    const deleted = await deleteReport(planted.id);
    expect([await database.evidence.count(), await database.evidenceParts.count()]).toEqual([1, 3]);
    if (deleted.ok) await deleted.value();
    expect([await database.evidence.count(), await database.evidenceParts.count()]).toEqual([2, 6]);
  });
});

describe('a store of an older version', () => {
  const OLDER = [
    { reports: 'id, [savedAt+id]', opinions: 'id, finding, counter', settings: 'key' },
    { reports: 'id, [savedAt+id], [outcome.organ+outcome.year]' },
    { summaries: 'id', queue: '++id, state, archive', blobs: 'id' },
  ];

  it.each([1, 2, 3])('of version %i keeps what is in it, and takes evidence', async (version) => {
    await database.delete();
    const old = new Dexie('gouji');
    for (let each = 1; each <= version; each++) old.version(each).stores(OLDER[each - 1] ?? {});
    await old.open();
    await old.table('reports').add(planted);
    await old.table('opinions').add(opinion());
    await old.table('settings').add({ key: 'author', value: '王' });
    old.close();
    await database.open();
    expect(await loadReport(planted.id)).toEqual(planted);
    expect((await listReports()).reports.map(({ id }) => id)).toEqual([planted.id]);
    expect([await database.opinions.count(), await database.settings.count()]).toEqual([1, 1]);
    expect(await saveEvidence(evidence)).toEqual({ ok: true, value: 'added' });
  });
});
