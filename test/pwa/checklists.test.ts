import { beforeEach, describe, expect, it } from 'vitest';
import { checklistSchema } from '../../core/exchange/checklist';
import { type Checklist, lintChecklist, type OwnForm, rules } from '../../core/index';
import { checklistById, checklistFor, checklistOf } from '../../pwa/checklists/in-use';
import { READY, type ReadyChecklist, readyIn } from '../../pwa/checklists/ready/ready';
import { recheckAll } from '../../pwa/checklists/recheck-all';
import { tryChecklist } from '../../pwa/checklists/try-checklist';
import { chooseFor, WITHOUT } from '../../pwa/db/checklist-choice';
import {
  deleteChecklist,
  lastVersion,
  listChecklists,
  listDrafts,
  loadDraft,
  nextVersion,
  putDraft,
  saveChecklist,
  versionsOf,
} from '../../pwa/db/checklists';
import { database, loadReport, saveReport, saveSetting } from '../../pwa/db/index';
import { checkBytes } from '../../pwa/intake/read-source';
import { refusalOf } from '../../pwa/screens/checklists/refusal';
import { groupOfRule, RULES_BY_GROUP } from '../../pwa/screens/checklists/rule-groups';
import { language } from '../../pwa/ui/index';
import { sampleText, saved } from './sample';

const planted = saved('planted-2024.html');

function checklist(over: Partial<Checklist> = {}): Checklist {
  return { name: '示例清单', version: '1', forms: [], rules: {}, deadlines: null, relations: [], manual: [], ...over };
}

async function kept(id: string, based: number, over: Partial<Checklist> = {}) {
  const saved = await saveChecklist(id, based, checklist(over));
  if (!saved.ok) throw new Error(saved.error.reason);
  return saved.value;
}

beforeEach(async () => {
  await database.delete();
  await database.open();
});

describe('the store of checklists', () => {
  it('adds a version at each save, and leaves the old ones to be read', async () => {
    await kept('a', 0, { manual: [{ id: 'm', text: '看一看' }] });
    await kept('a', 1, { manual: [] });
    expect(
      (await versionsOf('a')).map(({ number, checklist }) => [number, checklist.version, checklist.manual]),
    ).toEqual([
      [2, '2', []],
      [1, '1', [{ id: 'm', text: '看一看' }]],
    ]);
    expect((await listChecklists()).checklists.map(({ number }) => number)).toEqual([2]);
  });

  it('keeps both of two windows that save the same version, and says so', async () => {
    await kept('a', 0);
    expect((await kept('a', 1, { name: '甲改的' })).between).toBe(0);
    expect((await kept('a', 1, { name: '乙改的' })).between).toBe(1);
    expect((await versionsOf('a')).map((each) => each.checklist.name)).toEqual(['乙改的', '甲改的', '示例清单']);
  });

  it('keeps a draft that is not whole, and drops it with the save', async () => {
    const draft = {
      id: 'a',
      based: 0,
      seen: [],
      tab: 't',
      changedAt: '2026-01-01T00:00:00.000Z',
      checklist: checklist({ name: '', relations: [{ text: '现行有效 ≥' }] }),
    };
    await putDraft(draft);
    expect(await loadDraft('a')).toEqual(draft);
    await kept('a', 0);
    expect(await listDrafts()).toEqual([]);
  });

  it('leaves the draft of another window where it stands when this one saves', async () => {
    const draft = {
      id: 'a',
      based: 0,
      seen: [],
      tab: 'b',
      changedAt: '2026-01-01T00:00:00.000Z',
      checklist: checklist(),
    };
    await putDraft(draft);
    const saved = await saveChecklist('a', 0, checklist({ name: '甲改的' }), [], ({ tab }) => tab === 'a');
    expect([saved.ok, await loadDraft('a')]).toEqual([true, draft]);
    await saveChecklist('a', 1, checklist(), [], ({ tab }) => tab === 'b');
    expect(await loadDraft('a')).toBeNull();
  });

  it('refuses what it could not read back', async () => {
    expect((await saveChecklist('a', 0, checklist({ name: '  ' }))).ok).toBe(false);
    expect(await versionsOf('a')).toEqual([]);
  });

  it('keeps the draft where the disk is full in the middle of a save', async () => {
    const draft = { id: 'a', based: 0, seen: [], tab: 't', changedAt: '', checklist: checklist() };
    await putDraft(draft);
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.checklists.hook('creating', full);
    try {
      expect(await saveChecklist('a', 0, checklist())).toMatchObject({ ok: false, error: { code: 'full' } });
    } finally {
      database.checklists.hook('creating').unsubscribe(full);
    }
    expect([await versionsOf('a'), await loadDraft('a')]).toEqual([[], draft]);
  });

  it('leaves rows of a later version where they are, and numbers beyond them', async () => {
    await kept('a', 0);
    await database.checklists.put({ id: 'a', number: 7, later: true });
    expect((await listChecklists()).unreadable).toBe(1);
    expect((await kept('a', 1)).kept.number).toBe(8);
    expect(await database.checklists.get(['a', 7])).toEqual({ id: 'a', number: 7, later: true });
  });

  it('brings back all versions and the draft of what was deleted', async () => {
    await kept('a', 0);
    await kept('a', 1);
    await putDraft({ id: 'a', based: 2, seen: [], tab: 't', changedAt: '', checklist: checklist() });
    const before = [await versionsOf('a'), await loadDraft('a')];
    const deleted = await deleteChecklist('a');
    expect([await versionsOf('a'), await loadDraft('a')]).toEqual([[], null]);
    if (deleted.ok) await deleted.value();
    expect([await versionsOf('a'), await loadDraft('a')]).toEqual(before);
  });

  it.each([
    ['1', '2'],
    ['9', '10'],
    ['2025-03', '2025-03.1'],
    ['2025-03.1', '2025-03.2'],
    ['初稿', '初稿.1'],
  ])('calls what comes after version %s %s', (before, after) => {
    expect(nextVersion(before)).toBe(after);
  });
});

describe('the checklists that are ready made', () => {
  it.each([...READY, ...readyIn('en')].map((ready) => [ready.checklist.name, ready] as const))(
    '%s is whole and has nothing wrong',
    (_, ready) => {
      expect(checklistSchema.safeParse(ready.checklist).success).toBe(true);
      expect(lintChecklist(ready.checklist)).toEqual([]);
    },
  );

  it('are the same in English but for names and words', () => {
    const shape = ({ id, checklist: { name: _, manual, ...rest } }: ReadyChecklist) => ({
      id,
      ...rest,
      manual: manual.map((item) => [item.id, item.by]),
    });
    expect(readyIn('en').map(shape)).toEqual(READY.map(shape));
    expect(JSON.stringify(readyIn('en'))).not.toMatch(/[\u4e00-\u9fff]/);
    expect(readyIn('zh-CN')).toBe(READY);
  });

  it('raises no error on a correct report', async () => {
    for (const { checklist } of READY) {
      const trial = await tryOn(checklist);
      expect(trial?.after.error).toBe(trial?.before.error);
    }
  });
});

async function tryOn(own: Checklist) {
  const correct = saved('shuyang-development-bureau-2023.html');
  await saveReport(correct);
  return tryChecklist(own, correct.id);
}

describe('the choice', () => {
  const html = new TextEncoder().encode(sampleText('planted-2024.html'));
  async function read() {
    const checked = await checkBytes(html, 'planted-2024.html');
    if (!checked.ok) throw new Error('not read');
    return checked.value;
  }

  it('is none at first, the default once there is one, and that of the batch before it', async () => {
    expect((await read()).report.outcome.checklist).toBeUndefined();
    await saveSetting('checklist', 'ready:town');
    expect((await read()).report.outcome.checklist?.name).toBe('乡镇（街道）年报');
    await saveSetting('batchChecklist', 'ready:department');
    expect((await read()).checklist).toBe('ready:department');
    await saveSetting('batchChecklist', WITHOUT);
    expect((await read()).report.outcome.checklist).toBeUndefined();
  });

  it('of a report stays with it', async () => {
    await saveSetting('checklist', 'ready:town');
    await chooseFor(planted.id, null);
    expect((await read()).checklist).toBeNull();
    await chooseFor(planted.id, 'ready:county');
    expect((await checklistFor(planted.id))?.id).toBe('ready:county');
    expect(await checklistOf('another')).toBeNull();
  });

  it('of one that was deleted means none', async () => {
    await chooseFor(planted.id, 'gone');
    expect(await checklistFor(planted.id)).toBeNull();
  });

  it('gives the same object while the version is the same', async () => {
    await kept('a', 0);
    const first = await checklistById('a');
    expect(await checklistById('a')).toBe(first);
    await kept('a', 1);
    expect((await checklistById('a'))?.version).toBe('2');
  });

  it('checks kept reports again, and the outcome says with what', async () => {
    await saveReport(planted);
    await kept('a', 0, { rules: { 't3-suspect-cell': 'off' }, relations: [{ text: '现行有效 ≥ 制发' }] });
    await recheckAll([planted.id, 'none'], 'a', () => undefined);
    const report = await loadReport(planted.id);
    if (report === null || report === 'unreadable') throw new Error('lost');
    expect(report.outcome.checklist).toMatchObject({ name: '示例清单', version: '1', off: ['t3-suspect-cell'] });
    expect((await checklistOf(planted.id))?.id).toBe('a');
    await recheckAll([planted.id], null, () => undefined);
    const without = await loadReport(planted.id);
    expect(without !== null && without !== 'unreadable' && without.outcome).toEqual(planted.outcome);
    await expect(recheckAll([planted.id], 'gone', () => undefined)).rejects.toThrow('no checklist');
  });
});

describe('a trial', () => {
  it('counts what a checklist changes, and keeps nothing', async () => {
    const trial = await tryChecklist(checklist({ rules: { 't3-suspect-cell': 'info' } }), null);
    expect(trial?.before.error).toBeGreaterThan(trial?.after.error ?? 0);
    expect(await database.reports.count()).toBe(0);
  });

  it('is none of a report that is not there', async () => {
    expect(await tryChecklist(checklist(), 'gone')).toBeNull();
  });
});

it('has every rule in one group', () => {
  expect(RULES_BY_GROUP.flatMap(([, some]) => some.map(({ id }) => id)).sort()).toEqual(
    rules.map(({ id }) => id).sort(),
  );
  expect(RULES_BY_GROUP.filter(([, some]) => some.length === 0)).toEqual([]);
  expect(groupOfRule({ id: 't4-total' })).toBe('sums');
});

it('says the same version last', async () => {
  expect(await lastVersion('none')).toBeNull();
});

describe('what keeps a checklist from being saved', () => {
  const form: OwnForm = { name: '表', rows: ['甲'], columns: ['乙'], relations: [] };
  const labels = Array<string>(900).fill('甲');
  const wide = {
    ...form,
    relations: [{ axis: 'row' as const, total: '计', parts: labels, lines: labels, rounding: 0 }],
  };
  const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

  it('is nothing up to the limits', () => {
    expect(refusalOf(checklist({ ownForms: times(100, form), relations: times(200, { text: '甲 = 乙' }) }))).toBeNull();
  });

  it.each([
    [
      'ownForms',
      { ownForms: times(101, form) },
      '自定报表格式有 101 种，一份清单最多 100 种，请移除一些',
      'at most 100',
    ],
    ['sums', { ownForms: times(2, wide) }, '合计关系合起来太多', 'too many sums'],
    [
      'relations',
      { relations: times(201, { text: '甲 = 乙' }) },
      '自定关系有 201 条，一份清单最多 200 条',
      'at most 200',
    ],
    [
      'manual',
      { manual: times(501, { id: 'a', text: '看' }) },
      '人工核查事项有 501 条，一份清单最多 500 条',
      'at most 500',
    ],
    ['text', { relations: [{ text: '长'.repeat(2001) }] }, '最多 2000 字', '2000 characters'],
    ['name', { name: ' ' }, '清单名称 没有填好', 'Name of the checklist is not filled in'],
  ] as const)('is said with the limit and what to do: %s', (_, over, zh, en) => {
    expect(refusalOf(checklist(over))).toContain(zh);
    language.value = 'en';
    const english = refusalOf(checklist(over));
    language.value = 'zh-CN';
    expect(english).toContain(en);
  });
});
