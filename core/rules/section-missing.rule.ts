import { blockText } from '../document/document';
import { essence } from '../document/text';
import { isCut } from './cut';
import { defineRule, type Report } from './rule';
import { titlePlace } from './title';

/** What a heading of the section, or of a part that stands in for it, would say; looked for in every short line. */
const SUBJECTS: readonly RegExp[] = [
  /总体|基本情况|概述|概况/,
  /主动公开/,
  /申请/,
  /复议|诉讼/,
  /问题|不足|改进/,
  /其他|其它|需要报告|需要说明/,
];
/** Longer lines are prose. */
const MAX_HEADING = 60;
/** With fewer the page is cut, or no report in sections. */
const ENOUGH = 4;

/** The number with a subject inside a paragraph: a heading whose line break was lost, or its counterpart in the foreword. */
const RUN_ON = SUBJECTS.map(
  (subject, index) => new RegExp(`${'一二三四五六'.charAt(index)}[、.,].{0,20}?(?:${subject.source})`),
);

function isNamed(report: Report, number: number): boolean {
  const [subject, runOn] = [SUBJECTS[number - 1], RUN_ON[number - 1]];
  const from = titlePlace(report)?.place?.block ?? -1;
  return report.document.blocks.some((block, at) => {
    const printed = at > from ? blockText(block) : '';
    if (printed === '') return false;
    const text = essence(printed);
    return (text.length <= MAX_HEADING ? subject : runOn)?.test(text) === true;
  });
}

/** Before the first section and after the last one the page must be known to be whole. */
function isBounded(report: Report, number: number): boolean {
  const { sections, document } = report;
  if (document.omissions.length > 0 || document.blocks.some(isCut)) return false;
  if (number < (sections[0]?.number ?? 0)) return titlePlace(report)?.place != null;
  return number < (sections.at(-1)?.number ?? 0) || document.format !== 'text';
}

export const rule = defineRule<{ section: number; numeral: string; title: string; only: 'heading' | 'all' }>({
  id: 'section-missing',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '统一格式，六部分' },
  summary: {
    'zh-CN': '报告分六部分，缺哪一部分提出哪一部分；只缺标题、表格仍在的为提示。网页被截断或标题无从辨认时不提出。',
    en: 'A report has six sections; each that is missing is said, for information where only its heading is and the table stands. Silent where the page is cut or its headings cannot be told.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.only === 'heading'
        ? `未见第${data.numeral}部分标题“${data.title}”，其表格仍在。`
        : `缺少第${data.numeral}部分“${data.title}”。`,
    en: ({ data }) =>
      data.only === 'heading'
        ? `The heading of section ${data.section}, “${data.title}”, is missing; its table is there.`
        : `Section ${data.section}, “${data.title}”, is missing.`,
  },
  advice: { 'zh-CN': '按统一格式补齐六部分。', en: 'Add what the form asks for.' },
  examples: [
    { name: '六部分齐全', findings: 0 },
    { name: '标题换了说法', headings: { 5: '（五）存在的不足和下一步打算' }, findings: 0 },
    { name: '编号重复', headings: { 2: '一、主动公开政府信息情况' }, findings: 0 },
    {
      name: '标题与上一段连在一起',
      headings: { 5: null },
      prose: {
        4: [
          '本年度没有因政府信息公开工作被申请行政复议，也没有被提起行政诉讼，以上情况均已核实无误，并已向上级报告。五、存在的主要问题及改进情况',
        ],
      },
      findings: 0,
    },
    { name: '缺第五部分', headings: { 5: null }, findings: 1 },
    { name: '缺第六部分', headings: { 6: null }, findings: 1 },
    { name: '缺第一部分', headings: { 1: null }, findings: 1 },
    { name: '缺第四部分，表格也没有', headings: { 4: null }, findings: 1 },
  ],
  *check(report) {
    if (report.sections.length < ENOUGH) return;
    for (const [index, title] of report.form.sections.entries()) {
      const number = index + 1;
      if (report.sections.some((section) => section.number === number)) continue;
      if (!isBounded(report, number) || isNamed(report, number)) continue;
      const only = report.tables.some(({ table, found }) => table.section === number && found) ? 'heading' : 'all';
      const before = report.sections.findLast((section) => section.number < number) ?? report.sections[0];
      yield {
        data: { section: number, numeral: '一二三四五六'.charAt(index), title, only },
        ...(only === 'heading' ? { severity: 'info' as const } : {}),
        place: before === undefined ? null : { block: before.start },
        about: String(number),
      };
    }
  },
});
