import { defineRule } from './rule';
import { contradictions, statementFinding } from './stated';

export const rule = defineRule<{ quote: string; words: string; table: string; value: number }>({
  id: 'text-none-conflict',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二至表四与正文' },
  summary: {
    'zh-CN': '正文称“未收到”“未发生”“无结转”的，表中对应为 0。',
    en: 'What the text says there was none of is 0 in the tables.',
  },
  messages: {
    'zh-CN': ({ cells, data }, name) => {
      const [only, ...others] = cells;
      const where =
        only === undefined || others.length > 0 ? `${name.table(data.table)}“${data.words}”` : name.cell(only);
      return `正文称“${data.quote}”，但${where}为 ${data.value}。`;
    },
    en: ({ cells, data }, name) => {
      const [only, ...others] = cells;
      const where =
        only === undefined || others.length > 0 ? `${name.table(data.table)} “${data.words}”` : name.cell(only);
      return `The text says “${data.quote}”, but ${where} is ${data.value}.`;
    },
  },
  advice: { 'zh-CN': '更正正文或表格。', en: 'Correct the text or the table.' },
  examples: [
    {
      name: '确实没有',
      prose: { 3: ['全年未受理依申请公开，未发生政府信息公开类行政复议、行政诉讼情况。'] },
      findings: 0,
    },
    {
      name: '未收到只指新收，上年结转可以有',
      prose: { 3: ['本年度未收到政府信息公开申请。'] },
      cells: {
        'applications.carriedIn.individual': 1,
        'applications.carriedIn.total': 1,
        'applications.granted.individual': 1,
        'applications.granted.total': 1,
        'applications.decided.individual': 1,
        'applications.decided.total': 1,
      },
      findings: 0,
    },
    {
      name: '称未发生复议，表四有',
      prose: { 4: ['本年度未发生因政府信息公开引起的行政复议。'] },
      cells: { 'disputes.review.pending': 1, 'disputes.review.total': 1 },
      findings: 1,
    },
  ],
  check: (report) =>
    contradictions(report, (statement) => statement.none).map((each) => ({
      ...statementFinding(each, {
        quote: each.statement.passage.text.slice(each.statement.amount.start, each.statement.amount.end),
        words: each.statement.words,
        table: each.cells[0]?.split('.')[0] ?? '',
        value: each.value,
      }),
      ...(each.statement.doubtful === true ? { severity: 'warning' as const } : {}),
    })),
});
