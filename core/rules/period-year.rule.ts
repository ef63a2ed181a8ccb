import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';

/** 统计期限自2024年1月1日起至12月31日止, 所列数据自…: 日 and the second year may be left out. */
const PERIOD =
  /(?:统计的?(?:期限|时限|时间|周期|范围|日期|时段)|(?:所列|报告)[^。;,]{0,6}数据)[^。;]{0,16}?((20\d{2})年(\d{1,2})月(\d{1,2})日?起?,?(?:至|到|—|–|-|~)+(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日?)/;
/** Counted since the beginning, not over the year. */
const CUMULATIVE = /累计|以来|历年/;

export const rule = defineRule<{ period: string; year: number }>({
  id: 'period-year',
  severity: 'error',
  source: { document: '《政府信息公开条例》', clause: '第四十九条：上一年度' },
  summary: {
    'zh-CN': '统计期限为报告年度 1 月 1 日至 12 月 31 日；年份不符为错误，只有月日不同的为警示。未写统计期限的不提出。',
    en: 'The period is January 1 to December 31 of the year of the report: another year is an error, other days a warning. Silent where no period is stated.',
  },
  messages: {
    'zh-CN': ({ data }) => `统计期限写为“${data.period}”，应为 ${data.year} 年 1 月 1 日至 12 月 31 日。`,
    en: ({ data }) => `The period reads “${data.period}”; it should be January 1 to December 31, ${data.year}.`,
  },
  advice: { 'zh-CN': '更正统计期限。', en: 'Correct the period.' },
  examples: [
    { name: '一致', findings: 0 },
    { name: '省写第二个年份', prose: { 0: ['本报告所列数据的统计期限为2024年1月1日-12月31止。'] }, findings: 0 },
    {
      name: '累计数的起止',
      prose: { 1: ['统计时间为历年累计，2008年5月1日至2024年12月31日公开1200条。'] },
      findings: 0,
    },
    { name: '只写截止日期', prose: { 0: ['数据统计截至2024年12月31日。'] }, findings: 0 },
    { name: '网页丢字', prose: { 0: ['统计期限自20241月1日起至202412月31日止。'] }, findings: 0 },
    {
      name: '错在标题',
      title: '示例县水务局2023年政府信息公开工作年度报告',
      published: '2025-01-20',
      prose: { 0: ['统计期限自2024年1月1日起至2024年12月31日止。'] },
      findings: 0,
    },
    { name: '止于前一年', prose: { 0: ['统计期限自2024年1月1日起至2023年12月31日止。'] }, findings: 1 },
    {
      name: '不用“统计”二字',
      prose: { 0: ['本报告所列数据自2023年1月1日起，至2023年12月31日止。'] },
      findings: 1,
    },
    { name: '往年未改', prose: { 0: ['统计期限自2023年1月1日起至2023年12月31日止。'] }, findings: 1 },
    { name: '月日不同', prose: { 0: ['统计时间为2024年1月1日至2024年11月30日。'] }, findings: 1 },
  ],
  *check(report) {
    const { year } = report;
    if (year === null) return;
    for (const passage of report.passages) {
      const match = PERIOD.exec(passage.text);
      if (match === null || CUMULATIVE.test(match[0])) continue;
      const [, printed = '', from, month, day, until = from, lastMonth, lastDay] = match;
      const years = Number(from) === year && Number(until) === year;
      const days = [month, day, lastMonth, lastDay].map(Number).join() === '1,1,12,31';
      if (years && days) continue;
      const start = match.index + match[0].length - printed.length;
      const period = quoteIn(passage, start, start + printed.length);
      yield {
        data: { period, year },
        ...(years ? { severity: 'warning' as const } : {}),
        quote: period,
        place: placeIn(passage, start, start + printed.length),
        about: 'period',
      };
      return;
    }
  },
});
