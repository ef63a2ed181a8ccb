/** 合并 in the store: all or nothing, nothing overwritten, undone without touching what was there. */
import { beforeEach, describe, expect, it } from 'vitest';
import { recheckBundle } from '../../core/exchange/recheck';
import type { Bundle, Opinion, SavedReport } from '../../core/exchange/schema';
import { addOpinion, allOpinions, database, mergeBundle, previewBundle } from '../../pwa/db/index';
import { listMerges, mergeShared, undoMerge } from '../../pwa/db/merges';
import { detailsOf } from '../../pwa/details-of';
import { histories } from '../support/histories';
import { seeded } from '../support/random';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const seed = saved('liaozi-township-2024.txt');
const AT = '2026-02-01T00:00:00.000Z';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

function bundle(reports: readonly SavedReport[], opinions: readonly Opinion[]): Bundle {
  return { format: 'gouji', version: 1, reports: [...reports], opinions: [...opinions] };
}

function merge(what: Bundle) {
  return mergeShared(recheckBundle(what, '0.1.0'), [], '李.gouji', AT);
}

describe('a merge', () => {
  it('keeps a word that comes under the id of another beside it, once', async () => {
    await database.opinions.add(opinion());
    const theirs = bundle([], [opinion({ value: 'dismissed', author: '伪' })]);
    expect((await previewBundle(recheckBundle(theirs, '0.1.0'))).disputed).toBe(1);
    for (const added of [1, 0, 0]) {
      const merged = await merge(theirs);
      expect(merged.ok && merged.value.added.opinions.length).toBe(added);
    }
    expect((await allOpinions()).opinions.map(({ value }) => value).sort()).toEqual(['confirmed', 'dismissed']);
    expect(await database.opinions.get('a')).toEqual(opinion());
  });

  it('makes stores equal whatever their histories were', async () => {
    for (let round = 0; round < 12; round++) {
      const [a = [], b = []] = histories(seeded(`store/${round}`), { forge: true });
      const ends: unknown[] = [];
      for (const order of [
        [a, b],
        [b, a],
        [a, b, b, a],
      ]) {
        await database.opinions.clear();
        for (const each of order) await mergeBundle(recheckBundle(bundle([], each), '0.1.0'));
        const { opinions } = await allOpinions();
        ends.push(opinions.map(({ id, ...word }) => JSON.stringify([id.replace(/~[0-9a-f]{32}$/, ''), word])).sort());
      }
      expect(ends[1], `round ${round}`).toEqual(ends[0]);
      expect(ends[2], `round ${round}`).toEqual(ends[0]);
    }
  });

  it('leaves no details behind where it is undone, and finds none of a report that was here before', async () => {
    await merge(bundle([planted], []));
    await database.details.put(detailsOf(planted, []));
    const [made] = await listMerges(1);
    expect((await undoMerge(made?.id ?? 0)).ok).toBe(true);
    expect(await database.details.count()).toBe(0);
    for (const again of [merge, (what: Bundle) => mergeBundle(recheckBundle(what, '0.1.0'))]) {
      await database.reports.clear();
      await database.details.put({ ...detailsOf(planted, []), text: '与上年不同' });
      expect((await again(bundle([planted], []))).ok).toBe(true);
      expect(await database.details.count()).toBe(0);
    }
  });

  it('adds nothing where one row is refused', async () => {
    const add = database.summaries.bulkPut.bind(database.summaries);
    database.summaries.bulkPut = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const merged = await merge(bundle([seed], [opinion()]));
    database.summaries.bulkPut = add;
    expect(merged).toMatchObject({ ok: false, error: { code: 'full' } });
    const rows = [database.reports, database.opinions, database.summaries, database.merges];
    expect(await Promise.all(rows.map((table) => table.count()))).toEqual([0, 0, 0, 0]);
  });

  it('is undone: what it added goes, what was there and what was said since stays', async () => {
    await database.reports.add(planted);
    await database.opinions.add(opinion());
    const merged = await merge(bundle([planted, seed], [opinion(), opinion({ id: 'b', author: '李' })]));
    const { id: _, counter: __, ...word } = opinion();
    const since = await addOpinion(word);
    expect((await listMerges(10)).map(({ from, reports, undone }) => [from, reports, undone])).toEqual([
      ['李.gouji', [seed.id], false],
    ]);
    const undone = await undoMerge(merged.ok ? merged.value.id : 0);
    expect(undone).toEqual({ ok: true, value: { reports: 1, opinions: 1, kept: 0 } });
    expect(await database.reports.toArray()).toEqual([planted]);
    const left = (await allOpinions()).opinions.map(({ id }) => id);
    expect(left.sort()).toEqual(['a', since.ok ? since.value.id : ''].sort());
    expect((await listMerges(10))[0]?.undone).toBe(true);
    expect(await undoMerge(merged.ok ? merged.value.id : 0)).toMatchObject({ value: { opinions: 0 } });
    // And comes in again when it is met again.
    const again = await merge(bundle([seed], [opinion({ id: 'b', author: '李' })]));
    expect(again.ok && again.value.added).toEqual({ reports: [seed.id], opinions: ['b'], evidence: [] });
  });

  it('leaves a report of which evidence was sealed here since', async () => {
    const merged = await merge(bundle([seed], []));
    await database.evidence.add({ id: 'e'.repeat(64), report: seed.id, text: '{}' });
    expect(await undoMerge(merged.ok ? merged.value.id : 0)).toMatchObject({ value: { reports: 0, kept: 1 } });
    expect(await database.reports.count()).toBe(1);
  });
});

describe('a counter forged as large as can be', () => {
  it('keeps nobody from having a later word', async () => {
    const { id: _, counter: __, ...word } = opinion({ value: 'fixed' });
    await merge(bundle([], [opinion({ id: 'x', author: '伪', counter: 1e12, at: '2020-01-01T00:00:00.000Z' })]));
    const said = await addOpinion(word);
    expect(said).toMatchObject({ ok: true, value: { counter: 1e12 } });
    expect((await allOpinions()).unreadable).toBe(0);
  });
});
