/** That there was none: 未收到申请, 无行政复议, 均为自然人申请, 全部办结. */

import { gather } from '../document/gather';
import { matchesOf } from '../document/matches';
import { allIn } from './all-done';
import { applicantBy } from './applicants';
import { disputeGroups } from './disputes';
import { guardOf, type Setting } from './guards';
import { noneInTableTwo } from './none-in-table-two';
import { outcomeBy } from './outcomes';
import type { Passage } from './passage';
import { REQUESTS } from './requests';
import { type Found, sum, zeroOf } from './said';
import { type Bound, type Sentence, sentencesOf } from './sentence';
import type { Amount, Statement } from './statement';

const NOT = /(?:未(?!经复议)|没有|没|无|不存在)(?:曾)?(?:有)?(?:收到|接到|接收|受理|发生|产生|出现|涉及|引发|因|过)?/g;
/** One way of asking, one part of the organ, one time: that there was none there says nothing of the whole. */
const PART =
  /书面|当面|信函|邮寄|线下|网上|线上|电话|传真|其[他它]|下属|基层|季度|半年|月|要求|收费通知|不属于|超期|逾期|违反|不当|败诉|纠错|纠正|责任|投诉|举报|异议|延期|有效|实质|重大|相关规定|收取/;
/** 部分单位未收到, 各科室未收到, and in a region’s report 水务局未收到: not of the whole. */
const SOME = /部分|个别|多数|有的|一些|其余|科室|股室|内设/;
const ONE_ORGAN = /(?:局|镇|乡|街道|委|所|站|中心|办)/;
/** 无结转: into the year or out of it. */
const NONE_CARRIED = /^(?:任何)?(?:申请)?(?:件)?(?:结转|转结)(?:件|申请|事项|情况)*[.]?$/;
/** 公民、法人或其他组织 are everybody who may ask, and no part. */
const ANYBODY = /(?:公民|自然人)?、?法人(?:或者?|和|及|、)其[他它]组织/g;
/** The object must end with what there was none of: 未收到…申请, but not 未收到…申请的结转. */
const REQUESTS_ALONE = new RegExp(
  `(?:${REQUESTS.source}|依申请公开)(?:的|申请|件|政府|信息|事项|书面)*(?:情况|情形|案件|数量|业务)?(?:发生)?[.]?$`,
);
const DISPUTES_ALONE =
  /(?:复议|诉讼|起诉)(?:的)?(?:案件|情况|情形|事件|事项|申请|案|行为|纠纷|问题)*(?:的)?(?:发生)?[.]?$/;
/** 依申请公开件为零 */
const IS_ZERO = /(?:数量?|件数?|案件)?(?:均|都)?(?:为|是)零(?:件)?[.]?$/;

const NO = /[未没无零]|不存在/;
const ALL = /[均全都悉]|办结率/;

/** Statements that name no number: zero of something. `requests`: the text is about requests for information. */
export function noneStatements(passage: Passage, setting: Setting, requests: boolean): Statement[] {
  if (!NO.test(passage.text) && !ALL.test(passage.text)) return [];
  return gather(clausesOf(passage), ({ clause, sentence, text }): Statement[] => {
    const make = ({ said, at, length }: Found, none: boolean): Statement[] => {
      const amount = zero(clause + at, clause + at + length, passage.text);
      const whose = text.slice(0, at);
      if (SOME.test(whose) || (none && setting.scope === 'region' && ONE_ORGAN.test(whose))) return [];
      const unsure = said.doubtful === true || isOfUnknownYear(sentence, setting);
      const doubtful = unsure ? { doubtful: true as const } : {};
      const { subject, words, readings } = said;
      const end = clause + text.length;
      const statement = { subject, words, readings, amount, none, ...doubtful, passage, start: clause, end };
      return guardOf(sentence, asNumber(amount), setting) === null ? [statement] : [];
    };
    return [
      ...gather(NO.test(text) ? noneIn(text, sentence, passage, setting, requests) : [], (found) => make(found, true)),
      ...gather(ALL.test(text) ? allIn(text, sentence, passage, setting.year) : [], (found) => make(found, false)),
    ];
  });
}

/** The year of the report is not known, or the sentence names another one. */
function isOfUnknownYear({ text }: Sentence, { year }: Setting): boolean {
  return year === null || matchesOf(text, /20\d\d(?=年)/g).some(([named]) => Number(named) !== year);
}

function noneIn(text: string, sentence: Sentence, passage: Passage, setting: Setting, about: boolean): Found[] {
  const found: Found[] = noneInTableTwo(text);
  const zero = IS_ZERO.exec(text);
  if (zero !== null && !PART.test(text)) {
    const said = noneOf('未收到', text.slice(0, zero.index), sentence, passage, setting, about);
    if (said !== null) found.push({ said, at: 0, length: text.length });
  }
  for (const match of matchesOf(text, NOT)) {
    const at = match.index ?? 0;
    const object = text.slice(at + match[0].length, at + match[0].length + 40);
    const whole = match[0] + object;
    if (/\d/.test(object) || PART.test(object.replace(ANYBODY, '')) || PART.test(text.slice(Math.max(0, at - 12), at)))
      continue;
    const said = noneOf(match[0], object, sentence, passage, setting, about);
    if (said !== null) return [...found, { said, at, length: Math.min(whole.length, text.length - at) }];
  }
  return found;
}

function noneOf(
  verb: string,
  object: string,
  sentence: Sentence,
  passage: Passage,
  { year }: Setting,
  about: boolean,
): Found['said'] | null {
  const next = year === null ? '' : `|${year + 1}年`;
  if (
    /^(?:无|没有|未有)/.test(verb) &&
    new RegExp(
      `^(?:(?:政府)?信息公开)?(?:申请)?(?:转结|结转)?(?:至|到)?(?:下|次)(?:一)?年(?:度)?(?:转结|结转|继续)?${next}`,
    ).test(object) &&
    /转/.test(object)
  ) {
    return zeroOf('carriedOut', '结转下年度', sum('applications.carriedOut.total'));
  }
  if (/^(?:无|没有)/.test(verb) && /^(?:上|去)(?:一)?年(?:度)?(?:结转|转结|遗留)/.test(object)) {
    return zeroOf('carriedIn', '上年结转', sum('applications.carriedIn.total'));
  }
  if (/^(?:无|没有|未有)/.test(verb) && NONE_CARRIED.test(object) && REQUESTS.test(sentence.text)) {
    const readings = ['carriedOut', 'carriedIn'].map((row) => sum(`applications.${row}.total`));
    return { subject: 'carriedOut', words: '结转', readings, doubtful: true };
  }
  const groups = disputeGroups(object);
  if (groups !== null) {
    const ofInformation = passage.section === 4 || /信息公开|政府信息|依申请/.test(sentence.text);
    if (!ofInformation || !DISPUTES_ALONE.test(object)) return null;
    return zeroOf('dispute', groups.name, sum(...groups.groups.map((group) => `${group}.total`)));
  }
  const alone = REQUESTS_ALONE.test(object) || (about && /^(?:任何|相关)?(?:公开)?申请[.]?$/.test(object));
  const requests = alone && /收到|接到|接收|受理|有|发生|产生|涉及|无/.test(verb);
  if (!requests || outcomeBy(object) !== null || applicantBy(object) !== null) return null;
  if (/复议|诉讼|收费|费用|引起|引发|导致|而/.test(object)) return null;
  return zeroOf('received', '收到申请', sum('applications.received.total'));
}

function zero(start: number, end: number, text: string): Amount {
  return { low: 0, high: 0, raw: text.slice(start, end), unit: '', start, end };
}

function asNumber(amount: Amount): Bound {
  return { ...amount, fuzzy: false, places: 0, before: '', after: '', clause: 0, aside: false };
}

function clausesOf(passage: Passage): { clause: number; sentence: Sentence; text: string }[] {
  const sentences = sentencesOf(passage);
  return gather(sentences, (sentence) =>
    sentence.clauses.map(({ start, text }) => ({ clause: start, sentence, text })),
  );
}
