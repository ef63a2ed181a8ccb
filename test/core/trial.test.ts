import { expect, it } from 'vitest';
import { cellName, type Outcome, tryValues } from '../../core/index';
import { outcomeOf } from '../support/example';

/** 12 where 21 belongs: its row and its column fail. */
const outcome: Outcome = outcomeOf({
  name: 'transposed',
  findings: 1,
  cells: {
    'applications.received.individual': 21,
    'applications.received.total': 21,
    'applications.granted.individual': 12,
    'applications.granted.total': 21,
    'applications.decided.individual': 21,
    'applications.decided.total': 21,
  },
});
const keys = (outcome.findings[0]?.relations ?? []).map(({ id, at }) => `${id}@${at}`);
const granted = 'applications.granted.individual';

it('turns the sums that the value mends, and says so of every sum it is in', () => {
  const trial = tryValues(outcome, { [granted]: '21' }, keys, 'zh-CN');
  expect(trial.inconsistent).toEqual({ before: 2, now: 0 });
  expect(trial.sums.map(({ before, now }) => [before, now])).toEqual([
    ['inconsistent', 'consistent'],
    ['inconsistent', 'consistent'],
  ]);
  expect(trial.sums[0]?.line.right.concat(trial.sums[0].line.left).map(({ raw }) => raw)).toContain('21');
});

it('shows a sum that held and fails by the trial, and leaves the outcome as it is', () => {
  const before = JSON.stringify(outcome);
  const trial = tryValues(outcome, { 'applications.received.individual': '20' }, [], 'en');
  expect(trial.inconsistent).toEqual({ before: 2, now: 4 });
  expect(trial.sums.map(({ before: was, now }) => [was, now])).toEqual([
    ['consistent', 'inconsistent'],
    ['consistent', 'inconsistent'],
  ]);
  expect(JSON.stringify(outcome)).toBe(before);
});

it('reads what a person types as it reads a cell: empty is 0 in a sum, words are no number', () => {
  expect(tryValues(outcome, { [granted]: '２１' }, keys, 'en').inconsistent.now).toBe(0);
  expect(tryValues(outcome, { [granted]: 'many' }, keys, 'en').sums.map(({ now }) => now)).toEqual([
    'unchecked',
    'unchecked',
  ]);
});

it('without values it is what the check said', () => {
  const trial = tryValues(outcome, {}, keys, 'zh-CN');
  expect(trial.sums.map(({ before, now }) => before === now)).toEqual([true, true]);
  expect(trial.inconsistent.before).toBe(trial.inconsistent.now);
});

it('names a cell in both languages', () => {
  expect(cellName(granted, outcome, 'zh-CN')).toContain('予以公开');
  expect(cellName(granted, outcome, 'en')).not.toMatch(/[一-鿿]/);
});
