import { type TextPart, textLikenesses } from './alike';
import { lastYearOf } from './previous';
import { defineRule, type Language } from './rule';

export const rule = defineRule<{ part: TextPart; percent: number; year: number; strong: number }>({
  id: 'similar-last-year',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '内容雷同、敷衍塞责的，依《条例》第四十七条追究' },
  summary: {
    'zh-CN': '第一、五部分的文字与上年年报不雷同（90% 以上）。年份、数字、机关名称和各家都有的套话不计，太短的不比。',
    en: 'Sections 1 and 5 are not last year’s text again (90 % or more). Years, numbers, the organ’s name and phrases of the form do not count; short texts are not compared.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `${PARTS[data.part]['zh-CN']}与 ${data.year} 年年报文字相似度约 ${data.percent}%，${data.strong === 1 ? '除数字外几乎没有改动' : '疑似雷同'}。`,
    en: ({ data }) =>
      `${PARTS[data.part].en}: about ${data.percent} % of the text is that of the report of ${data.year}${data.strong === 1 ? '; hardly anything but numbers was changed' : ''}.`,
  },
  advice: {
    'zh-CN': '结合本年度实际重写。',
    en: 'Write it anew from what this year was like.',
  },
  examples: [
    { name: '只有各家都有的套话', previous: {}, findings: 0 },
    {
      name: '第五部分只改了年份',
      prose: { 5: [problems(2024)] },
      previous: { prose: { 5: [problems(2023)] } },
      findings: 1,
    },
    {
      name: '第五部分重写过',
      prose: {
        5: [
          '今年发现公开目录与部门职责调整不同步，已于九月重新梳理三十七个栏目，撤并四个长期不更新的栏目，并把栏目更新责任写入科室年度任务；来年计划为每个村的便民服务点配备一名熟悉公开流程的联络员，每季度通报一次更新情况。',
        ],
      },
      previous: { prose: { 5: [problems(2023)] } },
      findings: 0,
    },
    {
      name: '是另一机关的年报',
      organ: '示例县教育局',
      prose: { 5: [problems(2024)] },
      previous: { organ: '示例县财政局', prose: { 5: [problems(2023)] } },
      findings: 0,
    },
  ],
  *check(report) {
    const last = lastYearOf(report);
    const before = last?.report.sketch;
    if (last === null || before === undefined) return;
    const [first, second] = textLikenesses(report.sketch, before);
    if (first === undefined) return;
    // One habit, one finding: the part that changed least speaks.
    const { part, percent, same } = second !== undefined && second.percent > first.percent ? second : first;
    const section = part === 'overview' ? 1 : 5;
    const start = report.sections.find(({ number }) => number === section)?.start;
    yield {
      data: { part, percent, year: last.year, strong: same ? 1 : 0 },
      place: start === undefined ? null : { block: start },
      about: 'text',
    };
  },
});

const PARTS: Readonly<Record<TextPart, Readonly<Record<Language, string>>>> = {
  overview: { 'zh-CN': '第一部分', en: 'Section 1' },
  problems: { 'zh-CN': '第五部分', en: 'Section 5' },
};

/** For examples: last year's problems under this year's number. */
function problems(year: number): string {
  return `${year}年，我单位政府信息公开工作虽取得一定成效，但仍存在一些不足：一是个别科室对主动公开的时限把握不准，信息更新不够及时；二是政策解读形式较为单一，群众看不懂、不愿看的问题依然存在；三是业务培训覆盖面不广，经办人员更换后衔接不畅。下一步将健全信息发布台账，按月督促更新；丰富图解、短视频等解读形式；每半年组织一次全员业务培训，不断提升公开工作水平。`;
}
