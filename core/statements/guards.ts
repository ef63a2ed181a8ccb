/** What keeps a number of the prose from being one of this report's year and organ: 规则 first, doubt is silence. */
import { matchesOf } from '../document/matches';
import type { OrganClass } from '../document/organ';
import type { Bound, Sentence } from './sentence';

export interface Setting {
  readonly year: number | null;
  readonly scope: OrganClass['scope'];
}

const PERIOD =
  /上半年|下半年|[一二三四1-4]季度|月均|日均|年均|平均|每[年月天日]|当月|(?:^|[^\d年])(?:\d|1[0-2])月(?!\d{1,2}日)|(?:\d|1[0-2])(?:至|-|—|~|到)(?:\d|1[0-2])月/;
const PART_OF_YEAR = /截[至止](?:到)?(?:20\d\d年)?(?:\d|1[0-2])月(?!31日)/;
const WHOLE_YEAR_END = /12月(?:31日|底|末)|年[底末]/;
const CUMULATIVE = /历年|以来|自20\d\d年(?!1月1日)|起累计|成立至今|至今/;
const SUMMED_UP = /累计/;
const OWN_SUM = /(?:全年|年内|本年度?|20\d\d年度?|期间|一年来)[^。;]{0,20}累计/;
const COMPARED = /(?:增加|减少|增长|下降|上升|降低|多|少|高|低|增|减)(?:了)?$/;
const WHOLE_REGION =
  /全[市县区州旗省盟](?!政府)|各级(?:行政机关|政府|各部门)|各(?:乡镇|县区|县市|区县|街道|部门|单位|镇街)|全系统|[市县区州旗]直(?:各)?(?:部门|单位)|辖区内/;
const SUBORDINATE = /下属|所属|直属|派出机构|基层(?:所|站)|指导|督促|配合/;
const OWN_ONLY = /我局|本局|我办|本办|市政府办|县政府办|区政府办|政府办公室|办公厅代表|政府办本级|本级/;

/**
 * Why the number says nothing of the year and organ of the report; null where nothing speaks against it. `ofAnyYear`:
 * it names another year because it means it, 2022年结转的3件.
 */
export function guardOf(sentence: Sentence, number: Bound, setting: Setting, ofAnyYear = false): string | null {
  const before = sentence.text.slice(0, number.start - sentence.start);
  const near = before.replace(/(?:今年|本年度?|一年)以来/g, '').slice(-80);
  if (COMPARED.test(number.before)) return 'comparison';
  if (isOfPartOfYear(near)) return 'period';
  if (CUMULATIVE.test(near) || (SUMMED_UP.test(near) && !OWN_SUM.test(before))) return 'cumulative';
  if (!ofAnyYear && isOfOtherYear(before, sentence, setting.year)) return 'year';
  return isOfOtherScope(before, setting.scope) ? 'scope' : null;
}

function isOfPartOfYear(text: string): boolean {
  if (PART_OF_YEAR.test(text) && !WHOLE_YEAR_END.test(text)) return true;
  return PERIOD.test(text.replace(/1月1日|12月31日|12月底|1月(?:至|到|-|—|~)(?:20\d\d年)?12月/g, ''));
}

/** 42099项 and 2098件 are counts. */
const YEAR = /(?<![\d,.])(20\d\d)(?![\d,.]|件|份|宗|起|例|条|项|次|个|篇|元|万|人)年?(?:度)?/g;

/**
 * The last year named before the number counts. A lone year at the head of the sentence that is the year before the
 * report's is last year's text left standing (its own rule says so), not a number of last year.
 */
function isOfOtherYear(before: string, sentence: Sentence, year: number | null): boolean {
  if (/(?:上|去|前)(?:一)?年(?:度|同期)?(?!.{0,4}(?:结转|转结|遗留|转入))[^,;]{0,12}$/.test(before)) return true;
  if (year === null) return false;
  const clause = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
  const named = matchesOf(withoutAsides(before), YEAR).filter((match) => {
    const end = (match.index ?? 0) + match[0].length;
    if (/^(?:的)?(?:结转|转结|遗留)/.test(before.slice(end))) return false;
    // 比2022年下降29%,答复22起: what was compared with ends with its clause.
    return !(end <= clause && /[比较与同]$/.test(before.slice(0, match.index)));
  });
  const last = named.at(-1);
  if (last === undefined || Number(last[1]) === year) return false;
  const leads = last.index === 0 || /^\((?:.{1,3})\)[^,]{0,16}$/.test(before.slice(0, last.index));
  const others = matchesOf(sentence.text, YEAR).some((match) => Number(match[1]) !== Number(last[1]));
  // Last year beside this one, in the same paragraph: 2024年收到42件。2023年收到36件。
  const compares = /比|较|同期|上年|去年|结转/.test(sentence.text) || sentence.around.includes(String(year));
  return !(leads && Number(last[1]) === year - 1 && !others && !compares && !/[比较]20\d\d年/.test(sentence.around));
}

/** Bracketed words blanked out, so that positions stay. */
function withoutAsides(text: string): string {
  return text.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length));
}

function isOfOtherScope(before: string, scope: OrganClass['scope']): boolean {
  if (SUBORDINATE.test(before)) return true;
  if (scope === 'region') return OWN_ONLY.test(before);
  return WHOLE_REGION.test(before);
}

/** Letters, calls and posts that are answered too, but are no requests for government information. */
const OTHER_MATTER =
  /信箱|留言|12345|热线|咨询|提案|议案|人大代表|政协|信访(?!、?举报|、?投诉)|投诉(?!类|、?举报类)|举报(?!、?投诉|类)|诉求|来电|舆情|网民|网友|问答|意见征集|征集|问卷|证明事项|办件|群众反映|求助|民生|舆论|调查/;
const OTHER_REQUEST =
  /(?:许可|登记|补贴|救助|低保|仲裁|专利|商标|资质|执照|补助|认定|奖励)(?:(?!信息|公开)[^,]){0,8}申请/;

export function isOtherMatter(words: string): boolean {
  return OTHER_MATTER.test(words) || OTHER_REQUEST.test(words);
}

/** 受理点3个, 答复文书模板12份, 办理流程2项: things that serve the work, and no cases of it. */
const NO_CASES =
  /(?:模板|范本|样本|格式|流程|制度|规范|机制|渠道|场所|窗口|人员|专员|队伍|台账|培训|会议|例会|指南|系统|平台|点|站|栏目|目录|规定|办法|要点|方案|案例|手册|图|问题|环节|步骤|措施|专区|专栏|公众号|终端|设备|电脑)(?:各|等|共|计|合计)*$/;

export function isNoCase(words: string): boolean {
  return NO_CASES.test(words);
}

/** What is published of decisions is not what was decided: 公示行政许可55条. */
export function isPublication(words: string): boolean {
  return /公示|公开|发布|公布|录入|归集|报送|推送|上传|更新|主动公开|集中展示|双公示/.test(words);
}
