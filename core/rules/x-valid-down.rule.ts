import { type InForce, inForceOf } from './in-force';
import { defineRule, type Report } from './rule';

const IN_FORCE = 'disclosure.normativeDocument.inForce';
const MADE = 'disclosure.normativeDocument.made';

export const rule = defineRule<Pick<InForce, 'kind' | 'now' | 'before' | 'made' | 'repealed' | 'expected'>>({
  id: 'x-valid-down',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二“现行有效件数”，与上年年报相衔接' },
  summary: {
    'zh-CN': '规章、行政规范性文件现行有效件数少于上年现行有效＋本年制发－本年废止。规章不会到期失效，列为警示。',
    en: 'Fewer documents are in force than last year’s, plus those made, minus those repealed. Regulations do not expire: for them it is a warning.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.row('disclosure', data.kind)}现行有效 ${data.now} 件，少于上年 ${data.before}＋制发 ${data.made}－废止 ${data.repealed}＝${data.expected}${data.kind === 'regulation' ? '' : '，可能有到期失效'}。`,
    en: ({ data }, name) =>
      `${name.row('disclosure', data.kind)}: ${data.now} in force, fewer than last year’s ${data.before} + ${data.made} made − ${data.repealed} repealed = ${data.expected}${data.kind === 'regulation' ? '' : '; some may have expired'}.`,
  },
  advice: {
    'zh-CN': '如属失效或清理可不改；否则更正。',
    en: 'Leave it where documents expired or were cleared away; correct it otherwise.',
  },
  examples: [
    { name: '衔接', cells: { [IN_FORCE]: 5 }, previous: { cells: { [IN_FORCE]: 5 } }, findings: 0 },
    { name: '少了两件', cells: { [IN_FORCE]: 3 }, previous: { cells: { [IN_FORCE]: 5 } }, findings: 1 },
    {
      name: '正文已说明失效',
      cells: { [IN_FORCE]: 3 },
      prose: { 1: ['现行有效行政规范性文件3件，到期自动失效2件。'] },
      previous: { cells: { [IN_FORCE]: 5 } },
      findings: 0,
    },
    {
      name: '比制发还少，由别的规则说明',
      cells: { [IN_FORCE]: 1, [MADE]: 2 },
      previous: { cells: { [IN_FORCE]: 5 } },
      findings: 0,
    },
    {
      name: '规章',
      cells: { 'disclosure.regulation.inForce': 11 },
      previous: { cells: { 'disclosure.regulation.inForce': 12 } },
      findings: 1,
    },
  ],
  *check(report) {
    for (const { cell, sure, ...data } of inForceOf(report)) {
      // Fewer in force than made is said by itself, with this year's numbers alone.
      if (data.now >= data.expected || data.now < data.made || explained(report, data.kind)) continue;
      const place = report.facts.get(cell)?.place ?? null;
      yield { data, severity: sure && data.kind === 'regulation' ? 'warning' : 'info', cells: [cell], place };
    }
  },
});

/** The text speaks of documents that expired or were cleared away. */
function explained({ passages }: Report, kind: InForce['kind']): boolean {
  const said = kind === 'regulation' ? /规章.*失效|失效.*规章/ : /文件.*(?:失效|清理)|(?:失效|清理).*文件/;
  return passages.some(({ text }) => said.test(text));
}
