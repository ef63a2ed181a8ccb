import { describe, expect, it } from 'vitest';
import { baselineOfLine, baselineSchema } from '../../core/exchange/baseline';
import { checkLine } from '../../core/exchange/check-line';
import {
  baselineOf,
  type CellId,
  check,
  compare,
  type Document,
  type FindingChange,
  inferSums,
  type Outcome,
  OWN_FORM_SUM,
  type OwnForm,
  ownFormOf,
} from '../../core/index';
import { readHtml } from '../../core/read/html';
import { type Statistics, statisticsPage } from '../e2e/harness/statistics';
import { checklistOf } from '../support/example';
import { formOf, type PrintedReport, renderPage } from '../support/render';

const form = formOf('2021');
const documentOf = (cells: Record<CellId, string | number>, more: Partial<PrintedReport> = {}): Document =>
  readHtml(renderPage({ form, cells, ...more }));
const outcomeOf = (cells: Record<CellId, string | number>, more: Partial<PrintedReport> = {}): Outcome =>
  check(documentOf(cells, more));
const changes = (before: Outcome, now: Outcome): readonly [string, FindingChange][] =>
  compare(baselineOf(before), now).map(({ rule, change }) => [rule, change]);

const GRANTED = 'applications.granted.individual';
const PENALTY = 'disclosure.penalty.decisions';
const REVIEW = 'disputes.review.total';
const ownForms = inferSums(readHtml(statisticsPage())).map((table) =>
  ownFormOf('乡镇户数', table, new Set(table.relations.map(({ key }) => key))),
);
const byForm = checklistOf([], { ownForms });
const silent = checklistOf([], { ownForms, rules: { [OWN_FORM_SUM]: 'off' } });

const before = outcomeOf({ [GRANTED]: 3, [PENALTY]: '3.5', [REVIEW]: 2 });

describe('compare', () => {
  it('finds everything unchanged in the same report, and in the same numbers elsewhere on a page', () => {
    const all = [
      ['num-not-integer', 'unchanged'],
      ['t3-suspect-cell', 'unchanged'],
      ['t4-total', 'unchanged'],
    ];
    expect(changes(before, before)).toEqual(all);
    const moved = renderPage({ form, cells: { [GRANTED]: 3, [PENALTY]: '3.5', [REVIEW]: 2 } }).replace(
      '<h1>',
      '<p>浏览次数 9</p><h1>',
    );
    expect(changes(before, check(readHtml(moved)))).toEqual(all);
  });

  it('tells new, changed and gone apart, the gone ones last', () => {
    const now = outcomeOf({ [GRANTED]: 4, [PENALTY]: '3.5', 'disclosure.licence.decisions': '-1' });
    expect(changes(before, now)).toEqual([
      ['num-not-integer', 'new'],
      ['num-not-integer', 'unchanged'],
      ['t3-suspect-cell', 'changed'],
      ['t4-total', 'gone'],
    ]);
  });

  it('has all new against nothing, all gone against a mended report', () => {
    expect(changes(outcomeOf({}), before).map(([, change]) => change)).toEqual(['new', 'new', 'new']);
    expect(changes(before, outcomeOf({})).map(([, change]) => change)).toEqual(['gone', 'gone', 'gone']);
  });

  it('never calls mended what was not read again', () => {
    const without = outcomeOf({}, { without: ['disputes'] });
    expect(changes(before, without)).toContainEqual(['t4-total', 'unassessed']);
    expect(changes(before, without)).toContainEqual(['num-not-integer', 'gone']);
    const unread = outcomeOf({ 'disputes.review.upheld': '见附件' });
    expect(changes(before, unread)).toContainEqual(['t4-total', 'unassessed']);
    const nothing = check(readHtml('<p>页面已删除</p>'));
    expect(changes(before, nothing).map(([, change]) => change)).toEqual(['unassessed', 'unassessed', 'unassessed']);
  });

  it('never calls mended what a checklist has turned off', () => {
    const checklist = checklistOf([], { rules: { 't4-total': 'off' } });
    const quiet = check(documentOf({ [GRANTED]: 3, [PENALTY]: '3.5' }), { checklist });
    expect(changes(before, quiet)).toContainEqual(['t4-total', 'unassessed']);
  });

  it('knows relations of one’s own again', () => {
    const checklist = checklistOf(['行政许可 ≥ 行政处罚']);
    const own = (licence: string | number, penalty: number, list = checklist): Outcome =>
      check(documentOf({ 'disclosure.licence.decisions': licence, [PENALTY]: penalty }), { checklist: list });
    expect(changes(own(1, 2), own(1, 2))).toEqual([['own-relation', 'unchanged']]);
    expect(changes(own(1, 2), own(1, 3))).toEqual([['own-relation', 'changed']]);
    expect(changes(own(1, 2), own(2, 2))).toEqual([['own-relation', 'gone']]);
    expect(changes(own(1, 2), own('若干', 2))).toContainEqual(['own-relation', 'unassessed']);
    expect(changes(own(1, 2), own(1, 2, checklistOf([])))).toEqual([['own-relation', 'unassessed']]);
    const reworded = checklistOf(['表二.行政许可 >= 行政处罚 处理决定'], {});
    expect(changes(own(1, 2), own(1, 2, reworded))).toEqual([['own-relation', 'unchanged']]);
  });
});

describe('a baseline', () => {
  it('is plain JSON without sentences or places, and passes its guard unchanged', () => {
    const baseline = baselineOf(before);
    expect(JSON.parse(JSON.stringify(baseline))).toEqual(baseline);
    expect(baselineSchema.parse(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
    expect(Object.keys(baseline.findings[0] ?? {})).toEqual([
      'fingerprint',
      'values',
      'rule',
      'severity',
      'cells',
      'relations',
    ]);
  });

  it('comes out the same from the line of an earlier run', () => {
    const document = documentOf({ [GRANTED]: 3, [PENALTY]: '3.5', [REVIEW]: 2 });
    const line = JSON.stringify(checkLine('a/b.html', check(document), document));
    expect(baselineOfLine(line)).toEqual({ input: 'a/b.html', baseline: baselineOf(before) });
    expect(baselineOfLine('{"input":"x"}')).toBeNull();
    expect(baselineOfLine('no json')).toBeNull();
  });
});

describe('sums by a form of one’s own', () => {
  const page = (over: Statistics, replace: (html: string) => string = (html) => html): Outcome =>
    check(readHtml(replace(statisticsPage({ year: 2024, ...over }))), { checklist: byForm, sourceName: 'x' });
  const wrong = page({ wrong: 5 });

  it('are unchanged, changed, new and gone as all others are', () => {
    expect(changes(wrong, wrong)).toEqual([[OWN_FORM_SUM, 'unchanged']]);
    expect(changes(wrong, page({ wrong: 7 }))).toEqual([[OWN_FORM_SUM, 'changed']]);
    expect(changes(page({}), wrong)).toEqual([[OWN_FORM_SUM, 'new']]);
    expect(changes(wrong, page({}))).toEqual([[OWN_FORM_SUM, 'gone']]);
  });

  it('are not called mended where their table was not read: gone, of other labels, a word in it, or no such form', () => {
    const unread: readonly Outcome[] = [
      page({}, (html) => html.replace(/<table[\s\S]*<\/table>/, '')),
      page({}, (html) => html.replaceAll('镇<', '街道办事处<')),
      page({}, (html) => html.replace('<td>1952<', '<td>见附注<')),
      check(readHtml(statisticsPage({ year: 2024 })), { checklist: checklistOf([]), sourceName: 'x' }),
      check(readHtml(statisticsPage({ year: 2024 })), { checklist: silent, sourceName: 'x' }),
    ];
    for (const now of unread) expect(changes(wrong, now)).toEqual([[OWN_FORM_SUM, 'unassessed']]);
  });

  it('are those of their own table where two have the same labels', () => {
    const table = (html: string): string => /<table[\s\S]*<\/table>/.exec(html)?.[0] ?? '';
    const pair = (first: string, second: string): Outcome =>
      page({}, (html) => html.replace(table(html), first + second));
    const [right, off] = [table(statisticsPage({})), table(statisticsPage({ wrong: 5 }))];
    const both = pair(off, off);
    expect(new Set(both.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(changes(both, pair(right, off)).map(([, change]) => change)).toEqual(['unchanged', 'gone']);
    const unread = pair(off.replace('<td>1957<', '<td>见附注<'), right);
    expect(changes(pair(off, right), unread)).toEqual([[OWN_FORM_SUM, 'unassessed']]);
  });

  it('are those of their own table where two differ by one label, whichever forms are at hand', () => {
    const tableOf = (html: string): string => /<table[\s\S]*<\/table>/.exec(html)?.[0] ?? '';
    const [right, off] = [tableOf(statisticsPage({})), tableOf(statisticsPage({ wrong: 5 }))];
    const other = (table: string): string => table.replace('己乡', '庚乡');
    const rowsOf = (table: string): OwnForm[] =>
      inferSums(readHtml(table)).map((each) =>
        ownFormOf('行', each, new Set(each.relations.flatMap(({ key, axis }) => (axis === 'row' ? [key] : [])))),
      );
    const pair = (first: string, second: string, forms: readonly OwnForm[]): Outcome =>
      check(readHtml(`<p>甲</p>${first}<p>乙</p>${second}`), { checklist: checklistOf([], { ownForms: forms }) });
    const [mine, others] = [rowsOf(right), rowsOf(other(right))];
    const both = pair(off, other(off), mine);
    const names = both.findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(names).size).toBe(2);
    for (const forms of [others, [...mine, ...others]])
      expect(pair(off, other(off), forms).findings.map(({ fingerprint }) => fingerprint)).toEqual(names);
    expect(changes(both, pair(right, other(off), mine)).map(([, change]) => change)).toEqual(['unchanged', 'gone']);
    const unread = pair(off.replace('<td>1957<', '<td>见附注<'), other(off), mine);
    expect(changes(both, unread).map(([, change]) => change)).toEqual(['unchanged', 'unassessed']);
  });

  it('are compared with an earlier line of the command line', () => {
    const document = readHtml(statisticsPage({ year: 2024, wrong: 5 }));
    const line = JSON.stringify(checkLine('a.html', wrong, document));
    expect(baselineOfLine(line)?.baseline).toEqual(baselineOf(wrong));
  });
});
