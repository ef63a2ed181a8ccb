import { expect, test } from 'vitest';
import { explain } from '../../core/index';
import { bySeverity, isFiltering, NO_FILTER, passes } from '../../extension/panel/filter';
import { saved } from '../pwa/sample';

const { outcome } = saved('planted-2024.html');
const items = outcome.findings.map((finding) => ({ finding, explanation: explain(finding, outcome, 'zh-CN') }));
const count = (filter: Partial<typeof NO_FILTER>, status: 'open' | 'dismissed' = 'open'): number =>
  items.filter((item) => passes(item, status, { ...NO_FILTER, ...filter })).length;

test('without a filter all pass', () => {
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(count({})).toBe(items.length);
});

test('by severity, part, status and words in any order, digits of any width', () => {
  expect(count({ severities: ['info'] })).toBe(0);
  expect(count({ severities: ['error', 'info'] })).toBe(4);
  expect(count({ group: 'applications' })).toBe(2);
  expect(count({ text: '２１ 自然人' })).toBe(1);
  expect(count({ text: 'T4-TOTAL' })).toBe(1);
  expect(count({ text: '没有这个词' })).toBe(0);
  expect(count({ openOnly: true }, 'dismissed')).toBe(0);
});

test('heavier findings first, page order among equals', () => {
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error('no findings');
  const light = { ...first, finding: { ...first.finding, severity: 'info' as const } };
  expect(bySeverity([light, second, first])).toEqual([second, first, light]);
});
