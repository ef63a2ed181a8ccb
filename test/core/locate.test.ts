import { describe, expect, it } from 'vitest';
import { type CellId, check, type Finding, type Form } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { cellIdsOf, formOf, renderPage } from '../support/render';

type Numbers = Record<CellId, number>;

/** A report in which every relation holds: item cells from a fixed sequence, totals added up. */
function balanced(form: Form): Numbers {
  const cells: Numbers = {};
  let seed = 7;
  const next = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % limit;
  };
  for (const id of cellIdsOf(form)) cells[id] = 0;
  const applications = form.tables.find((table) => table.id === 'applications');
  const columns = applications?.rows[0]?.cells.map((cell) => cell.column.id) ?? [];
  const items =
    applications?.relations
      .find((relation) => relation.id === 'outcomes-sum')
      ?.right.map((cell) => cell.split('.').slice(1, -1).join('.')) ?? [];
  const at = (row: string, column: string): CellId => `applications.${row}.${column}`;
  for (const column of columns.filter((each) => each !== 'total')) {
    for (const row of items) cells[at(row, column)] = next(60) + 3;
    cells[at('decided', column)] = items.reduce((sum, row) => sum + (cells[at(row, column)] ?? 0), 0);
    cells[at('carriedOut', column)] = next(20) + 5;
    cells[at('carriedIn', column)] = next(9) + 3;
    cells[at('received', column)] =
      (cells[at('decided', column)] ?? 0) +
      (cells[at('carriedOut', column)] ?? 0) -
      (cells[at('carriedIn', column)] ?? 0);
  }
  for (const row of applications?.rows ?? []) {
    cells[at(row.id, 'total')] = columns
      .filter((each) => each !== 'total')
      .reduce((sum, column) => sum + (cells[at(row.id, column)] ?? 0), 0);
  }
  for (const group of ['review', 'lawsuit.direct', 'lawsuit.afterReview']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map((result) => `disputes.${group}.${result}`);
    for (const part of parts) cells[part] = next(9) + 6;
    cells[`disputes.${group}.total`] = parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0);
  }
  return cells;
}

function findingsOf(form: Form, cells: Numbers): readonly Finding[] {
  return check(readHtml(renderPage({ form, cells, year: Number(form.id.slice(-4)) }))).findings;
}

describe.each(['2019', '2021'] as const)('form of %s', (year) => {
  const form = formOf(year);
  const correct = balanced(form);

  it('finds nothing in a balanced report', () => {
    expect(findingsOf(form, correct)).toEqual([]);
  });

  it.each([9, -1])('names every lone wrong cell of table three, and the value it should have (%d)', (slip) => {
    const wrong = cellIdsOf(form)
      .filter((id) => id.startsWith('applications.'))
      .filter((id) => {
        const value = correct[id] ?? 0;
        const findings = findingsOf(form, { ...correct, [id]: value + slip });
        const repair = [[{ cell: id, value: value + slip, expected: value }]];
        return (
          findings.length !== 1 ||
          findings[0]?.rule !== 't3-suspect-cell' ||
          JSON.stringify(findings[0].repairs) !== JSON.stringify(repair)
        );
      });
    expect(wrong).toEqual([]);
  });

  it('shows the five tied cells of table four', () => {
    const findings = findingsOf(form, {
      ...correct,
      'disputes.review.pending': (correct['disputes.review.pending'] ?? 0) - 1,
    });
    expect(findings.map((finding) => finding.rule)).toEqual(['t4-total']);
    expect(findings[0]?.suspects).toHaveLength(5);
    expect(findings[0]?.repairs.every((repair) => repair.length === 1)).toBe(true);
    expect(findings[0]?.suspects.find((suspect) => suspect.cell === 'disputes.review.pending')?.expected).toBe(
      correct['disputes.review.pending'],
    );
  });

  it('never offers a negative number', () => {
    const findings = findingsOf(form, { ...correct, 'disputes.review.total': 0 });
    expect(findings[0]?.suspects.map((suspect) => suspect.cell)).toEqual(['disputes.review.total']);
  });
});

describe('several errors', () => {
  const form = formOf('2021');
  const correct = balanced(form);
  const a = 'applications.granted.individual';
  const b = 'applications.notHandled.repeated.company';
  const value = (cell: CellId): number => correct[cell] ?? 0;

  it('parts two errors of different size into two findings', () => {
    const findings = findingsOf(form, { ...correct, [a]: value(a) + 1, [b]: value(b) + 2 });
    expect(findings.map((finding) => finding.repairs)).toEqual([
      [[{ cell: a, value: value(a) + 1, expected: value(a) }]],
      [[{ cell: b, value: value(b) + 2, expected: value(b) }]],
    ]);
  });

  it('shows both repairs where two errors of the same size could be at crossed cells', () => {
    const findings = findingsOf(form, { ...correct, [a]: value(a) + 1, [b]: value(b) + 1 });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.repairs.map((repair) => repair.map((change) => change.cell).sort())).toEqual(
      expect.arrayContaining([
        [a, b].sort(),
        ['applications.granted.company', 'applications.notHandled.repeated.individual'].sort(),
      ]),
    );
    expect(findings[0]?.repairs).toHaveLength(2);
  });

  it('changes two cells of one row together', () => {
    const c = 'applications.granted.company';
    const findings = findingsOf(form, { ...correct, [a]: value(a) + 1, [c]: value(c) + 2 });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.repairs).toEqual([
      [
        { cell: a, value: value(a) + 1, expected: value(a) },
        { cell: c, value: value(c) + 2, expected: value(c) },
      ],
    ]);
  });

  it('still names the lone cells where there are more than three errors', () => {
    const cells = [
      'granted.individual',
      'partlyGranted.company',
      'refused.stateSecret.research',
      'notHandled.petition.charity',
      'notHandled.repeated.legalService',
    ].map((id) => `applications.${id}`);
    const findings = findingsOf(form, {
      ...correct,
      ...Object.fromEntries(cells.map((cell, index) => [cell, value(cell) + 3 + index])),
    });
    expect(findings.map((finding) => finding.repairs[0]?.[0]?.cell).sort()).toEqual([...cells].sort());
  });

  it('does not judge a sum with a cell that was not read', () => {
    const outcome = check(readHtml(renderPage({ form, cells: { ...correct, [a]: '见附表' } })));
    expect(outcome.coverage.relations).toMatchObject({ inconsistent: 0, unchecked: 2 });
    expect(outcome.findings.map((finding) => finding.rule)).toEqual(['num-not-integer']);
  });

  it.each([0.1, 0.2, 0.5, 0.7, 0.9])(
    'keeps one finding where a cell is no count and breaks its sums (+%d)',
    (fraction) => {
      const printed = Number((value(a) + fraction).toFixed(1));
      const findings = findingsOf(form, { ...correct, [a]: printed });
      expect(findings.map((finding) => finding.rule)).toEqual(['num-not-integer']);
      expect(findings[0]?.repairs).toEqual([[{ cell: a, value: printed, expected: value(a) }]]);
    },
  );
});
