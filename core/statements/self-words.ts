/** 我局, 全市: words by which a report calls its organ and its region, held against what the organ is. */

import { gather } from '../document/gather';
import { matchesOf } from '../document/matches';
import type { OrganClass } from '../document/organ';
import { regionsOf } from '../document/organ';
import type { Passage } from './passage';

export interface SelfWord {
  readonly word: string;
  /** Half-open range in `passage.text`. */
  readonly start: number;
  readonly end: number;
}

/** What is quoted, cited or named in brackets is not said of oneself. */
const QUOTED = /《[^》]*》|“[^”]*”|"[^"]*"|\([^)]*\)/g;
const SELF =
  /(?<![一二三四五六七八九自小大你、基根成文样版资日原书标范])(?:我|本)(局|委|厅|镇|乡|街道)(?![长际员面部势会托里亲土音村道域本定静压])/g;
/** What tells numbers of the whole region: it is the organ’s own where the region is. */
const WHOLE =
  /(?:^|[。;,]|年,?|年度,?)全(市|县|区|镇|乡|街道)(?=(?:各级行政机关|各级|各部门|范围内)?(?:共|累计|全年|新)?(?:主动公开|新收|收到|受理|接收|办结|办理依申请)[^。;]{0,24}\d)/g;

/** Words that do not fit the organ, in order of the text. */
export function wrongWords({ text, heading }: Passage, organ: string, organClass: OrganClass): SelfWord[] {
  // Without a stop it is no sentence: the title of another page at the foot.
  if (heading || !/[我本全]/.test(text) || !/[。,;]/.test(text)) return [];
  const plain = text.replace(QUOTED, (quoted) => '　'.repeat(quoted.length));
  const own = gather(matchesOf(plain, SELF), (match): SelfWord[] => {
    const word = match[1] ?? '';
    if (!misnames(word, organ, organClass)) return [];
    return [{ word: match[0], start: match.index, end: match.index + match[0].length }];
  });
  const whole = gather(matchesOf(plain, WHOLE), (match): SelfWord[] => {
    const word = match[1] ?? '';
    if (!isOtherRegion(word, organ, organClass)) return [];
    const end = match.index + match[0].length;
    return [{ word: `全${word}`, start: end - word.length - 1, end }];
  });
  return [...own, ...whole].sort((a, b) => a.start - b.start);
}

/** 我局 in a town, 我镇 in a department. An organ whose name holds the word anywhere may use it. */
function misnames(word: string, organ: string, { kind, level }: OrganClass): boolean {
  if (organ.includes(word)) return false;
  // 本乡本镇, 撤镇设街道: towns and streets may still call themselves by one another’s word only where the name allows.
  if (kind === 'government' || kind === 'street') return word !== '街道' || level === 'town';
  return kind === 'department' && /[局委厅会]$/.test(organ) && !/管委会|管理委员会$/.test(organ);
}

/** Only of governments and streets: a department may well tell the numbers of its county. */
function isOtherRegion(word: string, organ: string, { kind, level }: OrganClass): boolean {
  if (kind === 'street') return word !== '街道' && !organ.includes(word);
  if (kind !== 'government') return false;
  if (level === 'town') return !organ.replace(/人民政府|政府/, '').endsWith(word);
  const own = regionsOf(organ).at(-1)?.slice(-1);
  // 全区 may be 自治区, 全市 of a county’s 市; towns are no region of a county’s report.
  if (own === '县' || own === '旗') return word === '市';
  if (own === '区') return word === '市' || word === '县';
  return own === '市' && word === '县';
}
