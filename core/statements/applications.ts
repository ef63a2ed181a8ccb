/** 依申请公开: what a number says of requests received, carried over, decided, of their outcomes and applicants. */
import type { Bound } from './sentence';
import type { StatementReading, StatementSubject } from './statement';

export interface Said {
  readonly subject: StatementSubject;
  readonly words: string;
  readonly readings: readonly StatementReading[];
}

export function sum(...plus: readonly string[]): StatementReading {
  return { plus, minus: [] };
}

function total(row: string): string {
  return `applications.${row}.total`;
}

const [RECEIVED, CARRIED_IN, DECIDED, CARRIED_OUT] = ['received', 'carriedIn', 'decided', 'carriedOut'].map(total) as [
  string,
  string,
  string,
  string,
];

/** 政府信息公开申请, 依申请公开, 依申请件 … */
export const REQUESTS =
  /(?:信息|事项)(?:依申请)?公开(?:的)?(?:类)?(?:书面|网上|网络|线上|线下)?(?:申请|事项|请求)|依申请(?:公开|政府|信息|件|办理)|公开(?:的)?申请|申请公开|公开请求|信息申请|申请政府信息|公开信息申请/;
const TAKEN = /收到|接到|接收|受理|收悉|新收|接受|收/;
/** 信息处理费 is a fee, and nothing was handled. */
const HANDLED = /办结|答复|回复|办理完毕|处理完毕|办复|办理|处理(?!费)|办件/;
const OUT =
  /[结跨]转(?:至|到|为|在|入)?(?:下|次|明)(?:一)?年|(?:下|次|明)(?:一)?年(?:度)?(?:继续)?(?:办理|结转|转结|处理|答复)|转(?:结|入)?(?:至|到)?(?:下|次)(?:一)?年|顺延(?:至|到)|[尚正仍还](?:在|未)(?:办理|处理|办结)|未办结(?!、)|尚未(?:办结|答复)|[尚仍](?:在|处于)[^,]{0,8}(?:期限|时限|期)内/;
/** 尚有5件申请在法定期限内: the number stands between the two. */
const STILL_HAS = /[尚仍还]有$/;
const WITHIN_TIME = /(?:期限|时限|期)内$/;
const IN =
  /(?:上|去|前)(?:一)?年(?:度)?(?:的)?(?:[^,]{0,6})?(?:结转|转结|遗留|转入|接转|延续)|结转(?:自)?(?:上|去)(?:一)?年/;
const YEAR_OUT = /(?:结转|转结|转入|转)(?:至|到|为|在|入)?(20\d\d)年|(20\d\d)年(?:度)?(?:继续)?(?:办理|答复|处理|办结)/;
const YEAR_IN = /(20\d\d)年(?:度)?(?:的|底|末)?(?:跨年)?(?:结转|转结|遗留|转入|接转|延续)/;

/** Which way over the end of the year, by what stands beside the number. */
export function carriedBy(words: string, year: number | null): 'in' | 'out' | 'either' | null {
  const into = YEAR_OUT.exec(words);
  const target = Number(into?.[1] ?? into?.[2]);
  if (year !== null && into !== null && target === year + 1) return 'out';
  const from = Number(YEAR_IN.exec(words)?.[1]);
  if (year !== null && from === year - 1) return 'in';
  if (OUT.test(words)) return 'out';
  if (IN.test(words)) return 'in';
  return /结转|转结/.test(words) ? 'either' : null;
}

/** 5件结转下年度, 尚有5件在办理期限内, 未到期的5件结转: told behind the number. */
export function carriedAfter(before: string, after: string, year: number | null): ReturnType<typeof carriedBy> {
  if (STILL_HAS.test(before) && WITHIN_TIME.test(after)) return 'out';
  const leads =
    /^(?:20\d\d年|本年度?|全年|今年|年内|目前|我.|本机关|本单位|单位|共)*(?:在|已|其中|另有|除|有|含|包括|还有|尚有|仍有|其余|剩余|余下|其他|余|剩)?(?:的)?$/.test(
      before,
    );
  // 42件申请和上年结转的3件: what is joined has a number of its own.
  const [own = ''] = after.split(/[和及、]/);
  return leads || STILL_HAS.test(before) || NOT_YET.test(before) ? carriedBy(own, year) : null;
}

const NOT_YET = /未(?:到|满|届|超|能|逾)|未办结|尚未/;

export const CARRIED: Readonly<Record<'in' | 'out' | 'either', Said>> = {
  in: { subject: 'carriedIn', words: '上年结转', readings: [sum(CARRIED_IN)] },
  out: { subject: 'carriedOut', words: '结转下年度', readings: [sum(CARRIED_OUT)] },
  either: { subject: 'carriedOut', words: '结转', readings: [sum(CARRIED_OUT), sum(CARRIED_IN)] },
};

/** 信息公开答复: what was answered were requests. */
export const ANSWERS = /信息公开(?:类)?(?:的)?(?:答复|告知)/;

/** Channels split what was received, and ways of answering what was decided; the tables have no cell for them. */
const CHANNEL =
  /网上|网络|网站|在线|互联网|门户|微信|公众号|当面|当场|现场|口头|信函|邮寄|来信|信件|邮件|邮箱|书面|传真|线上|线下|平台|系统|窗口|来访|EMS|快递|电话|其他(?:方式|渠道|途径)/;
/** 通过网站、信函等渠道共收到: all channels together. */
const ALL_CHANNELS =
  /等(?:多种|各种|各类)?(?:方式|渠道|途径|形式)|等(?:多种|各种|各类)?[^,]{0,10}(?:共|总|收到|接收|受理)/;
/** Late, early or transferred ones, and those not taken: a part of the whole, or none of it. */
const PART_ONLY = /延期|超期|逾期|提前|转办|转来|转送|移交|移送|交办|不予受理|不受理|未受理|补正|协助/;

export function isPartOfFlow(words: string): boolean {
  return PART_ONLY.test(words) || (CHANNEL.test(words) && !ALL_CHANNELS.test(words));
}

/** Without a verb only a bare count: 依申请公开9件, not 依申请公开指南、目录等3条. */
const REQUESTS_LAST = new RegExp(`(?:${REQUESTS.source})(?:数量?|总数|总量|件|请求|申请|事项|共计?|合计|为|约)*$`);

/** What may stand around the bare verb of 全年受理32件 and 2024年我局共收到申请42件. */
const BARELY_TAKEN =
  /^(?:(?:20\d\d)?年度?|全年|今年|本年度?|年内|期间|一年来)*(?:[^,\d]{0,16}(?:局|委|办|厅|镇|乡|街道|政府|机关|单位|中心|院|站|队|会))?(?:全年|今年|本年度?|年内)?(?:一?共|总共|累计|依法|新|已|接|所|全部)*(?:收到|接到|接收|受理|收悉|新收)(?:了)?(?:各类|有关|相关)?(申请)?(?:材料)?(?:共计?|合计|总数|总量|数量|件数)?(?:为|达|有)?$/;

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
  if (!named || (taken < 0 && !REQUESTS_LAST.test(before))) return null;
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
  for (const match of text.matchAll(new RegExp(pattern, 'g'))) last = match.index ?? -1;
  return last;
}

/** Words for the outcomes of table three, longest first, and the rows they name. */
const KINDS: readonly (readonly [RegExp, string, readonly StatementReading[]])[] = [
  kind(/补正后[^,]{0,10}不明确/, '补正后申请内容仍不明确', 'unavailable.stillUnclear'),
  kind(/逾期[^,]{0,4}不补正|逾期未补正/, '逾期不补正', 'otherOutcome.notCorrected'),
  kind(/逾期[^,]{0,10}(?:缴|交)/, '逾期未缴费', 'otherOutcome.feeUnpaid'),
  kind(/没有现成信息|需要?另行制作/, '没有现成信息需要另行制作', 'unavailable.needsCreation'),
  kind(/(?:信息)?不存在/, '信息不存在', 'unavailable.notHeld', 'unavailable.*'),
  kind(/不掌握/, '不掌握相关政府信息', 'unavailable.notHeld', 'unavailable.*'),
  kind(/国家秘密/, '属于国家秘密', 'refused.stateSecret'),
  kind(/法规?[^,]{0,6}禁止公开/, '其他法律行政法规禁止公开', 'refused.otherLaw'),
  kind(/三安全一稳定/, '危及“三安全一稳定”', 'refused.safetyAndStability'),
  kind(/第三方(?:合法)?权益/, '保护第三方合法权益', 'refused.thirdPartyRights'),
  kind(/内部事务/, '属于三类内部事务信息', 'refused.internalAffairs'),
  kind(/过程性/, '属于四类过程性信息', 'refused.deliberative'),
  kind(/执法案卷/, '属于行政执法案卷', 'refused.enforcementFile'),
  kind(/行政查询/, '属于行政查询事项', 'refused.administrativeQuery'),
  kind(/信访[^,]{0,8}(?:投诉|举报)?类/, '信访举报投诉类申请', 'notHandled.petition'),
  kind(/重复申请/, '重复申请', 'notHandled.repeated'),
  kind(/公开出版物/, '要求提供公开出版物', 'notHandled.publication'),
  kind(/(?:大量|反复)[^,]{0,2}(?:反复)?申请/, '无正当理由大量反复申请', 'notHandled.excessive'),
  kind(/确认或(?:者)?重新出具/, '要求行政机关确认或重新出具已获取信息', 'notHandled.reconfirmation'),
  kind(/部分公开|区分处理/, '部分公开', 'partlyGranted'),
  kind(/(?:予以|给予|同意|全部|准予|决定)公开/, '予以公开', 'granted'),
  kind(/不予公开|不公开/, '不予公开', 'refused.*'),
  kind(/无法提供|不能提供/, '无法提供', 'unavailable.*'),
  kind(/不予处理|不再处理/, '不予处理', 'notHandled.*'),
  kind(/其[他它]处理/, '其他处理', 'otherOutcome.*'),
];

function kind(pattern: RegExp, words: string, ...rows: readonly string[]): (typeof KINDS)[number] {
  return [pattern, words, rows.map((row) => sum(total(row)))];
}

const ANY_KIND = new RegExp(KINDS.map(([pattern]) => pattern.source).join('|'));

/** The outcome that the words name: the last of them, or all where they are joined: 予以公开和部分公开. */
export function outcomeBy(words: string): Said | null {
  if (!ANY_KIND.test(words)) return null;
  if (/(?:公开|提供|处理)(?:的)?(?:文件|信息|内容|事项|栏目)(?!.*申请)/.test(words)) return null;
  const named = KINDS.flatMap(([pattern, name, readings]) => {
    const match = pattern.exec(words);
    return match === null ? [] : [{ at: match.index, end: match.index + match[0].length, name, readings }];
  })
    .sort((a, b) => a.at - b.at || b.end - a.end)
    .filter((each, index, all) => !all.slice(0, index).some((other) => each.at < other.end));
  const last = named.at(-1);
  if (last === undefined) return null;
  const before = named.at(-2);
  if (before === undefined) return { subject: 'outcome', words: last.name, readings: last.readings };
  const between = words.slice(before.end, last.at);
  const within = before.readings.some((reason) => last.readings.some((whole) => isWithin(reason, whole)));
  if (/^(?:和|及|或|与|以及|或者|、)$/.test(between)) {
    const pairs = before.readings.flatMap((one) => last.readings.map((two) => sum(...one.plus, ...two.plus)));
    const readings = within ? [...pairs, ...last.readings] : pairs;
    return { subject: 'outcome', words: `${before.name}和${last.name}`, readings };
  }
  // 因重复申请不予处理1件: the reason narrows the outcome; 因不掌握等原因无法提供 does not.
  if (!within || between.includes('等')) return { subject: 'outcome', words: last.name, readings: last.readings };
  return { subject: 'outcome', words: before.name, readings: [...before.readings, ...last.readings] };
}

/** Is every cell of one reading a row below the other’s? */
function isWithin(reason: StatementReading, whole: StatementReading): boolean {
  const heads = whole.plus.filter((each) => each.includes('*')).map((each) => each.slice(0, each.indexOf('*')));
  return reason.plus.every((each) => heads.some((head) => each !== head && each.startsWith(head)));
}

/** The first outcome after a number: 1件不公开并告知行政查询途径. */
export function firstOutcomeBy(words: string): Said | null {
  if (!ANY_KIND.test(words)) return null;
  for (let length = 4; length <= words.length; length++) {
    const said = outcomeBy(words.slice(0, length));
    if (said !== null) return length < words.length ? (outcomeBy(words.slice(0, length + 3)) ?? said) : said;
  }
  return null;
}

/** A bare 公开 in a list of outcomes may take in what was partly disclosed. */
export const BARELY_DISCLOSED: Said = {
  subject: 'outcome',
  words: '公开',
  readings: [sum(total('granted')), sum(total('granted'), total('partlyGranted'))],
};

const ORGANISATIONS = ['company', 'research', 'charity', 'legalService', 'otherOrganisation'] as const;
/** 公民、法人和其他组织 are everybody who may ask. */
const ALL_APPLICANTS = /(?:自然人|公民|个人)(?:、|和|及|或|与|以及)?(?:法人|企业|单位|其他组织)/;
const APPLICANTS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/自然人|公民|个人/, '自然人', ['individual']],
  [/科研机构/, '科研机构', ['research']],
  [/社会公益组织/, '社会公益组织', ['charity']],
  [/法律服务机构|律师事务所/, '法律服务机构', ['legalService']],
  [/商业企业/, '商业企业', ['company']],
  [/(?<!商业)企业/, '企业', ['company']],
  [/(?<!商业)企业/, '企业', ORGANISATIONS],
  [/法人(?:或|和|及)?(?:者)?(?:其他|其它)?组织|法人|单位申请/, '法人或其他组织', ORGANISATIONS],
];

/** `ofReceived`: the sentence splits what was received, so that those decided are not meant. */
export function applicantBy(words: string, ofReceived = false): Said | null {
  if (ALL_APPLICANTS.test(words)) return null;
  const found = APPLICANTS.filter(([pattern]) => pattern.test(words));
  const [, name] = found[0] ?? [];
  if (name === undefined) return null;
  const rows = [['received'], ['received', 'carriedIn'], ...(ofReceived ? [] : [['decided']])];
  const readings = found
    .filter((each) => each[1] === name)
    .flatMap(([, , columns]) =>
      rows.map((own) => sum(...own.flatMap((row) => columns.map((column) => `applications.${row}.${column}`)))),
    );
  return { subject: 'applicant', words: name, readings };
}

/** All organisations’ requests received, where all are said to come from individuals. */
export const NOT_INDIVIDUAL = sum(...ORGANISATIONS.map((column) => `applications.received.${column}`));
