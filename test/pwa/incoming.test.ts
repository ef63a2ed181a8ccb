/** What stands out in what comes in, and checklists that come as files of their own. */
import { expect, it } from 'vitest';
import { writeChecklist } from '../../core/exchange/checklist';
import { farAhead } from '../../core/exchange/differences';
import { newWords } from '../../core/exchange/merge';
import { sharedChecklistsOf } from '../../core/exchange/shared-checklist';
import type { Checklist } from '../../core/index';
import { checklistBundle } from '../../pwa/exchange/checklist-bundle';
import { opinion } from './sample';

it('counts words whose counter or clock is far ahead, and no others', () => {
  const tomorrow = '2026-01-21T00:00:00.000Z';
  const count = (over: Parameters<typeof opinion>[0]): number => farAhead([opinion(over)], 40, tomorrow);
  expect(count({ counter: 41 })).toBe(0);
  expect(count({ counter: 900_000 })).toBe(0);
  expect(count({ counter: 1_100_000 })).toBe(1);
  expect(count({ at: '2026-01-20T23:59:00.000Z' })).toBe(0);
  expect(count({ at: '1999-01-01T00:00:00.000Z' })).toBe(0);
  expect(count({ at: '2031-01-01T00:00:00.000Z' })).toBe(1);
});

const checklist: Checklist = {
  name: '乡镇清单',
  version: '2',
  forms: [],
  rules: {},
  deadlines: null,
  relations: [],
  manual: [],
};

it('takes a checklist’s file as one word, the same for everybody who opens it', () => {
  const read = [1, 2].map(() => checklistBundle(writeChecklist(checklist)));
  expect(read[0]).toEqual(read[1]);
  const words = read[0]?.ok ? read[0].value.opinions : [];
  expect(sharedChecklistsOf(words)[0]?.versions[0]?.checklist).toEqual(checklist);
  expect(newWords(words, new Set(words.map(({ id }) => id)), words).fresh).toEqual([]);
});

it('says what is wrong with one, and leaves everything else to others', () => {
  const text = writeChecklist(checklist);
  expect(checklistBundle(text.replace('"version": 1', '"version": 3'))).toMatchObject({ error: { code: 'newer' } });
  expect(checklistBundle(text.replace('"manual"', '"manuell"'))).toMatchObject({
    error: { code: 'checklist', reason: 'checklist.manuell' },
  });
  expect(checklistBundle('{"format":"gouji","version":1}')).toBeNull();
});
