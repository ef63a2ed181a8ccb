/** Published PDF files: every number as the reports give it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { otherReportOf } from '../../core/document/other-report';
import { check, type Document } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { formOf } from '../support/render';
import { numbered } from '../support/values';

const url = (path: string): URL => new URL(`../fixtures/${path}`, import.meta.url);
const facts = JSON.parse(readFileSync(url('formats/published.facts.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>;

async function read(name: string): Promise<Document> {
  const result = await readFile(readFileSync(url(`formats/${name}`)), readHtml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

it.each(['hongze-district-2023.pdf', 'huaian-city-2024.pdf'])('%s: every number, on its own cell', async (name) => {
  const outcome = check(await read(name));
  expect(Object.fromEntries(Object.entries(outcome.facts).map(([id, { value }]) => [id, value]))).toEqual(facts[name]);
});

it('finds the two totals of table four that one of them has wrong, and no other error', async () => {
  const outcome = check(await read('hongze-district-2023.pdf'));
  const errors = outcome.findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, relations }) => [rule, relations[0]?.at])).toEqual([
    ['t4-total', 'review'],
    ['t4-total', 'lawsuit.afterReview'],
  ]);
  expect(outcome.coverage).toEqual({
    cells: { expected: 186, read: 186 },
    relations: { expected: 40, consistent: 38, inconsistent: 2, unchecked: 0, notApplicable: 0 },
  });
  expect(outcome.findings.filter(({ rule }) => rule === 'table-altered')).toHaveLength(1);
});

it('raises no error on the other', async () => {
  const outcome = check(await read('huaian-city-2024.pdf'));
  expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(outcome.coverage.relations.consistent).toBe(42);
});

it('says where each cell is printed', async () => {
  const document = await read('huaian-city-2024.pdf');
  const cell = document.blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : []))
    .find(({ text }) => text === '447228');
  expect(cell?.at?.page).toBe(3);
});

it.each(['final-accounts-template.pdf', 'final-accounts-2024.pdf'])(
  'relatives/%s is told to be the accounts of a department by its title too',
  async (name) => expect(otherReportOf(await read(`../relatives/${name}`))).toBe('final-accounts'),
);

it('reads the template of final accounts as the blank form of nine tables that it is', async () => {
  const document = await read('../relatives/final-accounts-template.pdf');
  expect(document.blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThanOrEqual(9);
  const outcome = check(document);
  expect(outcome).toMatchObject({ status: 'blank-form', form: 'final-accounts@2016', findings: [] });
  expect(Object.values(outcome.forms)).toHaveLength(9);
});

it.each([
  ['numbered-2021.pdf', 200],
  ['numbered-2021-cut-rows.pdf', 200],
  ['numbered-2021-dotted.pdf', 200],
  ['numbered-2021-double.pdf', 200],
  // Table four breaks its numbers over two lines, and no border says that they are not two rows.
  ['numbered-2021-no-border.pdf', 185],
])('%s: nothing misplaced, %i cells read', async (name, count) => {
  const { facts } = check(await read(name));
  const cells = numbered(formOf('2021'));
  const present = Object.entries(facts).filter(([, { state }]) => state !== 'missing' && state !== 'text');
  expect(Object.fromEntries(present.map(([id, { value }]) => [id, value]))).toEqual(
    Object.fromEntries(present.map(([id]) => [id, cells[id]])),
  );
  expect(present).toHaveLength(count);
});
