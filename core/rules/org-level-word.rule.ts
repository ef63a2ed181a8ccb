import { gather } from '../document/gather';
import { placeIn, quoteIn } from '../statements/passage';
import { wrongWords } from '../statements/self-words';
import { defineRule } from './rule';

export const rule = defineRule<{ word: string; own: string; more: number }>({
  id: 'org-level-word',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确' },
  summary: {
    'zh-CN':
      '自称与单位类型、层级相符：乡镇报告不称“我局”，部门报告不称“我镇”，县政府报告不以“全市收到……件”报告本县数据。部门引用全市、全县数据不算。',
    en: 'The words for oneself fit the organ: no 我局 in a town’s report, no 我镇 in a department’s, no 全市 for the numbers of a county. Departments may tell the numbers of their region.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `“${data.word}”与“${data.own}”的单位层级或类型不符${data.more > 0 ? `，共 ${data.more + 1} 处` : ''}。`,
    en: ({ data }) =>
      `“${data.word}” does not fit the kind or level of “${data.own}”${data.more > 0 ? `, in ${data.more + 1} places` : ''}.`,
  },
  advice: {
    'zh-CN': '核对称谓，核实是否套用其他单位文本。',
    en: 'Correct the word, and find out where the text comes from.',
  },
  examples: [
    {
      name: '部门引用全县数据，称我县、我局',
      organ: '示例县民政局',
      prose: { 1: ['我局严格执行《条例》，全县共收到政府信息公开申请30件，我局收到2件。我县政务公开平台运行良好。'] },
      findings: 0,
    },
    {
      name: '县级市称全市，镇称我镇',
      organ: '示例市人民政府',
      prose: { 1: ['全市共收到政府信息公开申请30件。坚持全市“一盘棋”。'] },
      findings: 0,
    },
    {
      name: '乡镇称我局',
      organ: '示例县示例镇人民政府',
      prose: { 1: ['我局高度重视。我局主动公开信息3条。'] },
      findings: 1,
    },
    {
      name: '县报告全市数据',
      organ: '示例县人民政府',
      prose: { 1: ['2024年，全市共收到政府信息公开申请30件。在全市考核中位列第一。'] },
      findings: 1,
    },
  ],
  *check({ organ, organClass, passages }) {
    if (organ === null) return;
    const found = gather(passages, (passage) =>
      wrongWords(passage, organ, organClass).map((word) => ({ passage, ...word })),
    );
    for (const word of new Set(found.map((each) => each.word))) {
      const places = found.filter((each) => each.word === word);
      const [first] = places;
      if (first === undefined) continue;
      yield {
        data: { word, own: organ, more: places.length - 1 },
        quote: quoteIn(first.passage, first.start, first.end),
        place: placeIn(first.passage, first.start, first.end),
      };
    }
  },
});
