import { blockText } from '../document/document';
import { collapseSpace } from '../document/space';
import { foldWidth } from '../document/text';
import { isAccepted, isSlip } from './headings';
import { defineRule } from './rule';

/** 五、存在的主要问题及改进情况：无 holds a title and a text. */
function titleOf(heading: string): string {
  const title = collapseSpace(foldWidth(heading)).slice(2);
  return title.split(/[:。;]/)[0]?.trim() ?? '';
}

export const rule = defineRule<{ section: number; numeral: string; title: string; canonical: string; slip: number }>({
  id: 'section-title-variant',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '统一格式，六部分标题' },
  summary: {
    'zh-CN': '六部分标题与统一格式一致；通行的写法不提出，漏字、多字、颠倒的为警示。',
    en: 'The titles of the six sections are those of the form; usual variants pass, a character lost, added or swapped is a warning.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.slip === 1
        ? `第${data.numeral}部分标题“${data.title}”疑有错漏，应为“${data.canonical}”。`
        : `第${data.numeral}部分标题“${data.title}”与统一格式“${data.canonical}”不一致。`,
    en: ({ data }) =>
      data.slip === 1
        ? `The title of section ${data.section}, “${data.title}”, seems mistyped for “${data.canonical}”.`
        : `The title of section ${data.section}, “${data.title}”, differs from the form’s “${data.canonical}”.`,
  },
  advice: { 'zh-CN': '改为统一格式的标题。', en: 'Use the title of the form.' },
  examples: [
    { name: '与格式一致', findings: 0 },
    {
      name: '通行的写法',
      headings: {
        1: '一.政府信息公开工作总体情况',
        2: '二、行政机关主动公开政府信息情况',
        3: '三、收到和处理政府信息公开申请的情况',
        4: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        5: '五、政府信息公开工作存在问题和整改措施',
        6: '六、其它需要报告的事项',
      },
      findings: 0,
    },
    { name: '标题后接正文', headings: { 6: '六、其他需要报告的事项：无。' }, findings: 0 },
    { name: '另一种说法', headings: { 3: '三、依申请公开政府信息情况' }, findings: 1 },
    { name: '换了一个词，不算错字', headings: { 1: '一、总体概况概述' }, findings: 1 },
    { name: '漏字', headings: { 5: '五、存在的主要问题及改情况' }, findings: 1 },
    { name: '多字', headings: { 2: '二、主动公开政府信息息情况' }, findings: 1 },
  ],
  *check(report) {
    const { blocks } = report.document;
    for (const { number, start } of report.sections) {
      // The last line of a text may be cut.
      if (start === blocks.length - 1) continue;
      const canonical = report.form.sections[number - 1] ?? '';
      const title = titleOf(blockText(blocks[start]));
      if (title === '' || isAccepted(number, title, canonical)) continue;
      const slip = isSlip(title, canonical);
      yield {
        data: { section: number, numeral: '一二三四五六'.charAt(number - 1), title, canonical, slip: slip ? 1 : 0 },
        ...(slip ? { severity: 'warning' as const } : {}),
        place: { block: start },
        about: String(number),
      };
    }
  },
});
