import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{
  column: string;
  received: number;
  carriedIn: number;
  decided: number;
  carriedOut: number;
}>({
  id: 't3-balance',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三表头：第一项加第二项之和，等于第三项加第四项之和' },
  summary: {
    'zh-CN': '表三每一列：本年新收＋上年结转＝办理结果总计＋结转下年度。',
    en: 'Every column of table 3: received + carried in = decided + carried out.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `表三“${name.column('applications', data.column)}”列不平衡：新收 ${data.received}＋上年结转 ${data.carriedIn}＝${relations[0]?.left}，办理结果总计 ${data.decided}＋结转下年 ${data.carriedOut}＝${relations[0]?.right}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `Table 3, column “${name.column('applications', data.column)}” does not balance: received ${data.received} + carried in ${data.carriedIn} = ${relations[0]?.left}, decided ${data.decided} + carried out ${data.carriedOut} = ${relations[0]?.right}, a difference of ${gap(relations)}.`,
  },
  advice: {
    'zh-CN': '核对该列四项数据，使“一＋二＝三＋四”。',
    en: 'Check the four figures of this column so that items 1 + 2 = 3 + 4.',
  },
  // A lone wrong cell is reported by t3-suspect-cell, which takes this finding’s place.
  examples: [
    {
      name: '四项平衡',
      cells: {
        'applications.received.individual': 3,
        'applications.received.total': 3,
        'applications.carriedOut.individual': 3,
        'applications.carriedOut.total': 3,
      },
      findings: 0,
    },
  ],
  check: (report) =>
    relationFindings(report, 't3-balance', ({ relation }, value) => ({
      column: relation.at,
      received: value(`applications.received.${relation.at}`),
      carriedIn: value(`applications.carriedIn.${relation.at}`),
      decided: value(`applications.decided.${relation.at}`),
      carriedOut: value(`applications.carriedOut.${relation.at}`),
    })),
});
