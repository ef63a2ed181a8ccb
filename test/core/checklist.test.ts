import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkWith } from '../../core/check';
import { readChecklist } from '../../core/exchange/checklist';
import { outcomeSchema } from '../../core/exchange/schema';
import {
  type CellId,
  type Checklist,
  check,
  type Deadlines,
  explain,
  explainOutcome,
  forms,
  type Outcome,
  type Rule,
  rules,
  STATUTORY_DEADLINES,
} from '../../core/index';
import { readHtml } from '../../core/read/html';
import { checklistOf } from '../support/example';
import { formOf, type PrintedReport, renderPage } from '../support/render';

const form = formOf('2021');
type Cells = Record<CellId, string | number>;

function run(cells: Cells, checklist?: Checklist, previous?: Cells, more: Partial<PrintedReport> = {}): Outcome {
  const page = (own: Cells, year: number): string => renderPage({ form, cells: own, year, ...more });
  return check(readHtml(page(cells, 2024)), {
    ...(checklist === undefined ? {} : { checklist }),
    ...(previous === undefined ? {} : { previous: check(readHtml(page(previous, 2023))) }),
  });
}

const MADE = 'disclosure.normativeDocument.made';
const IN_FORCE = 'disclosure.normativeDocument.inForce';
const LICENCE = 'disclosure.licence.decisions';
const GRANTED = 'applications.granted.individual';

const own = (outcome: Outcome): (readonly [string, string, string | null])[] =>
  (outcome.checklist?.relations ?? []).map(({ text, state, reason }) => [text, state, reason]);
const rulesOf = (outcome: Outcome): string[] => outcome.findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('without a checklist', () => {
  it('nothing of it shows in an outcome', () => {
    const outcome = run({ [GRANTED]: 3 });
    expect('checklist' in outcome).toBe(false);
    expect(explainOutcome(outcome, 'zh-CN').coverage).not.toContain('清单');
  });

  it('an outcome is what a checklist that asks for nothing gives, but for its name', () => {
    for (const name of ['planted-2024.html', 'shanghai-general-office-2019.html']) {
      const document = readHtml(readFileSync(`samples/${name}`, 'utf8'));
      const { checklist, ...rest } = check(document, { checklist: checklistOf([]) });
      expect(checklist).toEqual({ name: '示例清单', version: '1', off: [], relations: [] });
      expect(JSON.stringify(rest)).toBe(JSON.stringify(check(document)));
    }
  });
});

describe('rules', () => {
  const wrong = { [GRANTED]: 3, 'disputes.review.total': 2, [LICENCE]: '7件' };

  it('are off, louder or softer, and the others stay as they are', () => {
    expect(rulesOf(run(wrong))).toEqual(['num-text-mixed info', 't3-suspect-cell error', 't4-total error']);
    const checklist = checklistOf([], {
      rules: { 'num-text-mixed': 'error', 't4-total': 'off', 't3-balance': 'info' },
    });
    const outcome = run(wrong, checklist);
    expect(rulesOf(outcome)).toEqual(['num-text-mixed error', 't3-suspect-cell error']);
    expect(outcome.checklist?.off).toEqual(['t4-total']);
  });

  it('leave the coverage as it was: what is off was still looked at', () => {
    const checklist = checklistOf([], { rules: { 't4-total': 'off' } });
    expect(run(wrong, checklist).coverage).toEqual(run(wrong).coverage);
  });

  it('leave the failing sums where only the located cell is off', () => {
    const outcome = run({ [GRANTED]: 3 }, checklistOf([], { rules: { 't3-suspect-cell': 'off' } }));
    expect(rulesOf(outcome)).toEqual(['t3-row-total error', 't3-items-total error']);
    expect(outcome.findings.every(({ suspects }) => suspects[0]?.cell === GRANTED)).toBe(true);
  });

  it('speak in a softer voice of the same cell', () => {
    const soft = run({ [GRANTED]: 3 }, checklistOf([], { rules: { 't3-suspect-cell': 'info' } }));
    const [loud] = run({ [GRANTED]: 3 }).findings;
    expect(soft.findings).toEqual([{ ...loud, severity: 'info' }]);
  });

  it('of no form of this name are no rules: an id of an object is none', () => {
    expect(() => run({}, checklistOf([], { rules: JSON.parse('{"constructor":"off","nope":"error"}') }))).not.toThrow();
  });
});

describe('a relation of one’s own', () => {
  const text = '规范性文件现行有效 ≥ 规范性文件制发';

  it('ends consistent, inconsistent, unchecked or not applicable, like those of the form', () => {
    const state = (cells: Cells) => own(run(cells, checklistOf([text])))[0]?.slice(1);
    expect(state({ [MADE]: 2, [IN_FORCE]: 2 })).toEqual(['consistent', null]);
    expect(state({ [MADE]: 3, [IN_FORCE]: 2 })).toEqual(['inconsistent', null]);
    expect(state({ [MADE]: '', [IN_FORCE]: '/' })).toEqual(['notApplicable', null]);
    expect(state({ [MADE]: '若干', [IN_FORCE]: 2 })).toEqual(['unchecked', 'cell-not-a-number']);
    expect(own(run({}, checklistOf([text]), undefined, { without: ['disclosure'] }))[0]?.slice(1)).toEqual([
      'unchecked',
      'cell-missing',
    ]);
    expect(state({ [MADE]: 3, [IN_FORCE]: '' })).toEqual(['unchecked', 'total-blank']);
    expect(state({ [MADE]: '', [IN_FORCE]: 2 })).toEqual(['consistent', null]);
  });

  it('is not judged by a total that the page leaves out', () => {
    const cells = { [GRANTED]: 3, 'applications.granted.total': '' };
    expect(own(run(cells, checklistOf(['予以公开 + 部分公开 ≥ 3'])))).toEqual([
      ['予以公开 + 部分公开 ≥ 3', 'unchecked', 'total-blank'],
    ]);
  });

  it('stands beside the relations of the form, which stay as many', () => {
    const outcome = run({ [MADE]: 3, [IN_FORCE]: 2 }, checklistOf(['现行有效 ≥ 制发', '看不懂 = 1']));
    expect(outcome.coverage.relations.expected).toBe(42);
    expect(own(outcome)).toEqual([
      ['现行有效 ≥ 制发', 'consistent', null],
      ['现行有效 ≥ 制发', 'inconsistent', null],
      ['看不懂 = 1', 'unchecked', 'not-understood'],
    ]);
    expect(explainOutcome(outcome, 'zh-CN').coverage).toMatch(
      /42 项勾稽关系.*；按清单“示例清单”，3 项自定关系：1 相符，1 不符，1 未核对$/,
    );
    expect(explainOutcome(outcome, 'en').coverage).toMatch(
      /42 relations.*3 relations of its own: 1 consistent, 1 inconsistent, 1 unchecked$/,
    );
    expect(outcomeSchema.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(JSON.parse(JSON.stringify(outcome)));
  });

  it('says what fails in the page’s own numbers and in its own words, at the cell', () => {
    const checklist = checklistOf([], {
      relations: [
        { text: '2×行政许可 − 行政处罚 ≤ 行政强制 + 10', name: '执法量', severity: 'error', why: '县里的要求。' },
      ],
    });
    const outcome = run({ [LICENCE]: 20, 'disclosure.penalty.decisions': 4 }, checklist);
    const [finding] = outcome.findings;
    if (finding === undefined) throw new Error('nothing was found');
    expect(finding).toMatchObject({
      rule: 'own-relation',
      severity: 'error',
      cells: [LICENCE, 'disclosure.penalty.decisions', 'disclosure.coercion.decisions'],
      place: outcome.facts[LICENCE]?.place,
      data: { left: 36, right: 10, difference: 26, leftTerms: '2×20 − 4', rightTerms: '0 + 10' },
    });
    expect(explain(finding, outcome, 'zh-CN').message).toBe(
      '自定关系“执法量”不成立：2×行政许可 − 行政处罚 ≤ 行政强制 + 10。左边 2×20－4＝36，右边 0＋10＝10，相差 26（表二“行政许可”、表二“行政处罚”、表二“行政强制”）。依据：县里的要求。',
    );
    expect(explain(finding, outcome, 'en').message).toBe(
      '“执法量” of the checklist does not hold: 2×行政许可 − 行政处罚 ≤ 行政强制 + 10. Left 2×20 − 4 = 36, right 0 + 10 = 10, a difference of 26 (Table 2 “Licences”; Table 2 “Penalties”; Table 2 “Coercive measures”). It rests on: 县里的要求。',
    );
  });

  it('prints its sum term by term where it is a plain one', () => {
    const outcome = run({ [MADE]: 3, [IN_FORCE]: 2 }, checklistOf([text]));
    const finding = outcome.findings.find(({ rule }) => rule === 'own-relation');
    if (finding === undefined) throw new Error('nothing was found');
    const [sum] = explain(finding, outcome, 'zh-CN').sums;
    expect(sum).toMatchObject({ name: `“${text}”`, leftSum: 2, rightSum: 3, difference: -1 });
    expect([...(sum?.left ?? []), ...(sum?.right ?? [])].map((term) => [term.cell, term.raw])).toEqual([
      [IN_FORCE, '2'],
      [MADE, '3'],
    ]);
  });

  it('asks last year’s report, and is silent without it', () => {
    const checklist = checklistOf(['上年结转 = 上年.结转下年度']);
    const carried = (row: string): Cells => ({
      [`applications.${row}.individual`]: 3,
      [`applications.${row}.total`]: 3,
    });
    expect(own(run(carried('carriedIn'), checklist))[0]?.slice(1)).toEqual(['unchecked', 'no-previous']);
    expect(own(run(carried('carriedIn'), checklist, carried('carriedOut')))[0]?.slice(1)).toEqual(['consistent', null]);
    expect(own(run(carried('carriedIn'), checklist, {}))[0]?.slice(1)).toEqual(['inconsistent', null]);
    const other = check(readHtml(renderPage({ form, cells: {}, year: 2022 })));
    const outcome = check(readHtml(renderPage({ form, cells: carried('carriedIn') })), { checklist, previous: other });
    expect(own(outcome)[0]?.slice(1)).toEqual(['unchecked', 'no-previous']);
  });

  it('adds decimals without rounding', () => {
    const fee = 'disclosure.fee.amount';
    expect(own(run({ [fee]: '0.1' }, checklistOf([`3×${fee} = 3×行政事业性收费`])))[0]?.[1]).toBe('consistent');
    const outcome = check(readHtml(renderPage({ form, cells: { [fee]: '0.3', [LICENCE]: 1 } })), {
      checklist: checklistOf([`10×${fee} = 3×行政许可`]),
    });
    expect(own(outcome)[0]?.[1]).toBe('consistent');
  });

  it('takes its severity from itself, then from the rule, then it is a warning', () => {
    const severities = (rules: Checklist['rules']): string[] => {
      const relations = [{ text }, { text: '行政许可 > 0', severity: 'info' as const }];
      return run({ [MADE]: 3, [IN_FORCE]: 2 }, checklistOf([], { relations, rules }))
        .findings.filter(({ rule }) => rule === 'own-relation')
        .map((each) => each.severity);
    };
    expect(severities({})).toEqual(['warning', 'info']);
    expect(severities({ 'own-relation': 'error' })).toEqual(['error', 'info']);
    expect(severities({ 'own-relation': 'off' })).toEqual([]);
  });

  it('of another form does not apply', () => {
    const checklist = checklistOf(['行政许可 > 0'], { forms: ['open-info-annual@2019'] });
    const outcome = run({}, checklist);
    expect(own(outcome)).toEqual([['行政许可 > 0', 'notApplicable', null]]);
    expect(outcome.findings).toEqual([]);
  });

  it('is unchecked where no table was read, and says nothing of a blank form', () => {
    const checklist = checklistOf(['行政许可 > 0']);
    const blank = Object.fromEntries(
      form.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map(({ id }) => [id, '']))),
    );
    expect(own(run(blank, checklist))).toEqual([['行政许可 > 0', 'notApplicable', null]]);
    const prose = check(readHtml('<p>示例县2024年主动公开政府信息314条。</p>'), { checklist });
    expect(own(prose)).toEqual([['行政许可 > 0', 'unchecked', 'cell-missing']]);
    expect(prose.findings).toEqual([]);
  });

  it('gives the same bytes again', () => {
    const checklist = checklistOf(['现行有效 ≥ 制发']);
    const once = JSON.stringify(run({ [MADE]: 3 }, checklist));
    expect(JSON.stringify(run({ [MADE]: 3 }, checklist))).toBe(once);
    expect(JSON.stringify(run({ [MADE]: 3 }, structuredClone(checklist)))).toBe(once);
  });
});

describe('the example checklist', () => {
  const read = readChecklist(readFileSync('test/fixtures/checklists/example.json', 'utf8'));
  if (!read.ok) throw new Error('the example does not pass its guard');
  const checklist = read.value;

  it('is put to use as a whole', () => {
    const cells = { [MADE]: 3, [IN_FORCE]: 2, 'disputes.review.total': 1, [LICENCE]: 1 };
    const outcome = run(cells, checklist, {});
    expect(rulesOf(outcome)).toEqual(['own-relation warning', 'review-after-zero info', 't4-total warning']);
    expect(own(outcome).map(([, state]) => state)).toEqual([
      'consistent',
      'inconsistent',
      'consistent',
      'consistent',
      'consistent',
    ]);
    expect(checklist.deadlines).not.toEqual(STATUTORY_DEADLINES);
  });
});

it('its deadlines are those that the rules see, unless the caller knows better', () => {
  const seen: Deadlines[] = [];
  const any = rules.find(({ about }) => about === undefined);
  if (any === undefined) throw new Error('no rules');
  const witness: Rule = {
    ...any,
    check: (report) => {
      seen.push(report.deadlines);
      return [];
    },
  };
  const own = { department: '01-25', town: '01-20', government: '03-20' };
  const document = readHtml(renderPage({ form, cells: { [LICENCE]: 1 } }));
  const checklist = checklistOf([], { deadlines: own });
  checkWith(forms, [witness], document, { checklist });
  checkWith(forms, [witness], document, { checklist, deadlines: STATUTORY_DEADLINES });
  checkWith(forms, [witness], document, { checklist: checklistOf([]) });
  expect(seen).toEqual([own, STATUTORY_DEADLINES, STATUTORY_DEADLINES]);
});
