/** Slips that touch several cells are named, and ties are ordered by what else is known. */
import { describe, expect, it } from 'vitest';
import { outcomeSchema } from '../../core/exchange/schema';
import { type CellId, check, explain, type Finding, type Outcome } from '../../core/index';
import { slipOf } from '../../core/locate/likelihood';
import { readHtml } from '../../core/read/html';
import type { OperationKind } from '../../core/rules/finding';
import { balanced, type Numbers } from '../support/balanced';
import { formOf, renderPage } from '../support/render';

const form = formOf('2021');
const correct = balanced(form);
const COLUMNS = ['individual', 'company', 'research', 'charity', 'legalService', 'otherOrganisation', 'total'];
const ROWS = form.tables.find((table) => table.id === 'applications')?.rows.map((row) => row.id) ?? [];

const at = (row: string, column: string): CellId => `applications.${row}.${column}`;
const value = (cell: CellId): number => correct[cell] ?? 0;

function outcomeOf(cells: Numbers, prose: Record<number, readonly string[]> = {}, previous?: Outcome): Outcome {
  const page = renderPage({ form, cells: { ...correct, ...cells }, prose, year: 2024 });
  return check(readHtml(page), previous === undefined ? {} : { previous });
}

/** The one finding with failing sums, which must name this operation first and undo exactly what was done. */
function expectOperation(wrong: Numbers, kind: OperationKind): Finding {
  const findings = outcomeOf(wrong).findings.filter(({ relations }) => relations.length > 0);
  expect(findings.map((finding) => finding.rule)).toEqual(['t3-suspect-cell']);
  const [finding] = findings;
  if (finding === undefined) throw new Error('nothing was found');
  const [operation] = finding.operations ?? [];
  expect(operation?.kind).toBe(kind);
  const undone = Object.fromEntries((operation?.changes ?? []).map((change) => [change.cell, change.expected]));
  const changed = Object.keys(wrong).filter((cell) => wrong[cell] !== value(cell));
  expect(undone).toEqual(Object.fromEntries(changed.map((cell) => [cell, value(cell)])));
  return finding;
}

function swapped(pairs: readonly (readonly [CellId, CellId])[]): Numbers {
  return Object.fromEntries(
    pairs.flatMap(([one, other]) => [
      [one, value(other)],
      [other, value(one)],
    ]),
  );
}

/** The line with its numbers one further on; what stands at its start becomes 0, what falls off its end is lost. */
function shifted(line: readonly CellId[]): Numbers {
  return Object.fromEntries(line.map((cell, index) => [cell, index === 0 ? 0 : value(line[index - 1] ?? '')]));
}

describe('an operation', () => {
  it('is two neighbours of a row swapped', () => {
    const pair = [at('granted', 'individual'), at('granted', 'company')] as const;
    const finding = expectOperation(swapped([pair]), 'cells-swapped');
    expect(finding.repairs[0]?.map((change) => change.cell).sort()).toEqual([...pair].sort());
  });

  it('is two neighbours of a column swapped, also where they share no sum', () => {
    expectOperation(
      swapped([[at('refused.otherLaw', 'individual'), at('refused.stateSecret', 'individual')]]),
      'cells-swapped',
    );
    const finding = expectOperation(swapped([[at('carriedIn', 'company'), at('granted', 'company')]]), 'cells-swapped');
    expect(finding.relations).toHaveLength(4);
  });

  it('is two whole rows swapped: too many cells for a repair, all of them suspects', () => {
    const wrong = swapped(COLUMNS.map((column) => [at('carriedIn', column), at('granted', column)] as const));
    const finding = expectOperation(wrong, 'rows-swapped');
    expect(finding.repairs).toEqual([]);
    expect(finding.suspects).toHaveLength(14);
    expect(explain(finding, outcomeOf(wrong), 'zh-CN').message).toContain(
      '可能是“上年结转政府信息公开申请数量”行与“予以公开”行的数字互换。',
    );
  });

  it.each([6, 7])('is the first %d numbers of a row one column to the right', (width) => {
    const line = COLUMNS.slice(0, width).map((column) => at('notHandled.repeated', column));
    expectOperation(shifted(line), 'row-shifted-right');
  });

  it.each([6, 7])('is the first %d numbers of a row one column to the left', (width) => {
    const line = COLUMNS.slice(0, width).map((column) => at('received', column));
    expectOperation(shifted(line.reverse()), 'row-shifted-left');
  });

  it.each([
    ['down', 'column-shifted-down'],
    ['up', 'column-shifted-up'],
  ] as const)('is part of a column one row %s', (direction, kind) => {
    const line = ROWS.slice(6, 15).map((row) => at(row, 'charity'));
    const wrong = shifted(direction === 'down' ? line : line.reverse());
    const finding = expectOperation(wrong, kind);
    expect(finding.repairs).toEqual([]);
    for (const language of ['zh-CN', 'en'] as const)
      expect(explain(finding, outcomeOf(wrong), language).message).not.toMatch(/undefined|null/);
  });

  it('is a total added up from a wrong cell', () => {
    const [cell, total] = [at('granted', 'individual'), at('decided', 'individual')];
    expectOperation({ [cell]: value(cell) + 7, [total]: value(total) + 7 }, 'total-recomputed');
  });

  it('is the slip of a single cell', () => {
    const cell = at('received', 'total');
    expectOperation({ [cell]: value(cell) * 10_000 }, 'unit');
    const { findings } = outcomeOf({ [cell]: value(cell) + 9999 });
    expect(findings[0]).not.toHaveProperty('operations');
  });

  it('passes the schema, and is no part of it that older outcomes must have', () => {
    const outcome: unknown = JSON.parse(
      JSON.stringify(outcomeOf(swapped([[at('granted', 'individual'), at('granted', 'company')]]))),
    );
    expect(outcomeSchema.parse(outcome)).toEqual(outcome);
  });

  it('beside another error leaves two findings', () => {
    const lone = at('unavailable.notHeld', 'research');
    const { findings } = outcomeOf({
      ...shifted(COLUMNS.map((column) => at('received', column))),
      [lone]: value(lone) * 10 + 7,
    });
    expect(findings.map(({ operations }) => operations?.[0]?.kind)).toEqual(['row-shifted-right', 'digit-added']);
  });
});

describe('slipOf', () => {
  it.each([
    [12, 21, 'transposed'],
    [12, 120, 'digit-lost'],
    [1200, 12, 'unit'],
    [1.2, 12_000, 'unit'],
    [-5, 5, 'sign'],
    [null, 5, 'left-empty'],
    [0, 5, null],
  ] as const)('from %s to %s', (printed, expected, slip) => {
    expect(slipOf({ cell: 'x', value: printed, expected })).toBe(slip);
  });
});

describe('several errors', () => {
  it('of five cells, two of them in one row, are told apart', () => {
    const cells = ['granted.individual', 'granted.company', 'refused.otherLaw.research', 'carriedOut.charity'];
    const more = 'notHandled.repeated.legalService';
    const wrong = Object.fromEntries(
      [...cells, more].map((cell, index) => [`applications.${cell}`, value(`applications.${cell}`) + 11 * (index + 1)]),
    );
    const { findings } = outcomeOf(wrong);
    expect(findings.map(({ repairs }) => [repairs.length, repairs[0]?.length]).sort()).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 2],
    ]);
  });
});

describe('ties', () => {
  const [cell, total] = [at('partlyGranted', 'company'), at('partlyGranted', 'total')];
  const recomputed = { [cell]: value(cell) + 1, [total]: value(total) + 1 };
  const firstOf = (outcome: Outcome): (string | undefined)[] =>
    (outcome.findings.find(({ relations }) => relations.length > 0)?.repairs[0] ?? []).map((change) => change.cell);

  it('are ordered by what the prose says of a row, and stay complete', () => {
    const alone = outcomeOf(recomputed).findings[0];
    expect(alone).not.toHaveProperty('favoured');
    const told = outcomeOf(recomputed, {
      3: [`本年度办理的政府信息公开申请中，部分公开${value(total)}件。`],
    });
    const finding = told.findings.find(({ rule }) => rule === 't3-suspect-cell');
    expect(firstOf(told).sort()).toEqual([cell, total].sort());
    expect(finding?.favoured).toBe(1);
    expect(finding?.repairs).toHaveLength(alone?.repairs.length ?? 0);
    expect(finding === undefined ? '' : explain(finding, told, 'zh-CN').reasoning).toContain('支持排在最前的改法');
    expect(finding?.fingerprint).toBe(alone?.fingerprint);
  });

  it('are ordered by last year’s 结转下年度', () => {
    const [carried, sum] = [at('carriedIn', 'company'), at('carriedIn', 'total')];
    const wrong = { [carried]: value(carried) + 1, [sum]: value(sum) + 1 };
    const last = Object.fromEntries(
      Object.entries(correct).map(([id, number]) => [id, id.includes('.carriedOut.') ? number : 0]),
    );
    for (const column of COLUMNS) last[at('carriedOut', column)] = value(at('carriedIn', column));
    const previous = check(readHtml(renderPage({ form, cells: last, year: 2023 })));
    const other = check(readHtml(renderPage({ form, cells: last, year: 2022 })));
    expect(firstOf(outcomeOf(wrong, {}, previous)).sort()).toEqual([carried, sum].sort());
    expect(outcomeOf(wrong, {}, previous).findings.find(({ relations }) => relations.length > 0)?.favoured).toBe(1);
    expect(outcomeOf(wrong, {}, other).findings.some(({ favoured }) => favoured !== undefined)).toBe(false);
  });

  it('of table four put first the cell that the prose tells otherwise', () => {
    const upheld = 'disputes.review.upheld';
    const wrong = { [upheld]: value(upheld) + 2 };
    const silent = outcomeOf(wrong).findings[0];
    const told = outcomeOf(wrong, { 4: [`行政复议结果维持${value(upheld)}件。`] });
    const finding = told.findings.find(({ rule }) => rule === 't4-total');
    expect(finding?.repairs.map((repair) => repair.length)).toEqual([1, 1, 1, 1, 1]);
    expect(finding?.repairs[0]?.[0]?.cell).toBe(upheld);
    expect(finding?.favoured).toBe(1);
    expect(silent?.repairs).toHaveLength(5);
  });
});
