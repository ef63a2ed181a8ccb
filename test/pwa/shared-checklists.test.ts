/** 核查清单 between two stores: said as words, kept as versions; two edits of one both stand, the same in every store. */
import { beforeEach, describe, expect, it } from 'vitest';
import { recheckBundle } from '../../core/exchange/recheck';
import type { Opinion } from '../../core/exchange/schema';
import type { Checklist } from '../../core/index';
import {
  deleteChecklist,
  listChecklists,
  marksOf,
  saveChecklist,
  shareChecklist,
  versionsOf,
} from '../../pwa/db/checklists';
import { allOpinions, database, mergeBundle, saveSetting } from '../../pwa/db/index';
import { withoutLeftOut } from '../../pwa/db/left-out';
import { mergeShared, undoMerge } from '../../pwa/db/merges';
import { opinion } from './sample';

const AT = '2026-02-01T00:00:00.000Z';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

function checklist(name: string): Checklist {
  return { name, version: '1', forms: [], rules: {}, deadlines: null, relations: [], manual: [] };
}

async function saved(id: string, name: string): Promise<void> {
  const before = await versionsOf(id);
  const done = await saveChecklist(id, before[0]?.number ?? 0, checklist(name), marksOf(before));
  if (!done.ok) throw new Error(done.error.reason);
}

async function words(id: string): Promise<readonly Opinion[]> {
  const shared = await shareChecklist(id);
  if (!shared.ok) throw new Error(shared.error.reason);
  return shared.value;
}

function bundleOf(opinions: readonly Opinion[]) {
  return recheckBundle({ format: 'gouji', version: 1, reports: [], opinions: [...opinions] }, '0.1.0');
}

/** Another machine: an empty store in which `author` works. */
async function elsewhere(author: string): Promise<void> {
  await database.delete();
  await database.open();
  await saveSetting('author', author);
}

async function names(id: string): Promise<readonly string[]> {
  return (await versionsOf(id)).map(({ checklist: { name, version }, stands, shared }) =>
    [name, version, shared?.author ?? '-', ...(stands ? ['*'] : [])].join(' '),
  );
}

/** 王 shares 一; 李 takes it and makes 二 of it, while 王 makes 三 of it. What each said. */
async function twoEdits(): Promise<readonly Opinion[]> {
  await saveSetting('author', '王');
  await saved('a', '一');
  const first = await words('a');
  expect(first).toHaveLength(1);
  await saved('a', '三');
  const wang = (await allOpinions()).opinions;
  expect(wang).toHaveLength(2);
  await elsewhere('李');
  await mergeBundle(bundleOf(first));
  await saved('a', '二');
  return [...wang, ...(await allOpinions()).opinions];
}

describe('a shared checklist', () => {
  it('arrives as a version, and leaves as one word, however often it is shared', async () => {
    await saveSetting('author', '王');
    await saved('a', '草稿');
    await saved('a', '一');
    const sent = await words('a');
    expect(await words('a')).toEqual(sent);
    expect(await names('a')).toEqual(['一 2 王 *', '草稿 1 -']);
    await elsewhere('李');
    await mergeBundle(bundleOf(sent));
    expect(await names('a')).toEqual(['一 2 王 *']);
    expect((await listChecklists()).checklists.map(({ id, beside }) => [id, beside])).toEqual([['a', 1]]);
  });

  it('that two changed apart has both versions standing, in the same order in every store and order of arrival', async () => {
    const all = await twoEdits();
    const ends = [];
    for (const order of [all, [...all].reverse()]) {
      await elsewhere('张');
      for (const word of order) await mergeBundle(bundleOf([word]));
      ends.push(await names('a'));
    }
    expect(ends[0]?.filter((name) => name.endsWith('*'))).toHaveLength(2);
    expect(ends[0]).toHaveLength(3);
    expect(ends[1]).toEqual(ends[0]);
    expect((await listChecklists()).checklists[0]?.beside).toBe(2);
  });

  it('becomes one again by a save of whoever has seen both, and not of whoever has not', async () => {
    const all = await twoEdits();
    const seen = marksOf(await versionsOf('a'));
    await mergeBundle(bundleOf(all));
    const late = await saveChecklist('a', 2, checklist('没看到的'), seen);
    expect(late.ok && late.value.between).toBe(1);
    expect((await names('a')).filter((name) => name.endsWith('*'))).toEqual(['没看到的 3 李 *', '三 2 王 *']);
    await saved('a', '合一');
    expect((await names('a')).filter((name) => name.endsWith('*'))).toEqual(['合一 4 李 *']);
    expect(await versionsOf('a')).toHaveLength(5);
  });

  it('deleted here does not come back by itself, with the way back, and by hand it does', async () => {
    await saveSetting('author', '王');
    await saved('a', '一');
    const sent = await words('a');
    const deleted = await deleteChecklist('a');
    expect((await listChecklists()).checklists).toEqual([]);
    expect(await withoutLeftOut([...sent, opinion()])).toEqual([opinion()]);
    if (!deleted.ok) throw new Error(deleted.error.reason);
    await deleted.value();
    expect(await names('a')).toEqual(['一 1 王 *']);
    expect(await withoutLeftOut(sent)).toEqual(sent);
    await deleteChecklist('a');
    await mergeShared(bundleOf(sent), [], '王.gouji', AT);
    expect(await names('a')).toEqual(['一 1 王 *']);
    expect(await withoutLeftOut(sent)).toEqual(sent);
  });
});

describe('a merge that was undone', () => {
  it('does not come back by itself, and what others said does', async () => {
    const [mine, other] = [opinion(), opinion({ id: 'b', value: 'dismissed' })];
    const merged = await mergeShared(bundleOf([mine]), [], '共享文件夹', AT);
    if (!merged.ok) throw new Error(merged.error.reason);
    expect(await withoutLeftOut([mine, other])).toEqual([mine, other]);
    await undoMerge(merged.value.id);
    expect(await withoutLeftOut([mine, other])).toEqual([other]);
    // Another word under that id is another word.
    expect(await withoutLeftOut([{ ...mine, value: 'fixed' }])).toHaveLength(1);
    // Opened by hand it comes in.
    await mergeShared(bundleOf([mine]), [], '王.gouji', AT);
    expect((await allOpinions()).opinions).toEqual([mine]);
  });
});
