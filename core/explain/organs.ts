/** What is found in a set of reports, in words. */
import type { Incomparable, RollUp, RollUpLine, Verdict } from '../organs/roll-up';
import type { SetFinding } from '../organs/set';
import type { Language, Naming, Rule } from '../rules/rule';

export interface SetExplanation {
  readonly message: string;
  readonly advice: string;
  readonly source: string;
}

export function explainSet(
  finding: SetFinding,
  rules: readonly Rule[],
  name: Naming,
  language: Language,
): SetExplanation {
  const rule = rules.find(({ id }) => id === finding.rule);
  if (rule === undefined) return { message: finding.rule, advice: '', source: '' };
  const input = { data: finding.data, cells: [], relations: [], suspects: [], repairs: [], quote: null };
  return {
    message: rule.messages[language](input, name),
    advice: rule.advice[language],
    source: `${rule.source.document}${language === 'en' ? ', ' : '，'}${rule.source.clause}`,
  };
}

export interface RollUpWords {
  /** 示例县人民政府 2024 年：与所属 12 个单位之和相比，3 项偏小，5 项偏大，20 项相等。 */
  readonly headline: string;
  /** One for each line, in order. */
  readonly lines: readonly { readonly cell: string; readonly verdict: string; readonly reason: string }[];
}

const VERDICTS: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  less: { 'zh-CN': '小于各单位之和', en: 'less than the sum' },
  greater: { 'zh-CN': '大于各单位之和', en: 'more than the sum' },
  equal: { 'zh-CN': '相等', en: 'equal' },
  incomparable: { 'zh-CN': '不可比', en: 'not comparable' },
};

const REASONS: Readonly<Record<Incomparable, Readonly<Record<Language, string>>>> = {
  'scope-organ': { 'zh-CN': '该报告只统计本机关', en: 'the report counts the organ alone' },
  'scope-unknown': {
    'zh-CN': '不知该报告统计全地区还是本机关',
    en: 'it is not known whether the report counts the region or the organ alone',
  },
  'no-children': { 'zh-CN': '没有所属单位的报告', en: 'there is no report of its organs' },
  'children-missing': { 'zh-CN': '所属单位的数据不全', en: 'figures of its organs are missing' },
  'cell-missing': { 'zh-CN': '汇总报告中未读到', en: 'it was not read in the region’s report' },
};

export function explainRollUp(rollUp: RollUp, name: Naming, language: Language): RollUpWords {
  return {
    headline: language === 'zh-CN' ? headlineZh(rollUp) : headlineEn(rollUp),
    lines: rollUp.lines.map(({ cell, verdict, reason }) => ({
      cell: name.cell(cell),
      verdict: VERDICTS[verdict][language],
      reason: reason === null ? '' : REASONS[reason][language],
    })),
  };
}

function count(lines: readonly RollUpLine[], verdict: Verdict): number {
  return lines.filter((line) => line.verdict === verdict).length;
}

function headlineZh({ organ, year, children, missing, lines }: RollUp): string {
  const parts = [
    [count(lines, 'less'), '偏小'],
    [count(lines, 'greater'), '偏大'],
    [count(lines, 'equal'), '相等'],
    [count(lines, 'incomparable'), '不可比'],
  ].flatMap(([number, word]) => (number === 0 ? [] : [`${number} 项${word}`]));
  const gap = missing > 0 ? `（另有 ${missing} 个单位未见报告）` : '';
  return `${organ} ${year} 年：与所属 ${children} 个单位之和${gap}相比，${parts.join('，')}。`;
}

function headlineEn({ organ, year, children, missing, lines }: RollUp): string {
  const parts = [
    [count(lines, 'less'), 'less'],
    [count(lines, 'greater'), 'more'],
    [count(lines, 'equal'), 'equal'],
    [count(lines, 'incomparable'), 'not comparable'],
  ].flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`]));
  const gap = missing > 0 ? ` (${missing} more have no report)` : '';
  return `${organ} ${year}, against the sum of ${children} organs${gap}: ${parts.join(', ')}.`;
}
