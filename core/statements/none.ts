/** That there was none: 未收到申请, 无行政复议, 均为自然人申请, 全部办结. */
import { applicantBy, NOT_INDIVIDUAL, outcomeBy, REQUESTS, type Said, sum } from './applications';
import { guardOf, type Setting } from './guards';
import { disputeGroups } from './other-tables';
import type { Passage } from './passage';
import { type Bound, type Sentence, sentencesOf } from './sentence';
import type { Amount, Statement, StatementReading } from './statement';

const NOT = /(?:未|没有|没|无)(?:曾)?(?:有)?(?:收到|接到|接收|受理|发生|产生|出现|涉及|引发|因|过)?/g;
/** One way of asking, one part of the organ, one time: that there was none there says nothing of the whole. */
const PART =
  /书面|当面|信函|邮寄|线下|网上|线上|电话|传真|其[他它]|下属|基层|季度|半年|月|要求|收费通知|不属于|超期|逾期|违反|不当|败诉|纠错|纠正|责任|投诉|举报|异议|延期|有效|实质|重大|相关规定|收取/;
const ALL_INDIVIDUALS = /(?:均|全部|都)(?:为|是|系|由)自然人(?:申请|提出|提交)?/;
const ALL_DONE = /(?:全部|均)(?:已)?(?:依法|依规|按规定|妥善)*办结/;
/** The object must end with what there was none of: 未收到…申请, but not 未收到…申请的结转. */
const REQUESTS_ALONE = new RegExp(
  `(?:${REQUESTS.source}|依申请公开)(?:的)?(?:申请|件|信息|事项|书面)*(?:的)?(?:情况|情形|案件|数量|业务)?(?:发生)?[.]?$`,
);
const DISPUTES_ALONE =
  /(?:复议|诉讼|起诉)(?:的)?(?:案件|情况|情形|事件|事项|申请|案|行为|纠纷|问题)*(?:的)?(?:发生)?[.]?$/;
const FEE_NONE = /(?:无|未收取|没有|未产生)行政事业性收费/;

/** Statements that name no number: zero of something. */
export function noneStatements(passage: Passage, setting: Setting): Statement[] {
  if (!/[未没无均全]/.test(passage.text)) return [];
  return clausesOf(passage).flatMap(({ clause, sentence, text }): Statement[] => {
    const make = ({ said, at, length }: Found, none: boolean): Statement[] => {
      const amount = zero(clause + at, clause + at + length, passage.text);
      const statement = { ...said, amount, none, passage, start: clause, end: clause + text.length };
      return guardOf(sentence, asNumber(amount), setting) === null ? [statement] : [];
    };
    return [
      ...noneIn(text, sentence, passage, setting).flatMap((found) => make(found, true)),
      ...allIn(text, sentence).flatMap((found) => make(found, false)),
    ];
  });
}

interface Found {
  readonly said: Said;
  readonly at: number;
  readonly length: number;
}

function noneIn(text: string, sentence: Sentence, passage: Passage, setting: Setting): Found[] {
  const fee = FEE_NONE.exec(text);
  const found: Found[] = [];
  if (fee !== null && !/[未没无]/.test(text.slice(fee.index + 1))) {
    const said: Said = { subject: 'fee', words: '行政事业性收费', readings: [sum('disclosure.fee.amount')] };
    found.push({ said, at: fee.index, length: fee[0].length });
  }
  for (const match of text.matchAll(NOT)) {
    const at = match.index ?? 0;
    const object = text.slice(at + match[0].length, at + match[0].length + 40);
    const whole = match[0] + object;
    if (/\d/.test(object) || PART.test(object) || PART.test(text.slice(Math.max(0, at - 12), at))) continue;
    const said = noneOf(match[0], object, sentence, passage, setting);
    if (said !== null) return [...found, { said, at, length: Math.min(whole.length, text.length - at) }];
  }
  return found;
}

function noneOf(verb: string, object: string, sentence: Sentence, passage: Passage, { year }: Setting): Said | null {
  const next = year === null ? '' : `|${year + 1}年`;
  if (
    /^(?:无|没有)/.test(verb) &&
    new RegExp(`^(?:申请)?(?:转结|结转)?(?:至|到)?(?:下|次)(?:一)?年(?:度)?(?:转结|结转|继续)?${next}`).test(object) &&
    /转/.test(object)
  ) {
    return zeroOf('carriedOut', '结转下年度', sum('applications.carriedOut.total'));
  }
  if (/^(?:无|没有)/.test(verb) && /^(?:上|去)(?:一)?年(?:度)?(?:结转|转结|遗留)/.test(object)) {
    return zeroOf('carriedIn', '上年结转', sum('applications.carriedIn.total'));
  }
  const groups = disputeGroups(object);
  if (groups !== null) {
    const about = passage.section === 4 || /信息公开|政府信息|依申请/.test(sentence.text);
    if (!about || !DISPUTES_ALONE.test(object)) return null;
    return zeroOf('dispute', groups.name, sum(...groups.groups.map((group) => `${group}.total`)));
  }
  const requests = /收到|接到|接收|受理|有|发生|产生|涉及|无/.test(verb) && REQUESTS_ALONE.test(object);
  if (!requests || outcomeBy(object) !== null || applicantBy(object) !== null) return null;
  if (/复议|诉讼|收费|费用|引起|引发|导致|而/.test(object)) return null;
  return zeroOf('received', '收到申请', sum('applications.received.total'));
}

/** 均为自然人申请; 全部办结, where nothing is said to be carried over. */
function allIn(text: string, sentence: Sentence): Found[] {
  const found: Found[] = [];
  const individuals = ALL_INDIVIDUALS.exec(text);
  if (individuals !== null && /申请/.test(sentence.text)) {
    const said = zeroOf('applicant', '法人或其他组织', NOT_INDIVIDUAL);
    found.push({ said, at: individuals.index, length: individuals[0].length });
  }
  const done = ALL_DONE.exec(text);
  if (
    done !== null &&
    REQUESTS.test(sentence.text) &&
    !/结转|转结|除|外|顺延|期限|到期|正在|尚|线/.test(sentence.text)
  ) {
    const said = zeroOf('carriedOut', '结转下年度', sum('applications.carriedOut.total'));
    found.push({ said, at: done.index, length: done[0].length });
  }
  return found;
}

function zeroOf(subject: Said['subject'], words: string, reading: StatementReading): Said {
  return { subject, words, readings: [reading] };
}

function zero(start: number, end: number, text: string): Amount {
  return { low: 0, high: 0, raw: text.slice(start, end), unit: '', start, end };
}

function asNumber(amount: Amount): Bound {
  return { ...amount, fuzzy: false, places: 0, before: '', after: '', clause: 0, aside: false };
}

function clausesOf(passage: Passage): { clause: number; sentence: Sentence; text: string }[] {
  const sentences = sentencesOf(passage);
  return sentences.flatMap((sentence) =>
    sentence.clauses.map(({ start, text }) => ({ clause: start, sentence, text })),
  );
}
