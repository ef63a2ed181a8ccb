/** 办理结果: what became of the requests decided. */
import { gather } from '../document/gather';
import { type Said, sum, total } from './said';
import type { StatementReading } from './statement';

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
  kind(/不予处理/, '不予处理', 'notHandled.*'),
  // The form itself says 不再处理 of requests that were not corrected or paid for.
  kind(/不再处理/, '不再处理', 'notHandled.*', 'otherOutcome.notCorrected', 'otherOutcome.feeUnpaid', 'otherOutcome.*'),
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
  const named = gather(KINDS, ([pattern, name, readings]) => {
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
    const pairs = gather(before.readings, (one) => last.readings.map((two) => sum(...one.plus, ...two.plus)));
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
