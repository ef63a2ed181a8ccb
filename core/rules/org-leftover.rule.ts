import { gather } from '../document/gather';
import { isOtherOrgan, organsNamed } from '../statements/other-organs';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';

export const rule = defineRule<{ other: string; own: string; more: number }>({
  id: 'org-leftover',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容雷同、敷衍塞责的责任' },
  summary: {
    'zh-CN':
      '报告以发布单位自己为主语：同级的其他县（区）、乡镇、部门“认真贯彻条例”“收到申请”或“现将其报告公布”的，疑为套用。上级机关、提到的单位、地址、网站、所引文件不算。',
    en: 'The organ of the report is its subject. Another county, town or department of the same level that obeys the regulation, takes requests in or reports was likely left over; organs above, units mentioned, addresses, sites and documents cited are fine.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `正文出现“${data.other}”，与发布单位“${data.own}”不符${data.more > 0 ? `；共 ${data.more + 1} 处` : ''}。`,
    en: ({ data }) =>
      `The text speaks of “${data.other}” in the report of “${data.own}”${data.more > 0 ? `, in ${data.more + 1} places` : ''}.`,
  },
  advice: { 'zh-CN': '核实是否套用其他单位文本。', en: 'Find out whether the text was taken from another organ.' },
  examples: [
    {
      name: '上级、下属、网站、地址和所引文件',
      organ: '示例市平安县民政局',
      prose: {
        0: ['根据《示例市人民政府办公室关于做好年度报告的通知》，现将平安县民政局2024年政府信息公开工作情况报告如下。'],
        1: [
          '县民政局认真贯彻落实《条例》。市民政局高度重视政府信息公开工作，县政府办公室组织培训。',
          '通过平安县人民政府网站公开信息10条。县财政局收到政府采购申请3件。',
        ],
      },
      findings: 0,
    },
    {
      name: '别县的同名部门',
      organ: '平安县民政局',
      prose: { 1: ['2024年，安化县民政局认真贯彻落实《政府信息公开条例》。'] },
      findings: 1,
    },
    {
      name: '别的乡镇',
      organ: '示例县西柳镇人民政府',
      prose: { 1: ['2024年，桥头镇认真贯彻落实《条例》要求。', '桥头镇收到政府信息公开申请3件。'] },
      findings: 1,
    },
    {
      name: '别的县',
      organ: '平乐县人民政府',
      prose: { 0: ['现将安化县人民政府2024年政府信息公开工作情况报告如下。'] },
      findings: 1,
    },
    {
      name: '本县的别的部门',
      organ: '示例县民政局',
      prose: { 1: ['2024年，示例县教育局高度重视政务公开工作。'] },
      findings: 1,
    },
  ],
  *check({ organ, organClass, passages }) {
    if (organ === null || !JUDGED.has(organClass.kind)) return;
    const found = gather(passages, (passage) =>
      organsNamed(passage)
        .filter(({ name }) => isOtherOrgan(name, organ))
        .map((named) => ({ passage, ...named })),
    );
    for (const other of new Set(found.map(({ name }) => name))) {
      const places = found.filter(({ name }) => name === other);
      const [first] = places;
      if (first === undefined) continue;
      yield {
        data: { other, own: organ, more: places.length - 1 },
        quote: quoteIn(first.passage, first.start, first.end),
        place: placeIn(first.passage, first.start, first.end),
      };
    }
  },
});

/** Development zones are named in too many ways. */
const JUDGED: ReadonlySet<string | null> = new Set(['government', 'office', 'department', 'street']);
