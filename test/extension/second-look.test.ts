import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check, inferSums, type Outcome, OWN_FORM_SUM, ownFormOf, withOwnForms } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { secondLook } from '../../extension/round/second-look';
import { statisticsPage, withStatistics } from '../e2e/harness/statistics';

const PLANTED = readFileSync('samples/planted-2024.html', 'utf8');

function outcomeOf(html: string): Outcome {
  return check({ ...readHtml(html), address: 'https://example.gov.cn/1.html' });
}

const before = outcomeOf(PLANTED);
const all = new Set(before.findings.map(({ fingerprint }) => fingerprint));

test('a number put right is corrected, the others are unchanged', () => {
  const { findings, fresh, replaced } = secondLook(all, before, outcomeOf(PLANTED.replace('<p>3.5</p>', '<p>3</p>')));
  expect(replaced).toBe(false);
  expect(fresh).toBe(0);
  const verdicts = findings.map(({ verdict }) => verdict);
  expect(verdicts.filter((each) => each === 'corrected')).toHaveLength(1);
  expect(verdicts.filter((each) => each === 'unchanged')).toHaveLength(all.size - 1);
});

test('another wrong number in its place is a change, not a correction', () => {
  const { findings } = secondLook(all, before, outcomeOf(PLANTED.replace('<p>3.5</p>', '<p>3.6</p>')));
  expect(findings.map(({ verdict }) => verdict).filter((each) => each === 'changed')).toHaveLength(1);
});

test('tables that are gone from the page correct nothing', () => {
  const { findings } = secondLook(all, before, outcomeOf(PLANTED.replace(/<table[\s\S]*<\/table>/, '')));
  expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['unassessed']));
});

test('another organ’s report at the address says nothing of this one', () => {
  const other = secondLook(all, before, outcomeOf(PLANTED.replaceAll('示例县人民政府', '示例县教育局')));
  expect(other.replaced).toBe(true);
  expect(other.fresh).toBe(0);
  expect(new Set(other.findings.map(({ verdict }) => verdict))).toEqual(new Set(['unassessed']));
});

test('findings that somebody has settled are left in peace', () => {
  const [one = ''] = all;
  expect(secondLook(new Set([one]), before, before).findings.map(({ fingerprint }) => fingerprint)).toEqual([one]);
});

test('a table of a form of one’s own that is gone from the page is no correction, its figure put right is one', () => {
  const form = inferSums(readHtml(statisticsPage())).map((table) =>
    ownFormOf('乡镇户数', table, new Set(table.relations.map(({ key }) => key))),
  );
  const statistics = (wrong: number): string => withStatistics(PLANTED, { wrong });
  const found = (html: string): Outcome =>
    withOwnForms({ document: readHtml(html), outcome: outcomeOf(html) }, form, 'x');
  const earlier = found(statistics(5));
  const open = new Set(earlier.findings.filter(({ rule }) => rule === OWN_FORM_SUM).map((each) => each.fingerprint));
  expect(open.size).toBe(1);
  const verdicts = (html: string): string[] =>
    secondLook(open, earlier, found(html)).findings.map(({ verdict }) => verdict);
  expect(verdicts(statistics(0))).toEqual(['corrected']);
  expect(verdicts(PLANTED)).toEqual(['unassessed']);
});
