import type { Fact } from '../forms/facts';
import { cellsOf, sameText } from './cells';
import { defineRule } from './rule';

/** Certainly no count: a fraction, a negative number, or words and signs without a readable number. */
function isNoCount(fact: Fact): boolean {
  if (fact.value !== null) return !Number.isInteger(fact.value) || fact.value < 0;
  if (fact.state !== 'text') return false;
  // Digits among words, spaces or signs may be a number read badly: num-text-mixed asks to look.
  return !/\d/.test(fact.raw) || /[a-z]/i.test(fact.raw);
}

export const rule = defineRule<{ raw: string }>({
  id: 'num-not-integer',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二至表四件数' },
  summary: { 'zh-CN': '件数应为非负整数。', en: 'A count must be a whole number, 0 or more.' },
  messages: {
    'zh-CN': ({ cells, data }, name) =>
      `${name.cell(cells[0] ?? '')}${cells.length > 1 ? `等 ${cells.length} 格` : ''}填写“${data.raw}”，应为非负整数。`,
    en: ({ cells, data }, name) =>
      `${name.cell(cells[0] ?? '')}${cells.length > 1 ? ` and ${cells.length - 1} more cells` : ''}: “${data.raw}”; it should be a whole number, 0 or more.`,
  },
  advice: { 'zh-CN': '按件数改填整数；无数据填 0。', en: 'Enter the number of cases; 0 where there is none.' },
  examples: [
    { name: '整数', cells: { 'disclosure.penalty.decisions': 12 }, findings: 0 },
    { name: '千分位与全角数字不算错', cells: { 'disclosure.penalty.decisions': '１，２３４' }, findings: 0 },
    { name: '小数', cells: { 'disclosure.penalty.decisions': '3.5' }, findings: 1 },
    { name: '负数', cells: { 'disclosure.licence.decisions': '-2' }, findings: 1 },
    { name: '文字', cells: { 'disclosure.licence.decisions': '详见附件' }, findings: 1 },
    {
      name: '同样的文字填在多格，报一条',
      cells: { 'applications.received.company': '没数', 'applications.carriedIn.company': '没数' },
      findings: 1,
    },
    { name: '带单位的数字另行提示', cells: { 'disclosure.licence.decisions': '12件' }, findings: 0 },
  ],
  *check(report) {
    yield* sameText(cellsOf(report, 'count'), isNoCount);
  },
});
