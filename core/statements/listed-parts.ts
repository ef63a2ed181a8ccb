/** 由总体情况、…等六部分组成: the parts a foreword names, and how many it says they are. */

import { gather } from '../document/gather';
import { matchesOf } from '../document/matches';
import type { Passage } from './passage';

export interface ListedParts {
  /** Half-open range in `passage.text`. */
  readonly start: number;
  readonly end: number;
  readonly stated: number;
  /** As they may be counted: 问题、改进措施 is one part or two. */
  readonly least: number;
  readonly most: number;
}

const LIST =
  /(?:由|包括|包含|分为|从|涵盖)([^。;!?由]{12,220}?)(等|共|以上|共计)?([二三四五六七八九十]|\d{1,2})(?:个|大)?(?:部[分份]|方面)/g;
/** A list of the parts of such a report, not of anything else. */
const PARTS: readonly RegExp[] = [/总体情况|概述|基本情况/, /主动公开/, /申请/, /复议|诉讼/, /问题/, /其[他它]/];
const MIN_KNOWN = 3;
const NUMERALS = '一二三四五六七八九十';
const GOES_ON = /(?:复议|收到|受理)$/;
/** How the name of a part ends; what does not end so may go on behind the comma. */
const ENDS = /(?:情况|概述|事项|问题|措施|计划|附表|附件|说明|建议|打算|附录|指标|工作|方向|统计表|费用)$/;

export function listedPartsIn({ text, section, heading }: Passage): ListedParts[] {
  if (heading || section > 1 || !/部[分份]|方面/.test(text)) return [];
  return gather(matchesOf(text, LIST), (match): ListedParts[] => {
    const [whole, list = '', more, number = ''] = match;
    const known = PARTS.filter((part) => part.test(list)).length;
    if (known < MIN_KNOWN) return [];
    const stated = NUMERALS.includes(number) ? NUMERALS.indexOf(number) + 1 : Number(number);
    const names = namesIn(list);
    // The six parts of the form, one of them not named: then none of the five counts twice.
    const ofForm = stated === PARTS.length && names.length === known;
    const doubled = ofForm
      ? 0
      : names.filter((name) => /问题.*(?:改进|措施|整改|打算|计划|下一?步)|复议.*诉讼/.test(name)).length;
    const parted = names.filter((name, at) => at > 0 && /^(?:改进|整改|下一?步|诉讼|行政诉讼)/.test(name)).length;
    const open = names.slice(0, -1).filter((name) => !ENDS.test(name.replace(/\([^)]*\)$/, ''))).length;
    const parts = { stated, least: names.length - parted - open, most: names.length + doubled };
    // 等 may also leave parts out: only one short of the number looks like a slip.
    const off = stated < parts.least || stated > parts.most;
    if (!off || (more === '等' && stated > parts.most + 1)) return [];
    return [{ start: match.index, end: match.index + whole.length, ...parts }];
  });
}

/** Names as they stand between the commas; 行政复议、行政诉讼情况 is one. */
function namesIn(list: string): string[] {
  const pieces = list
    .replace(/(?:以及|和|及|与)(?=(?:需要)?(?:其[他它]|存在|附))/g, '、')
    .replace(/以及/g, '、')
    .split(/[、,]/)
    .filter((piece) => piece !== '');
  const names: string[] = [];
  for (const piece of pieces) {
    const last = names.at(-1);
    if (last !== undefined && GOES_ON.test(last)) names[names.length - 1] = last + piece;
    else names.push(piece);
  }
  return names;
}
