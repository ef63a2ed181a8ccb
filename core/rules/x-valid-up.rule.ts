import { type InForce, inForceOf } from './in-force';
import { defineRule } from './rule';

const IN_FORCE = 'disclosure.normativeDocument.inForce';
const MADE = 'disclosure.normativeDocument.made';

export const rule = defineRule<Pick<InForce, 'kind' | 'now' | 'before' | 'made' | 'repealed' | 'expected'>>({
  id: 'x-valid-up',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二“现行有效件数”，与上年年报相衔接' },
  summary: {
    'zh-CN': '规章、行政规范性文件现行有效件数不大于上年现行有效＋本年制发－本年废止。',
    en: 'Documents in force are no more than last year’s, plus those made, minus those repealed.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.row('disclosure', data.kind)}现行有效 ${data.now} 件，大于上年 ${data.before}＋制发 ${data.made}－废止 ${data.repealed}＝${data.expected}。`,
    en: ({ data }, name) =>
      `${name.row('disclosure', data.kind)}: ${data.now} in force, more than last year’s ${data.before} + ${data.made} made − ${data.repealed} repealed = ${data.expected}.`,
  },
  advice: {
    'zh-CN': '核对件数与统计口径。',
    en: 'Check the number, and what was counted in each year.',
  },
  examples: [
    { name: '衔接', cells: { [IN_FORCE]: 7, [MADE]: 2 }, previous: { cells: { [IN_FORCE]: 5 } }, findings: 0 },
    { name: '多出两件', cells: { [IN_FORCE]: 9, [MADE]: 2 }, previous: { cells: { [IN_FORCE]: 5 } }, findings: 1 },
    { name: '上年为空', cells: { [IN_FORCE]: 9, [MADE]: 2 }, previous: { cells: { [IN_FORCE]: '' } }, findings: 0 },
    {
      name: '上年用 2019 年格式，口径不同',
      year: 2021,
      cells: { [IN_FORCE]: 9 },
      previous: { form: '2019', cells: { 'disclosure.normativeDocument.published': 5 } },
      findings: 0,
    },
    {
      name: '规章',
      cells: { 'disclosure.regulation.inForce': 13 },
      previous: { cells: { 'disclosure.regulation.inForce': 12 } },
      findings: 1,
    },
  ],
  *check(report) {
    for (const { cell, sure, ...data } of inForceOf(report)) {
      if (data.now <= data.expected) continue;
      const place = report.facts.get(cell)?.place ?? null;
      yield { data, severity: sure ? 'warning' : 'info', cells: [cell], place };
    }
  },
});
