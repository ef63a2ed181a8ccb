import { lastYearOf } from './previous';
import { defineRule } from './rule';

const GROUPS = ['review', 'lawsuit.direct', 'lawsuit.afterReview'];

export const rule = defineRule<{ group: string; pending: number; total: number; year: number }>({
  id: 'pending-vanished',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表四“尚未审结”，与上年年报相衔接' },
  summary: {
    'zh-CN': '上年年报“尚未审结”的案件应在本年表四中再出现：本年总计不少于上年尚未审结。各地口径不同，只作提示。',
    en: 'Cases still pending last year appear again in table 4: this year’s total is no less. Practice differs, so it is a note.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${data.year} 年年报“${name.row('disputes', data.group)}”尚未审结 ${data.pending} 件，本年表四总计只有 ${data.total} 件。`,
    en: ({ data }, name) =>
      `“${name.row('disputes', data.group)}”: ${data.pending} pending in the report of ${data.year}, but a total of ${data.total} in table 4 this year.`,
  },
  advice: {
    'zh-CN': '核实上年未结案件是否已计入；只统计当年新收的可不改。',
    en: 'See whether last year’s open cases were counted; leave it where only new cases are.',
  },
  examples: [
    {
      name: '未结的已审结',
      cells: { 'disputes.review.upheld': 2, 'disputes.review.total': 2 },
      previous: { cells: { 'disputes.review.pending': 2, 'disputes.review.total': 2 } },
      findings: 0,
    },
    {
      name: '未结的不见了',
      previous: { cells: { 'disputes.review.pending': 2, 'disputes.review.total': 2 } },
      findings: 1,
    },
    {
      name: '本年总计未填',
      cells: { 'disputes.review.total': '' },
      previous: { cells: { 'disputes.review.pending': 2, 'disputes.review.total': 2 } },
      findings: 0,
    },
  ],
  *check(report) {
    const last = lastYearOf(report);
    if (last === null) return;
    for (const group of GROUPS) {
      const cell = `disputes.${group}.total`;
      const fact = report.facts.get(cell);
      const pending = last.report.facts[`disputes.${group}.pending`]?.value ?? 0;
      const total = fact?.value ?? null;
      if (total === null || pending <= total) continue;
      yield { data: { group, pending, total, year: last.year }, cells: [cell], place: fact?.place ?? null };
    }
  },
});
