/** 申请: what a number says of the requests received and decided. */
import { matchesOf } from '../document/matches';
import { type Said, sum, total } from './said';
import type { Bound } from './sentence';
import type { StatementReading } from './statement';

const RECEIVED = total('received');
const CARRIED_IN = total('carriedIn');
const DECIDED = total('decided');

/** 政府信息公开申请, 依申请公开, 依申请件 … */
export const REQUESTS =
  /(?:信息|事项)(?:依申请)?公开(?:的)?(?:类)?(?:书面|网上|网络|线上|线下)?(?:申请|事项|请求)|依申请(?:公开|政府|信息|件|办理)|公开(?:的)?申请|申请公开|公开请求|信息申请|申请政府信息|公开信息申请/;
const TAKEN = /收到|接到|接收|受理|收悉|新收|接受|收/;
/** 信息处理费 is a fee, and nothing was handled. */
const HANDLED = /办结|答复|回复|办理完毕|处理完毕|办复|办理|处理(?!费)|办件/;

/** 信息公开答复: what was answered were requests. */
export const ANSWERS = /信息公开(?:类)?(?:的)?(?:答复|告知)/;

/** Channels split what was received, and ways of answering what was decided; the tables have no cell for them. */
const CHANNEL =
  /网上|网络|网站|在线|互联网|门户|微信|公众号|当面|当场|现场|口头|信函|邮寄|来信|信件|邮件|邮箱|书面|传真|线上|线下|平台|系统|窗口|来访|EMS|快递|电话|其他(?:方式|渠道|途径)/;
/** 通过网站、信函等渠道共收到: all channels together. */
const ALL_CHANNELS =
  /等(?:多种|各种|各类)?(?:方式|渠道|途径|形式)|等(?:多种|各种|各类)?[^,]{0,10}(?:共|总|收到|接收|受理)/;
/** Late, early, quick or transferred ones, and those not taken: a part of the whole, or none of it. */
const PART_ONLY =
  /[\d一二三四五六七八九十]+个?(?:工作)?日内|当[天日]|延期|超期|逾期|提前|转办|转来|转送|移交|移送|交办|不予受理|不受理|未受理|补正|协助/;

export function isPartOfFlow(words: string): boolean {
  return PART_ONLY.test(words) || (CHANNEL.test(words) && !ALL_CHANNELS.test(words));
}

/** Without a verb only a bare count: 依申请公开9件, not 依申请公开指南、目录等3条. */
const REQUESTS_LAST = new RegExp(`(?:${REQUESTS.source})(?:数量?|总数|总量|件|请求|申请|事项|共计?|合计|为|约)*$`);

/** What may stand around the bare verb of 全年受理32件 and 2024年我局共收到申请42件. */
const BARELY_TAKEN =
  /^(?:(?:20\d\d)?年度?|全年|今年|本年度?|年内|期间|一年来)*(?:[^,\d]{0,16}(?:局|委|办|厅|镇|乡|街道|政府|机关|单位|中心|院|站|队|会))?(?:全年|今年|本年度?|年内)?(?:一?共|总共|累计|依法|新|已|接|所|全部)*(?:收到|接到|接收|受理|收悉|新收|新增(?=申请))(?:了)?(?:各类|有关|相关)?(申请)?(?:材料)?(?:共计?|合计|总数|总量|数量|件数)?(?:为|达|有)?$/;

/** 受理32件, where the sentence spoke of requests before: null where it does not say so by itself. */
export function barelyTaken(before: string): 'named' | 'unnamed' | null {
  const match = BARELY_TAKEN.exec(before);
  if (match === null) return null;
  return match[1] === undefined ? 'unnamed' : 'named';
}

/** Received, decided or either, by the verb nearest to the number. `bare`: the text speaks of requests by then. */
export function flowBy({ before, after }: Bound, withCarried: boolean, bare = false): Said | null {
  const named = bare || REQUESTS.test(before) || (TAKEN.test(before) && REQUESTS.test(after));
  const taken = lastIndex(before, TAKEN);
  const handled = lastIndex(before, HANDLED);
  const both = [sum(RECEIVED), sum(RECEIVED, CARRIED_IN)];
  if (handled > taken) {
    const readings = [sum(DECIDED), answeredOnly()];
    if (/办理|处理|办件/.test(before.slice(handled, handled + 2)) && !/完毕/.test(before)) readings.push(...both);
    return { subject: 'decided', words: '办结（答复）', readings };
  }
  if (!named || (taken < 0 && !bare && !REQUESTS_LAST.test(before))) return null;
  const loose = withCarried || taken < 0 || /受理/.test(before) || /共|累计|总/.test(before);
  return { subject: 'received', words: '收到申请', readings: loose ? both : [sum(RECEIVED)] };
}

/** 其中3件已按要求书面回复 */
export const DECIDED_AFTER: Said = {
  subject: 'decided',
  words: '办结（答复）',
  readings: [sum(DECIDED), answeredOnly()],
};

/** Those not handled any more were decided, but not answered. */
function answeredOnly(): StatementReading {
  return { plus: [DECIDED], minus: ['applications.otherOutcome.*.total', 'applications.notHandled.*.total'] };
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of matchesOf(text, new RegExp(pattern, 'g'))) last = match.index ?? -1;
  return last;
}
