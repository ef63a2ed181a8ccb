import { gather } from '../document/gather';
import { APPLICANT_PARTS, CARRIED_OUT, carryOf, differs } from './carried';
import { firstPlace } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ column: string; here: number; there: number; year: number; columns: number }>({
  id: 'x-carry-col',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三“上年结转”与上年年报“结转下年度继续办理”' },
  summary: {
    'zh-CN': '总计衔接时，“上年结转”各类申请人与上年年报“结转下年度继续办理”逐列一致。每份报告一条。',
    en: 'Where the totals agree, what is carried over agrees with last year’s report for each kind of applicant. Once per report.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `上年结转“${name.column('applications', data.column)}”列填 ${data.here}，${data.year} 年年报为 ${data.there}${data.columns > 1 ? `；共 ${data.columns} 列不一致，总计相同` : ''}。`,
    en: ({ data }, name) =>
      `Carried over from last year, ${name.column('applications', data.column)}: ${data.here}; the report of ${data.year} has ${data.there}${data.columns > 1 ? `; ${data.columns} columns differ, the totals agree` : ''}.`,
  },
  advice: { 'zh-CN': '核对申请人分类。', en: 'Check how the applicants were classed.' },
  examples: [
    {
      name: '逐列一致',
      cells: {
        'applications.carriedIn.individual': 3,
        'applications.carriedIn.total': 3,
        'applications.decided.individual': 3,
        'applications.decided.total': 3,
        'applications.granted.individual': 3,
        'applications.granted.total': 3,
      },
      previous: { cells: CARRIED_OUT },
      findings: 0,
    },
    {
      name: '上年为自然人，本年计入商业企业',
      cells: {
        'applications.carriedIn.company': 3,
        'applications.carriedIn.total': 3,
        'applications.decided.company': 3,
        'applications.decided.total': 3,
        'applications.granted.company': 3,
        'applications.granted.total': 3,
      },
      previous: { cells: CARRIED_OUT },
      findings: 1,
    },
    { name: '总计已不衔接，由 x-carry 说明', previous: { cells: CARRIED_OUT }, findings: 0 },
    {
      name: '只填总计',
      cells: {
        ...Object.fromEntries(APPLICANT_PARTS.map((part) => [`applications.carriedIn.${part}`, ''])),
        'applications.carriedIn.total': 3,
      },
      previous: { cells: CARRIED_OUT },
      findings: 0,
    },
  ],
  *check(report) {
    const carry = carryOf(report);
    if (carry === null || differs(carry) || !carry.here.sound || !carry.there.sound) return;
    const { here, there, last, doubt } = carry;
    const columns = gather(APPLICANT_PARTS, (column, at) => {
      const [now, before] = [here.parts?.[at] ?? 0, there.parts?.[at] ?? 0];
      return now === before ? [] : [{ column, here: now, there: before }];
    });
    const [first] = columns;
    if (first === undefined) return;
    const cells = columns.map(({ column }) => `applications.carriedIn.${column}`);
    yield {
      data: { ...first, year: last.year, columns: columns.length },
      severity: doubt === 'noted' || doubt === 'name' || doubt === 'form' ? 'info' : 'warning',
      cells,
      place: firstPlace(report, cells),
      about: 'carriedIn',
    };
  },
});
