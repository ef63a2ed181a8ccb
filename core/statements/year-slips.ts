/**
 * 往年文字: sentences that speak of another year as if it were the report's own. Other years have many lawful uses
 * (comparison, document numbers, final accounts, requests carried over, plans, last year's report and its appraisal),
 * so only a few forms count, and one word of such a use anywhere in the sentence is enough for silence.
 */
import { matchesOf } from '../document/matches';
import type { Passage } from './passage';

export interface YearSlip {
  /** `subject`: what was done. `plan`: what will be done. `title`: the report names itself. `published`: when it is. */
  readonly kind: 'subject' | 'plan' | 'title' | 'published';
  readonly year: number;
  /** Half-open range in `passage.text`. */
  readonly start: number;
  readonly end: number;
}

const ANY_YEAR = /20\d\d年/;
/** Numbering and a heading that runs into its text: (三)政府信息管理情况。 */
const LEAD =
  /^(?:[^。]{0,6}[一二三四五六七八九十\d]{1,3}[)、.:])?(?:\(?[^,。;:()《》\d]{0,18}(?:情况|方面|工作|建设|保障|管理|公开)\)?[。:]?)?/;
const SELF =
  '(?:我[局委办厅部院镇乡县市区州旗省]|我(?:街道|单位|中心|机关)|本(?:[局委办厅部院镇乡县市区州旗级]|街道|单位|机关))';
/** What the year's own work is told with. */
const WORK =
  /收到|受理|接收|新收|办结|答复|主动公开|公开(?:各类)?(?:政府|政务)?信息|发布|制定|制发|印发|废止|修订|开展|组织|举办|召开|认真|坚持|严格|高度重视|积极|深入|持续|不断|推进|完善|落实|未发生|未收|没有/;
/** Uses of another year that are no slip. */
const LAWFUL =
  /预算|决算|年报|年度报告|工作报告|情况报告|结转|转结|遗留|未办结|未答复|未审结|延续|顺延|延期|跨年|比|较|同期|上年|去年|上一年|前一年|今年|本年|增长|增加|下降|减少|提高|提升至|考核|考评|测评|评估|评比|评议|评价|获评|荣获|获得|表彰|排名|位列|检查|通报|普查|反馈|整改|问题|不足|以来|累计|历年|截[至止]|自20|起(?:施行|实施|执行|至|到)|至今|开始|起,|建议提案|规划|计划|要点|任务|专项债|奖补|招聘|招录|历史|已于|此前|曾/;
const ATTRIBUTIVE =
  /^度?(?:以前|之前|前|底|初|末|[上下]半年|第?[一二三四]季度|\d{1,2}月|[-—~至到、和及]|起|版|级|届|所|制定的|印发的|出台的|发布的|公布的|公开的|实施的|修订的)/;
const NEXT_STEP = /(?:下一步|下步|今后|接下来|下一年度?|下阶段|下一阶段|新的一年|未来)[^。;]{0,16}$/;
const WILL =
  /^(?:将|拟|计划|打算|要)(?:继续|进一步|从|着力|着重|重点|不断|采取|持续|努力|加大|加强|深入|坚持|严格|以|按照|认真|积极)/;
const FOR_BETTER = /为(?:进一步|更好地?|切实)[^。;,]{2,30},$/;
const DONE = /[了过]|已|共|\d+[条件篇次份期个项场]|作为|纳入|列入/;
const PLANS = /改进|整改|下一步|下步|今后|打算|措施|努力方向/;

/** In order of the text; `year` is the report's own. */
export function yearSlips(passage: Passage, year: number, underPlans: boolean): YearSlip[] {
  const { text, section, heading } = passage;
  // Without a stop it is no sentence: the title of another page at the foot.
  if (heading || !ANY_YEAR.test(text) || !/[。,;]/.test(text)) return [];
  const slips: YearSlip[] = [];
  if (section <= 1) slips.push(...ownTitles(text, year));
  slips.push(...publications(text, year));
  let planned = underPlans;
  for (const { start, end } of sentencesIn(text)) {
    const sentence = text.slice(start, end);
    if (!planned && section === 5) planned = speaksOfPlans(sentence);
    if (!ANY_YEAR.test(sentence)) continue;
    const slip = section === 5 ? planSlip(sentence, year, planned) : null;
    const found = slip ?? (goesOn(text.slice(end), year) ? null : subjectSlip(sentence, year, section));
    if (found !== null) slips.push({ ...found, start: start + found.start, end: start + found.end });
  }
  return slips;
}

/** 2022年，建立制度。2023年，修订制度: the next sentence comes to the report's own year, so the first tells what was before. */
function goesOn(rest: string, year: number): boolean {
  const next = NEXT_SENTENCE.exec(rest);
  return next !== null && Number(next[1] ?? year) === year;
}

const NEXT_SENTENCE = /^[。!?;](?:到|至|在|截至)?(?:(20\d\d)年|今年|本年)/;

/** (二)整改措施, 下一步: from here on a section five tells what is to come. */
export function speaksOfPlans(text: string): boolean {
  return PLANS.test(text.slice(0, 24));
}

function* sentencesIn(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const match of matchesOf(text, /[。!?;]|$/g)) {
    if (match.index > start) yield { start, end: match.index };
    start = match.index + match[0].length;
  }
}

/** 2022年,我镇共制定规范性文件2件 in a report of 2023: the other year leads, and nothing explains it. */
function subjectSlip(sentence: string, year: number, section: number): YearSlip | null {
  const lead = LEAD.exec(sentence)?.[0].length ?? 0;
  for (const at of new Set([0, lead])) {
    const match = /^(20\d\d)年(?:度|全年)?,?/.exec(sentence.slice(at));
    const named = Number(match?.[1]);
    if (match === null || (named !== year - 1 && named !== year + 1)) continue;
    const rest = sentence.slice(at + match[0].length);
    if (ATTRIBUTIVE.test(sentence.slice(at + 5)) || LAWFUL.test(outsideTitles(rest)) || !isOwnWork(rest, section))
      return null;
    if (namesYear(sentence, year) || (named > year && /将|拟|继续|进一步|下一步|力争|要/.test(rest))) return null;
    return { kind: 'subject', year: named, start: at, end: clauseEnd(sentence, at + match[0].length) };
  }
  return null;
}

/** In section five only what sums the year up counts: 2022年，我局工作取得了一定成绩. */
function isOwnWork(rest: string, section: number): boolean {
  return section === 5 ? /取得/.test(rest.slice(0, 40)) : WORK.test(rest.slice(0, 60));
}

function outsideTitles(text: string): string {
  return text.replace(/《[^》]*》|“[^”]*”/g, '');
}

function namesYear(sentence: string, year: number): boolean {
  return outsideTitles(sentence).includes(`${year}年`);
}

/** 下一步,2023年我局将…, in the report of 2023 or 2024: the year to come was not brought forward. */
function planSlip(sentence: string, year: number, planned: boolean): YearSlip | null {
  for (const match of matchesOf(sentence, PLAN_YEAR)) {
    const named = Number(match[1]);
    if (named !== year && named !== year - 1) continue;
    const end = match.index + match[0].length;
    const before = sentence.slice(0, match.index);
    const clause = sentence.slice(end, clauseEnd(sentence, end));
    if (isInTitle(before) || DONE.test(sentence.slice(end).slice(0, 60))) continue;
    const next = NEXT_STEP.test(before) && /^[,将要继进重努计]|^$/.test(clause);
    const better = planned && FOR_BETTER.test(before) && !/问题|不足/.test(clause);
    if (!next && !better && !(planned && WILL.test(clause))) continue;
    return { kind: 'plan', year: named, start: match.index, end: clauseEnd(sentence, end) };
  }
  return null;
}

const PLAN_YEAR = new RegExp(`(20\\d\\d)年度?,?(?:${SELF})?,?(?:政府信息公开工作|政务公开工作)?,?`, 'g');

function isInTitle(before: string): boolean {
  return before.lastIndexOf('《') > before.lastIndexOf('》') || /[〔([]$/.test(before);
}

const OWN_TITLE =
  /(?:编制|编写|撰写|制作|形成|起草|现(?:予以?)?(?:发布|公布)|现将)(?:了|成|完成|并公布|并发布|形成了?)?《?([^《》。;,]{0,30}?(20\d\d)年(?:度)?(?:的)?(?:政府|政务)?信息公开(?:工作)?(?:情况|年度报告|年报|报告))/g;

/** The foreword says which report this is. */
function* ownTitles(text: string, year: number): Generator<YearSlip> {
  for (const match of matchesOf(text, OWN_TITLE)) {
    const named = Number(match[2]);
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
    if (named === year || Math.abs(named - year) > 3 || /^(?:编制|编写|的?通知|格式|有关|整改|考核|问题)/.test(rest))
      continue;
    const end = match.index + match[0].length;
    yield { kind: 'title', year: named, start: end - (match[1]?.length ?? 0), end };
  }
}

const PUBLISHED =
  /(20\d\d)年1月(?:\d{1,2}日)?(?:之?前|底前?)?,?(?:[^。;,\d]{0,24},?)?(?:公布|公开|发布)(?:了)?(?:本年报|本报告|本年度报告)|(?:本年报|本报告|本年度报告|(20\d\d)年度?政府信息公开(?:工作)?年(?:度报告|报))》?[^。;《\d]{0,12}于(20\d\d)年1月(?:\d{1,2}日)?[^。;,\d]{0,40}(?:公布|公开|发布)/g;

/** A report is published after its year: a January of the same year is last year's. */
function* publications(text: string, year: number): Generator<YearSlip> {
  for (const match of matchesOf(text, PUBLISHED)) {
    const named = Number(match[1] ?? match[2]);
    if (named === year)
      yield { kind: 'published', year: named, start: match.index, end: match.index + match[0].length };
  }
}

function clauseEnd(sentence: string, from: number): number {
  const at = sentence.slice(from).search(/[,;:]/);
  return at < 0 ? sentence.length : from + at;
}
