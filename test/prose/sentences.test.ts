/** Thirty real sentences, each in a report: silent beside the tables they were written for, found beside others. */
import { describe, expect, it } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, renderPage } from '../support/render';
import { type RealSentence, type Rows, SENTENCES } from './sentences';
import { applications, disputes, PROSE_RULES } from './worlds';

type Tables = Pick<RealSentence, 'applications' | 'disclosure' | 'disputes' | 'lastYear'>;

function cellsOf(sentence: RealSentence, change: Tables): Record<string, string | number> {
  const rows: Rows = { ...sentence.applications, ...change.applications };
  const columns = Object.entries(rows).map(([row, own]) => [row, typeof own === 'number' ? { individual: own } : own]);
  const disclosure = { ...sentence.disclosure, ...change.disclosure };
  return {
    ...applications(Object.fromEntries(columns)),
    ...disputes({ ...sentence.disputes, ...change.disputes }),
    ...Object.fromEntries(Object.entries(disclosure).map(([cell, value]) => [`disclosure.${cell}`, value])),
  };
}

function rulesFound(sentence: RealSentence, change: Tables = {}): string[] {
  const { text, year, section, organ, lastYear } = sentence;
  const report = { form: formOf(sentence.form ?? '2021'), year, organ };
  const page = renderPage({ ...report, cells: cellsOf(sentence, change), prose: { [section]: [text] } });
  const last = (received: number): Outcome =>
    check(
      readHtml(renderPage({ ...report, year: year - 1, cells: applications({ received: { individual: received } }) })),
    );
  const outcome = check(readHtml(page), lastYear === undefined ? {} : { previous: last(lastYear) });
  expect(outcome.status).toBe('checked');
  return [...new Set(outcome.findings.map(({ rule }) => rule).filter((rule) => PROSE_RULES.test(rule)))];
}

it('all thirty are here', () => {
  const numbers = new Set(SENTENCES.map(({ number }) => number));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
});

describe.each(SENTENCES)('sentence $number', (sentence) => {
  it(sentence.wrong === undefined ? 'agrees with its tables' : 'contradicts its tables', () => {
    expect(rulesFound(sentence).sort()).toEqual([...(sentence.wrong ?? [])].sort());
  });

  it.each(
    sentence.against.map((change) => [change.rule, JSON.stringify({ ...change, rule: undefined }), change] as const),
  )('%s where %s', (rule, _, change) => {
    expect(rulesFound(sentence, change)).toContain(rule);
  });
});
