/** 模板残留: what the form says to the one who fills it in, and placeholders nobody filled. */
import { gather } from '../document/gather';
import type { Passage } from './passage';

export interface Residue {
  /** Half-open range in `passage.text`. */
  readonly start: number;
  readonly end: number;
}

/** Sentences of the form and of word processors, never of a report. */
const INSTRUCTION =
  /该部分以表格形式报告|(?:这一项|此项|该项)(?:主要)?报告本(?:机关|单位)|\(?含《?(?:中华人民共和国政府信息公开)?条例》?第五十条第[^,。;]{0,60}|(?:单击或?)?(?:点击)?(?:此处|这里)输入文字|请在?此处?(?:输入|填写|插入)|此处(?:填写|插入|填入)|\((?:请)?(?:填写|填报|填入)(?:具体|本单位|单位|数字|内容|实际|名称)[^)]{0,16}\)|(?:按照|根据|参照)实际情况(?:填写|填报)|[(〔[](?:本|各)?(?:单位|机关|部门|机构)(?:全称|名称)[)〕\]]|报告正文示例|以下为?模板/;
/** A count or a date that is still a row of crosses. Names are masked that way on purpose: ××公司, 张××. */
const CROSSES = '(?<![A-Za-z0-9./_*×-])(?:[Xx×╳]{1,4}|[○〇]{2,4}|[*＊]{2,4})';
const PLACEHOLDER = new RegExp(
  `(?:20)?${CROSSES}年(?:度|[Xx×╳○〇*]{1,2}月)?|(?:共|了|计|中|量|情况|信息|申请|文件|微博|微信|网站|:)${CROSSES}余?(?:件|条|篇|份|次|期|个|场|万元|元|人次|项)(?![A-Za-z])|20[Xx×╳]{2}年`,
);
/** The organ's own name, not a party's: 现将XX局2024年政府信息公开… */
const OWN_NAME = new RegExp(
  `${CROSSES}(?:省|市|县|区|镇|乡|街道|局|委|办|单位|部门|人民政府)[^,。;]{0,12}(?:20\\d\\d|[Xx×]{2,4})年?度?(?:政府|政务)信息公开`,
);
/** A request tells its matter with crosses where names were. */
const MASKED = /申请人|申请公开|要求公开|请求公开|当事人|公司|案件|举报|投诉/;

export function residuesIn({ text, heading }: Passage): Residue[] {
  if (heading) return [];
  const patterns = MASKED.test(text) ? [INSTRUCTION, OWN_NAME] : [INSTRUCTION, OWN_NAME, PLACEHOLDER];
  return gather(patterns, (pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ start: match.index, end: endOf(text, match.index + match[0].length) }];
  });
}

/** To the end of the clause, so that one sees what it was to become. */
function endOf(text: string, from: number): number {
  const at = text.slice(from, from + 12).search(/[。,;:!]/);
  return at < 0 ? from : from + at;
}
