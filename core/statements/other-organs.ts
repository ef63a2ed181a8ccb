/**
 * 套用他文: sentences of a report whose subject is another organ. Other organs are named for many reasons (the
 * government above, those that train and appraise, units that were mentioned), so an organ counts only where it does
 * what only the organ of the report does in it: obeys the regulation, takes requests in, publishes the report.
 */
import { matchesOf } from '../document/matches';
import { regionsOf } from '../document/organ';
import type { Passage } from './passage';

export interface OrganNamed {
  readonly name: string;
  /** Half-open range in `passage.text`. */
  readonly start: number;
  readonly end: number;
}

const SUFFIX =
  '(?:人民政府(?:办公室|办公厅)?|政府办(?:公室)?|(?:镇|乡)(?:人民政府|政府)?|街道(?:办事处)?|(?:分局|局|厅|委员会|委)|(?:县|旗|区)(?=[,认高严坚以积深全主]))';
const NAME = `([\\u4e00-\\u9fa5]{2,22}?${SUFFIX})`;
const LEAD = /^(?:[^。]{0,6}[一二三四五六七八九十\d]{1,3}[)、.:])?(?:20\d\d年(?:度)?(?:以来)?,?)?/;
/** What the organ of the report says of itself. */
const OWN_DEED = new RegExp(
  `^${NAME}(?=,?(?:(?:20\\d\\d年|本年|全年|一年来)?(?:度)?,?)?(?:(?:高度重视|认真(?:学习|贯彻|落实|执行)|严格(?:按照|依照|依据|遵循|执行|落实|遵守)|深入(?:贯彻|落实|学习)|全面(?:贯彻|落实)|积极(?:贯彻|落实|推进)|坚持以|以习近平)[^。;]{0,30}(?:信息公开|政务公开|条例|习近平)|(?:共|新|累计)?(?:收到|接收|受理)(?:公民|群众|社会)?[^,。;]{0,8}(?:政府信息公开申请|依申请公开)|(?:共|累计)?主动公开(?:各类)?(?:政府|政务)?信息\\d))`,
);
const REPORTED = new RegExp(
  `(?:现将|现就|编制(?:了|完成)?|现(?:向社会)?(?:公布|公开|发布))《?${NAME}(?:20\\d\\d年(?:度)?)?(?:的)?(?:政府|政务)信息公开(?:工作)?(?:情况|年度|报告)`,
);
/** Words that no name of an organ begins with or holds. */
const NO_NAME =
  /^(?:根据|按照|通过|围绕|针对|为|在|向|由|对|经|与|和|将|以|把|被|按|依|从|各|全|我|本|该|其|有关|相关|上级|部分|一是|二是|三是|主动|公开|严格|认真|积极|及时|县委|市委|区委|州委|省委|党|党委|不断|继续|进一步|同时|此外|其中|规范)|[、和及与等各]|政府信息|政务公开|工作|通知|办理|公开局/;

/** Subjects and reported organs of a passage, in order; whether they are the report’s own is for the caller. */
export function organsNamed({ text, heading, section }: Passage): OrganNamed[] {
  // Without a stop it is no sentence: the title of another page at the foot.
  if (heading || !/[局委厅镇乡街道政府县区旗]/.test(text) || !/[。,;]/.test(text)) return [];
  const found: OrganNamed[] = [];
  const reported = section <= 1 ? REPORTED.exec(text) : null;
  if (reported !== null) {
    const name = reported[1] ?? '';
    const start = reported.index + reported[0].indexOf(name);
    if (!NO_NAME.test(name)) found.push({ name, start, end: start + name.length });
  }
  let start = 0;
  for (const match of matchesOf(text, /[。!?;]|$/g)) {
    const sentence = text.slice(start, match.index);
    const lead = LEAD.exec(sentence)?.[0].length ?? 0;
    const name = OWN_DEED.exec(sentence.slice(lead))?.[1] ?? '';
    if (name !== '' && !NO_NAME.test(name)) {
      found.push({ name, start: start + lead, end: start + lead + name.length });
    }
    start = match.index + match[0].length;
  }
  return found;
}

/** Words that many names share and that abbreviations leave out. */
const GENERAL = /人民政府|政府|管理|服务|监督|事务|综合|发展|建设|办公室|办公厅|办事处|委员会|分局|[局委厅和与、暨]/g;

interface NameParts {
  /** Last region: 平乐县. */
  readonly region: string | null;
  /** What the organ is for: 民政. Empty for a government. */
  readonly duty: string;
}

function partsOf(name: string): NameParts {
  const plain = name.replace(/\([^)]*\)/g, '');
  const regions = regionsOf(plain);
  const rest = plain.slice(regions.join('').length);
  return {
    region: regions.at(-1) ?? null,
    duty: rest.replace(GENERAL, '').replace(/^(?:省|市|县|区|州|旗|镇|乡)(?!政)/, ''),
  };
}

/**
 * Another organ of the same kind and level: another county, town or street, the same department of another county, or
 * another department of one’s own county. Shorter names, organs of another level and departments whose duties share a
 * character (发改, 发展和改革) are taken for one’s own.
 */
export function isOtherOrgan(name: string, own: string): boolean {
  if (own.includes(name) || name.includes(own)) return false;
  const mine = partsOf(own);
  const theirs = partsOf(name);
  const elsewhere = isOtherPlace(theirs.region, mine.region);
  // Streets are agencies: their names follow the region, as duties do.
  if (STREET.test(theirs.duty) && STREET.test(mine.duty)) {
    return elsewhere || isOtherName(theirs.duty.replace(STREET, ''), mine.duty.replace(STREET, ''));
  }
  // A government or a town; departments speak of the governments above them.
  if (theirs.duty === '' || mine.duty === '') return theirs.duty === mine.duty && elsewhere;
  const alike = [...theirs.duty].some((char) => mine.duty.includes(char));
  return alike ? elsewhere : theirs.region !== null && theirs.region === mine.region;
}

const STREET = /街道$/;

/** Another place of the same level: 安化县 and 平乐县. 市 may be of either level, so two of them tell nothing. */
function isOtherPlace(theirs: string | null, mine: string | null): boolean {
  if (theirs === null || mine === null) return false;
  const level = theirs.slice(-1);
  return level === mine.slice(-1) && level !== '市' && level !== '省' && isOtherName(theirs, mine);
}

function isOtherName(theirs: string, mine: string): boolean {
  return theirs !== '' && mine !== '' && !theirs.includes(mine) && !mine.includes(theirs);
}
