/** Table four where its lines or headings are not those of the form: what is not certain has no value. */
import { expect, it } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, renderPage } from '../support/render';

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const row = (cells: readonly (string | number)[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

/** A page whose section four holds these tables. */
function disputes(...tables: readonly string[]): Outcome {
  const page = renderPage({ form: formOf('2021') }, (table) => (table.shape === 'strip' ? tables.join('') : ''));
  return check(readHtml(page));
}

function valuesOf({ facts }: Outcome): Record<string, string> {
  const read = Object.entries(facts).filter(([id, { state }]) => id.startsWith('disputes.') && state !== 'missing');
  return Object.fromEntries(read.map(([id, { raw }]) => [id.replace('disputes.', ''), raw]));
}

const table = (...rows: readonly string[]): string => `<table>${rows.join('')}</table>`;
const HEAD = table(
  '<tr><td rowspan="3">年度</td><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>',
  `<tr>${RESULTS.map((text) => `<td rowspan="2">${text}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>`,
  row([...RESULTS, ...RESULTS]),
).replace('</table>', '');

it('believes none of two lines that are labelled with years', () => {
  const outcome = disputes(
    `${HEAD}${row(['2023年', ...numbers(31, 15)])}${row(['2024年', ...numbers(51, 15)])}</table>`,
  );
  expect(valuesOf(outcome)).toEqual({});
});

it('reads the one line that is labelled', () => {
  const values = valuesOf(disputes(`${HEAD}${row(['2024年', ...numbers(51, 15)])}</table>`));
  expect(Object.values(values)).toEqual(numbers(51, 15).map(String));
});

it('does not take a telephone number below a blank line for its value', () => {
  const blank = row(['', ...numbers(1, 15).map(() => '')]);
  const outcome = disputes(`${HEAD}${blank}${row(['填报人', '', '', '8888888'])}</table>`);
  expect(Object.values(valuesOf(outcome)).filter((raw) => raw !== '')).toEqual([]);
});

it('reads one group alone, and says that the others are not there', () => {
  const outcome = disputes(table('<tr><td colspan="5">复议后起诉</td></tr>', row(RESULTS), row([1, 2, 3, 4, 10])));
  expect(valuesOf(outcome)).toEqual({
    'lawsuit.afterReview.upheld': '1',
    'lawsuit.afterReview.corrected': '2',
    'lawsuit.afterReview.otherResult': '3',
    'lawsuit.afterReview.pending': '4',
    'lawsuit.afterReview.total': '10',
  });
  expect(outcome.findings.map(({ rule }) => rule)).toContain('table-altered');
});

it('gives no group the results of a table that names none', () => {
  expect(valuesOf(disputes(table(row(RESULTS), row([1, 2, 3, 4, 10]), row([0, 0, 0, 0, 0]))))).toEqual({});
});

it('gives no cell one of two numbers under the same headings', () => {
  const twice = table('<tr><td colspan="10">行政复议</td></tr>', row([...RESULTS, ...RESULTS]), row(numbers(31, 10)));
  expect(valuesOf(disputes(twice))).toEqual({});
});

it('joins no group of another report to the first one’s', () => {
  const part = (group: string, from: number): string =>
    table(`<tr><td colspan="5">${group}</td></tr>`, row(RESULTS), row(numbers(from, 5)));
  const first = [part('行政复议', 31), part('未经复议直接起诉', 41)];
  const second = [part('行政复议', 51), part('未经复议直接起诉', 61), part('复议后起诉', 71)];
  expect(Object.values(valuesOf(disputes(...first, ...second)))).toEqual(
    [...numbers(31, 5), ...numbers(41, 5)].map(String),
  );
});

it('takes no line that numbers the columns for numbers, though a column of notes has none', () => {
  const head = HEAD.replace('<td rowspan="3">年度</td>', '').replace('</tr>', '<td rowspan="3">备注</td></tr>');
  const values = valuesOf(disputes(`${head}${row([...numbers(1, 15), ''])}${row([...numbers(51, 15), ''])}</table>`));
  expect(Object.values(values)).toEqual(numbers(51, 15).map(String));
});
