import { defineRule } from './rule';
import { wholeSection } from './section-text';

/** Since the measures on this fee came into force. */
const FIRST_YEAR = 2021;
const FEE = /(?:信息)?处理费|收费通知|检索费|费用|收取[^。;]{0,12}费|(?:未|没有|无|不)收费/;

export const rule = defineRule({
  id: 'section6-no-fee',
  severity: 'warning',
  source: { document: '国办函〔2020〕109号', clause: '《政府信息公开信息处理费管理办法》；年报通例' },
  summary: {
    'zh-CN': '第六部分说明本年度收取信息处理费的情况。正文他处已说明的不提出。',
    en: 'Section 6 says whether fees for handling requests were charged. Not raised where another section says it.',
  },
  messages: {
    'zh-CN': () => '第六部分未说明信息处理费收取情况。',
    en: () => 'Section 6 does not say whether fees for handling requests were charged.',
  },
  advice: {
    'zh-CN': '写明本年度是否收取及金额，如“本年度未收取信息处理费”。',
    en: 'Say whether such fees were charged, and how much.',
  },
  examples: [
    { name: '已说明', findings: 0 },
    { name: '换一种说法', prose: { 6: ['本年度没有向申请人收取任何费用。'] }, findings: 0 },
    { name: '在第三部分说明', prose: { 3: ['全年未收取信息处理费。'], 6: ['无。'] }, findings: 0 },
    { name: '2020 年度尚无此规定', form: '2019', year: 2020, prose: { 6: ['无。'] }, findings: 0 },
    { name: '只写无', prose: { 6: ['无。'] }, findings: 1 },
    { name: '行政事业性收费不是信息处理费', prose: { 6: ['本年度行政事业性收费已在表二列明。'] }, findings: 1 },
  ],
  *check(report) {
    if (report.year === null || report.year < FIRST_YEAR) return;
    const section = wholeSection(report, 6);
    if (section === null || report.passages.some(({ text }) => FEE.test(text))) return;
    yield { data: {}, place: section.place, about: 'section' };
  },
});
