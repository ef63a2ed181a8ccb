/** What a report says in its own words, as a sketch that can be kept and compared: sections one and five, masked. */
import { namesOf } from '../document/organ-name';
import { type Sketch, sketchOf } from '../document/shingles';
import type { Passage } from './passage';

/** As JSON below 2 kB. */
export interface TextSketch {
  /** Section one without what every report has: basis, period, contact. */
  readonly overview: Sketch;
  /** Section five. */
  readonly problems: Sketch;
}

const OVERVIEW_SIZE = 288;
const PROBLEMS_SIZE = 160;

/** Sentences of the form, not of the organ; no two reports differ in them. */
const STANDARD: readonly RegExp[] = [
  /(?:根据|依据|按照|依照).*(?:条例|通知|要求|规定|格式).*(?:编制|公布|发布|制定|形成|撰写|制作|现将|特向)/,
  /统计(?:期限|时限|时间|周期|数据)|(?:期限|数据).{0,12}[#年]+月#日|#月#日起?[至到—-]/,
  /^(?:现将|现发布|特此|本(?:年度)?报告)|六个?(?:部分|方面)/,
  /联系(?:方式|电话|地址|人)|邮编|邮政编码|电话[::]|地址[::]|传真|电子邮箱|(?:疑问|意见|建议).{0,16}联系/,
  /电子版|可.{0,20}(?:下载|查阅|查询).{0,10}报告|https?:|www\./,
  /^.{0,24}(?:未|没有|无).{0,8}(?:收到|受理|发生|产生|收取|申请).{0,24}$/,
  /^.{0,20}无其他.{0,20}$|^.{0,16}(?:表格|下表|如下).{0,16}$/,
];

/** (一)主动公开政府信息情况: headings and scraps, no sentences. */
const MIN_SENTENCE = 15;

export function textSketchOf(passages: readonly Passage[], organ: string | null): TextSketch {
  const names = organ === null ? [] : namesOf(organ);
  return {
    overview: sketchOf(ownWords(passages, 1, names), OVERVIEW_SIZE),
    problems: sketchOf(ownWords(passages, 5, names), PROBLEMS_SIZE),
  };
}

function ownWords(passages: readonly Passage[], section: number, names: readonly string[]): string {
  const text = passages
    .filter((passage) => passage.section === section && !passage.heading)
    .map((passage) => passage.text)
    .join('。');
  return masked(text, names)
    .split(/[。;!?]/)
    .filter((sentence) => sentence.length >= MIN_SENTENCE && !STANDARD.some((pattern) => pattern.test(sentence)))
    .join('。');
}

/** 我局, 本镇, 全县: who speaks, not what is said. */
const SPEAKER = /[我本全各][省市州县区旗镇乡局委厅办街处所院]/g;
const NUMBER = /\d+(?:[.,]\d+)*%?|[〇○零一二三四五六七八九]{4}(?=年)/g;

function masked(text: string, names: readonly string[]): string {
  let plain = text;
  for (const name of names) plain = plain.replaceAll(name, '@');
  return plain.replace(SPEAKER, '@').replace(NUMBER, '#');
}
