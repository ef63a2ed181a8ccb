import { gather } from '../document/gather';
import type { Passage } from '../statements/passage';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule, type Report } from './rule';

/** Who reports of itself has no “some regions”. */
const SOMEBODY =
  /(?:部分|一些|有些|个别|少数|多数|大部分|许多)(?:地区|地方政府|地方|地市|省市|政府部门|政府机关|行政机关)|各级政府(?:部门|机关)|各地(?:区|方)?政府/;
/** Anything counted but years and ordinals. */
const COUNTED = /\d+(?:\.\d+)?[余多万]*(?:[条件篇份次期个项场人则家户类批宗起例]|万元|元|%)/;

export const rule = defineRule<{ more: number }>({
  id: 'generic-filler',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容雷同、敷衍塞责的责任' },
  summary: {
    'zh-CN':
      '部门、乡镇、街道的报告写自己的工作：通篇没有一个数字，而以“部分地区”“各级政府部门”为主语的，疑为空泛套话。',
    en: 'A department or town reports of itself: a text without a single number that speaks of “some regions” is likely filler.',
  },
  messages: {
    'zh-CN': ({ quote }) => `正文没有具体数字，并以“${quote ?? ''}”为主语，疑为空泛套话。`,
    en: ({ quote }) => `The text has no number and speaks of “${quote ?? ''}”: likely filler.`,
  },
  advice: { 'zh-CN': '写本单位的实际做法、数据和问题。', en: 'Tell what the organ itself did, with numbers.' },
  examples: [
    {
      name: '有具体数字',
      organ: '示例县民政局',
      prose: { 1: ['全年公开信息10条。'], 5: ['部分地区群众知晓率不高。'] },
      findings: 0,
    },
    { name: '县政府的报告', organ: '示例县人民政府', prose: { 5: ['部分地区公开不够及时。'] }, findings: 0 },
    {
      name: '通篇空泛',
      organ: '示例县民政局',
      prose: {
        1: ['本年度各级政府部门积极推进政务公开，公开意识不断增强。'],
        5: ['一些地区公开不够及时，部分地区解读不足。'],
        6: ['无。'],
      },
      findings: 1,
    },
  ],
  *check(report) {
    const { organClass, passages } = report;
    if (organClass.scope !== 'organ' || organClass.level === 'nation' || organClass.level === 'province') return;
    if (!isReadToEnd(report) || passages.some(({ text, section }) => section > 0 && COUNTED.test(text))) return;
    const found = gather(passages, (passage) => somebodyIn(passage) ?? []);
    const [first] = found;
    if (first === undefined || found.length < 2) return;
    const { passage, start, end } = first;
    yield {
      data: { more: found.length - 1 },
      quote: quoteIn(passage, start, end),
      place: placeIn(passage, start, end),
      about: 'filler',
    };
  },
});

function isReadToEnd({ sections }: Report): boolean {
  return [1, 5, 6].every((number) => sections.some((section) => section.number === number));
}

function somebodyIn(passage: Passage): { passage: Passage; start: number; end: number } | null {
  const match = passage.heading ? null : SOMEBODY.exec(passage.text);
  return match === null ? null : { passage, start: match.index, end: match.index + match[0].length };
}
