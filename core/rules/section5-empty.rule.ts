import { defineRule } from './rule';
import { NOTHING, wholeSection } from './section-text';

/** Characters; less says little. */
const SHORT = 30;
const PROBLEM =
  /问题|不足|不够|不高|不强|不全|不及时|不到位|欠缺|薄弱|有待|待(?:提升|提高|加强|完善|增强)|差距|短板|单一|缺乏|滞后|仍需|还需|不多|偏少|偏弱/;
const MEASURE =
  /改进|整改|加强|完善|提高|提升|强化|规范|加大|优化|拓展|健全|落实|下一步|培训|推进|增加|增设|新增|设置|建成|完成|改善|解决|丰富/;

export const rule = defineRule<{ length: number; told: 0 | 1 }>({
  id: 'section5-empty',
  severity: 'warning',
  source: { document: '《政府信息公开条例》', clause: '第五十条第（四）项' },
  summary: {
    'zh-CN': '第五部分写明存在的主要问题及改进情况；空白、只写“无”，或不足 30 字且未兼述问题与措施的提出。',
    en: 'Section 5 tells the main problems and what was done: not empty, not “none”, not under 30 characters without a problem and a measure.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.told === 1
        ? `第五部分正文只有 ${data.length} 字，可能未写全主要问题及改进情况。`
        : '第五部分未写明主要问题及改进情况。',
    en: ({ data }) =>
      data.told === 1
        ? `Section 5 has only ${data.length} characters of text and may not tell both problems and improvements.`
        : 'Section 5 does not tell problems and improvements.',
  },
  advice: {
    'zh-CN': '补充存在问题、整改措施及上年问题改进情况。',
    en: 'Add problems, measures, and what became of last year’s problems.',
  },
  examples: [
    { name: '写明问题和措施', findings: 0 },
    { name: '很短，但两者都有', prose: { 5: ['公开不够及时，将加强培训。'] }, findings: 0 },
    { name: '很短，问题与已做的事都有', prose: { 5: ['工程领域公开不足，已建成专栏。'] }, findings: 0 },
    { name: '很短，待提升与已设置', prose: { 5: ['服务水平待提升，已设置自助终端6台。'] }, findings: 0 },
    {
      name: '写在标题之后的一段',
      headings: { 5: '五、存在的主要问题及改进情况：公开不够及时，将加强培训' },
      prose: { 5: [] },
      findings: 0,
    },
    { name: '空白', prose: { 5: [] }, findings: 1 },
    { name: '只写无', prose: { 5: ['无。'] }, findings: 1 },
    { name: '只有空话', prose: { 5: ['本年度工作情况良好。'] }, findings: 1 },
    { name: '很短，只有问题', prose: { 5: ['公开不够及时。'] }, findings: 1 },
  ],
  *check(report) {
    const section = wholeSection(report, 5);
    if (section === null) return;
    const { text, place, heading } = section;
    const told = heading + text;
    const [problem, measure] = [PROBLEM.test(told), MEASURE.test(told)];
    if (!NOTHING.test(told) && (told.length >= SHORT || (problem && measure))) return;
    yield { data: { length: text.length, told: problem || measure ? 1 : 0 }, place, about: 'section' };
  },
});
