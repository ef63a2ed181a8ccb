/** 均为自然人申请, 全部办结: all of them, so that none is left for other cells. */
import { NOT_INDIVIDUAL } from './applicants';
import { carriedBy } from './carried-over';
import { isOtherMatter } from './guards';
import type { Passage } from './passage';
import { REQUESTS } from './requests';
import { type Found, sum, zeroOf } from './said';
import type { Sentence } from './sentence';

const ALL_INDIVIDUALS = /(?:均|全部|都)(?:为|是|系|由)自然人(?:申请|提出|提交)?/;
const ALL_DONE =
  /(?:全部|悉数|均|都)(?:已)?(?:经)?(?:依法|依规|按规定|按要求|妥善|及时|按时|按期|全部|在[^,]{0,8}(?:期限|时限|期)内)*(?:予以)?(?:办结(?![件数率量的总])|办理(?:完毕|完结|完成)|处理完毕)|(?<![期时]|限内)办结率(?:均)?(?:为|达到?)?100%/;

/** 均为自然人申请; 全部办结, where nothing is said to be carried over. */
export function allIn(text: string, sentence: Sentence, passage: Passage, year: number | null): Found[] {
  const found: Found[] = [];
  const individuals = ALL_INDIVIDUALS.exec(text);
  if (individuals !== null && /申请/.test(sentence.text)) {
    const said = zeroOf('applicant', '法人或其他组织', NOT_INDIVIDUAL);
    found.push({ said, at: individuals.index, length: individuals[0].length });
  }
  const done = ALL_DONE.exec(text);
  // 所有申请均已办理完成。…，转下一年度办理1件: all but those, it turns out.
  if (done !== null && isOfAll(done[0], text, sentence, year) && !isCarriedOut(passage.text)) {
    const said = zeroOf('carriedOut', '结转下年度', sum('applications.carriedOut.total'));
    found.push({ said, at: done.index, length: done[0].length });
  }
  return found;
}

function isCarriedOut(text: string): boolean {
  return carriedBy(text.replace(/[无没]有?[^,。]{0,12}(?:结转|转结)/g, ''), null) === 'out';
}

/** Are all requests meant, and not those that were due, carried in, or decided? */
function isOfAll(done: string, clause: string, { text, numbers }: Sentence, year: number | null): boolean {
  const head = clause.slice(0, clause.indexOf(done));
  if (!REQUESTS.test(text) || isOtherMatter(text) || /结转|转结/.test(clause)) return false;
  // 政府信息公开申请均已办结 says by itself what all is of.
  const named = REQUESTS.test(head) && !/\d|办结|答复|到期/.test(head);
  if (!named && numbers.some(({ before, unit }) => unit !== '%' && /办结|答复|办理|回复/.test(before))) return false;
  const rest = text.replace(/[无没]有?(?:结转|转结)/g, '');
  // 收到42件，上年结转3件，均已办结: both together; 已全部办结 may be said of the 3, unless it names what was done.
  if (!named) return !EXCEPTION.test(/^(?:均|都)/.test(done) ? rest.replace(LAST_YEAR, '') : rest) && !/线/.test(rest);
  const ofLastYear =
    year === null ? LAST_YEAR : new RegExp(`${LAST_YEAR.source}|${year - 1}年(?:度)?(?:的)?(?:结转|转结)`, 'g');
  return !EXCEPTION.test(rest.replace(ofLastYear, '')) && !/线|口头|当面|现场/.test(head);
}

const LAST_YEAR = /(?:上|去)(?:一)?年(?:度)?(?:结转|转结)/g;
const EXCEPTION = /结转|转结|除|外|顺延|到期|正在|尚/;
