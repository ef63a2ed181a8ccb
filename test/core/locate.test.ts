import { describe, expect, it } from 'vitest';
import { type CellId, check, type Finding, type Form } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { balanced, type Numbers } from '../support/balanced';
import { cellIdsOf, formOf, renderPage } from '../support/render';

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
