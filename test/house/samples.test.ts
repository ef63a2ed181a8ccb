/** What samples/README.md says of the samples. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';

function sample(name: string): Outcome {
  const text = readFileSync(resolve(import.meta.dirname, '../../samples', name), 'utf8');
  return check(name.endsWith('.html') ? readHtml(text) : readText(text), { sourceName: name });
}

it('the planted page gives its four errors, each once, and nothing else', () => {
  const outcome = sample('planted-2024.html');
  expect(outcome).toMatchObject({
    organ: '示例县人民政府',
    year: 2024,
    coverage: { cells: { expected: 200, read: 200 } },
  });
  const found = outcome.findings.map(({ rule, cells, suspects }) => ({
    rule,
    cells,
    expected: suspects.map(({ value, expected }) => [value, expected]),
  }));
  expect(found).toEqual([
    { rule: 'num-not-integer', cells: ['disclosure.penalty.decisions'], expected: [] },
    { rule: 't3-suspect-cell', cells: ['applications.granted.individual'], expected: [[12, 21]] },
    { rule: 't3-suspect-cell', cells: ['applications.notHandled.petition.total'], expected: [[5, 4]] },
    { rule: 't4-total', cells: expect.arrayContaining(['disputes.review.total']), expected: expect.anything() },
  ]);
  const tied = outcome.findings[3]?.suspects.map(({ cell, expected }) => `${cell.split('.').at(-1)} ${expected}`);
  expect(tied?.sort()).toEqual(['corrected 2', 'otherResult 1', 'pending 2', 'total 5', 'upheld 4']);
});

it.each(['liaozi-township-2024.txt', 'shuyang-development-bureau-2023.html', 'shanghai-general-office-2019.html'])(
  '%s is read in full and has no error',
  (name) => {
    const { coverage, findings } = sample(name);
    expect(coverage.cells.read).toBe(coverage.cells.expected);
    expect(coverage.relations.inconsistent).toBe(0);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);
