import { describe, expect, it } from 'vitest';
import { dismissalSchema } from '../../core/exchange/baseline';
import {
  applyDismissals,
  type CellId,
  cellValuesOf,
  check,
  type Dismissal,
  type Finding,
  type Outcome,
  valuesOf,
} from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, type PrintedReport, renderPage } from '../support/render';

const form = formOf('2021');
const outcomeOf = (cells: Record<CellId, string | number>, more: Partial<PrintedReport> = {}): Outcome =>
  check(readHtml(renderPage({ form, cells, ...more })));

const GRANTED = 'applications.granted.individual';
const PENALTY = 'disclosure.penalty.decisions';
const WRONG = { [GRANTED]: 3, [PENALTY]: '3.5', 'disputes.review.total': 2 };
const outcome = outcomeOf(WRONG);

function findingOf(rule: string): Finding {
  const finding = outcome.findings.find((each) => each.rule === rule);
  if (finding === undefined) throw new Error(`no finding of ${rule}`);
  return finding;
}

const thisFinding = (rule: string): Dismissal => ({
  scope: 'finding',
  finding: findingOf(rule).fingerprint,
  against: valuesOf(findingOf(rule), outcome),
  reason: '口径不同',
});
const theseCells = (cells: readonly CellId[]): Dismissal => ({
  scope: 'cell',
  organ: '示例县人民政府',
  year: 2024,
  cells,
  against: cellValuesOf(cells, outcome),
  reason: '已核对台账',
});
const thisRule = (rule: string, organ: string | null = null): Dismissal => ({
  scope: 'rule',
  rule,
  organ,
  reason: '本地不要求',
});

const standing = (now: Outcome, dismissals: readonly Dismissal[]): string[] =>
  applyDismissals(now, dismissals)
    .findings.filter((each) => each.dismissedBy.length === 0)
    .map(({ finding }) => finding.rule);
const states = (now: Outcome, dismissals: readonly Dismissal[]): string[] =>
  applyDismissals(now, dismissals).dismissals.map(({ state }) => state);

const ALL = ['num-not-integer', 't3-suspect-cell', 't4-total'];

it('keeps every finding in its place, marked by what dismissed it', () => {
  const dismissals = [thisRule('t4-total'), thisFinding('t4-total'), thisFinding('num-not-integer')];
  const result = applyDismissals(outcome, dismissals);
  expect(result.findings.map(({ finding }) => finding)).toEqual(outcome.findings);
  expect(result.findings.map(({ dismissedBy }) => dismissedBy)).toEqual([[2], [], [0, 1]]);
  expect(result.dismissals.map((each) => each.dismissal)).toEqual(dismissals);
  expect(applyDismissals(outcome, []).findings.every(({ dismissedBy }) => dismissedBy.length === 0)).toBe(true);
});

describe('this finding', () => {
  it('stays dismissed on a page published anew, and lapses with the values', () => {
    const dismissal = thisFinding('t3-suspect-cell');
    expect(standing(outcome, [dismissal])).toEqual(['num-not-integer', 't4-total']);
    expect(standing(outcomeOf({ ...WRONG, 'disclosure.licence.decisions': 8 }), [dismissal])).toEqual([
      'num-not-integer',
      't4-total',
    ]);
    const changed = outcomeOf({ ...WRONG, [GRANTED]: 4 });
    expect(standing(changed, [dismissal])).toEqual(ALL);
    expect(applyDismissals(changed, [dismissal]).dismissals[0]).toMatchObject({
      state: 'lapsed',
      findings: [findingOf('t3-suspect-cell').fingerprint],
    });
  });

  it('is idle on a report of another organ or year', () => {
    expect(states(outcomeOf(WRONG, { organ: '示例县教育局' }), [thisFinding('t4-total')])).toEqual(['idle']);
    expect(states(outcomeOf(WRONG, { year: 2023 }), [thisFinding('t4-total')])).toEqual(['idle']);
  });
});

describe('this cell', () => {
  it('covers whatever is said of it, and lapses when its value changes', () => {
    const dismissal = theseCells([GRANTED]);
    expect(standing(outcome, [dismissal])).toEqual(['num-not-integer', 't4-total']);
    expect(states(outcomeOf({ ...WRONG, [PENALTY]: '4.5' }), [dismissal])).toEqual(['applied']);
    const changed = outcomeOf({ ...WRONG, [GRANTED]: 4 });
    expect(states(changed, [dismissal])).toEqual(['lapsed']);
    expect(standing(changed, [dismissal])).toEqual(ALL);
  });

  it('does not answer a finding that may be about other cells too', () => {
    const tied = ['upheld', 'corrected', 'otherResult', 'pending', 'total'].map((id) => `disputes.review.${id}`);
    const [upheld = ''] = tied;
    expect(findingOf('t4-total').suspects.length).toBeGreaterThan(1);
    expect(states(outcome, [theseCells([upheld]), theseCells(tied)])).toEqual(['idle', 'applied']);
  });

  it('is of one report only', () => {
    for (const more of [{ organ: '示例县教育局' }, { year: 2023 }]) {
      expect(states(outcomeOf(WRONG, more), [theseCells([GRANTED])])).toEqual(['idle']);
    }
  });

  it('goes by the source where the page names no organ', () => {
    const nameless = check(readHtml(renderPage({ form, cells: WRONG, title: '2024年政府信息公开工作年度报告' })), {
      sourceName: 'a.html',
    });
    expect(nameless.organ).toBeNull();
    const dismissal: Dismissal = { ...theseCells([GRANTED]), organ: 'a.html' } as Dismissal;
    expect(applyDismissals(nameless, [dismissal], 'a.html').dismissals[0]?.state).toBe('applied');
    expect(applyDismissals(nameless, [dismissal], 'b.html').dismissals[0]?.state).toBe('idle');
  });
});

describe('this rule', () => {
  it('rests on no value, and may be of one organ', () => {
    const changed = outcomeOf({ 'disputes.review.total': 7 });
    expect(states(changed, [thisRule('t4-total'), thisRule('t4-total', '示例县教育局')])).toEqual(['applied', 'idle']);
    expect(states(changed, [thisRule('t4-total', '示例县人民政府')])).toEqual(['applied']);
  });
});

it('without a reason dismisses nothing, and passes no guard', () => {
  const blank: Dismissal = { ...thisRule('t4-total'), reason: ' ' };
  expect(standing(outcome, [blank])).toEqual(ALL);
  expect(states(outcome, [blank])).toEqual(['without-reason']);
  expect(dismissalSchema.safeParse(blank).success).toBe(false);
  for (const good of [thisRule('t4-total'), theseCells([GRANTED]), thisFinding('t4-total')]) {
    expect(dismissalSchema.parse(JSON.parse(JSON.stringify(good)))).toEqual(good);
  }
});
