import { yearInTitle } from '../document/identity';
import { defineRule, type Report } from './rule';
import { titlePlace } from './title';

/** 我镇编制了《…2020年…报告》, in one breath with what this very report holds: its own name. */
const OWN = /本(?:年度|工作)?报告|统计(?:期限|时限|时间|周期)/;

function namesItself(report: Report, block: number | undefined): boolean {
  return report.passages.some((passage) => passage.block === block && passage.section === 0 && OWN.test(passage.text));
}

export const rule = defineRule<{ title: string; stated: number; year: number }>({
  id: 'title-year',
  severity: 'error',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '报告标题' },
  summary: {
    'zh-CN': '标题年份与报告年度一致。报告年度由统计期限、正文、发布日期互相印证；不足以推翻标题的，以标题为准。',
    en: 'The year of the title is that of the report, as its period, its text and its date of publication agree on.',
  },
  messages: {
    'zh-CN': ({ data }) => `标题年份为 ${data.stated}，与报告年度 ${data.year} 不符：“${data.title}”。`,
    en: ({ data }) => `The title names ${data.stated}, the report is of ${data.year}: “${data.title}”.`,
  },
  advice: { 'zh-CN': '更正标题年份。', en: 'Correct the year of the title.' },
  examples: [
    { name: '一致', findings: 0 },
    { name: '年份写作汉字', title: '示例县水务局二〇二四年政府信息公开工作年度报告', findings: 0 },
    { name: '标题没有年份', title: '示例县水务局政府信息公开工作年度报告', findings: 0 },
    {
      name: '只有统计期限不同：错在统计期限',
      title: '示例县水务局2024年政府信息公开工作年度报告',
      year: 2023,
      prose: { 1: ['2024年，我局公开信息20条。2024年新增5条。统计期限自2023年1月1日起至2023年12月31日止。'] },
      findings: 0,
    },
    {
      name: '正文提到往年的报告',
      prose: { 1: ['2024年公布《示例县水务局2023年政府信息公开工作年度报告》1份。'] },
      findings: 0,
    },
    {
      name: '统计期限和发布日期都是另一年',
      title: '示例县水务局2023年政府信息公开工作年度报告',
      published: '2025-01-20',
      findings: 1,
    },
    {
      name: '统计期限和正文都是另一年',
      title: '示例县水务局2022年政府信息公开工作年度报告',
      prose: { 0: ['统计期限为2024年1月1日至12月31日。'], 1: ['2024年，我局公开信息20条。', '2024年，未收到申请。'] },
      findings: 1,
    },
  ],
  *check(report) {
    const { title, year } = report;
    const stated = title === null ? null : yearInTitle(title);
    const at = titlePlace(report);
    if (title === null || stated === null || year === null || at === null || stated === year) return;
    if (at.quoted && !namesItself(report, at.place?.block)) return;
    yield { data: { title, stated, year }, place: at.place, about: 'title' };
  },
});
