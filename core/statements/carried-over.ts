/** 结转: what was carried over into the year or out of it. */
import { REQUESTS } from './requests';
import { type Said, sum, total } from './said';
import type { Bound } from './sentence';

const OUT =
  /[结跨]转(?:至|到|为|在|入)?(?:下|次|明)(?:一)?年|(?:下|次|明)(?:一)?年(?:度)?(?:继续)?(?:办理|结转|转结|处理|答复)|转(?:结|入)?(?:至|到)?(?:下|次)(?:一)?年|顺延(?:至|到)|[尚正仍还](?:在|未)(?:办理|处理|办结)|未办结(?!、)|尚未(?:办结|答复)|[尚仍](?:在|处于)[^,]{0,8}(?:期限|时限|期)内/;
/** 尚有5件申请在法定期限内: the number stands between the two. */
const STILL_HAS = /[尚仍还]有$/;
const WITHIN_TIME = /(?:期限|时限|期)内$/;
const IN =
  /(?:上|去|前)(?:一)?年(?:度)?(?:的)?(?:[^,]{0,6})?(?:结转|转结|遗留|转入|接转|延续)|结转(?:自)?(?:上|去)(?:一)?年/;
const YEAR_OUT = /(?:结转|转结|转入|转)(?:至|到|为|在|入)?(20\d\d)年|(20\d\d)年(?:度)?(?:继续)?(?:办理|答复|处理|办结)/;
const YEAR_IN = /(20\d\d)年(?:度)?(?:的|底|末)?(?:跨年|未办结|未答复)?(?:的)?(?:结转|转结|遗留|转入|接转|延续)/;

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

/** 另有5件申请尚未到答复期限，转入2025年继续办理: told in the clause behind the number, which has none of its own. */
export function carriedNext({ before, after }: Bound, next: string, year: number | null): ReturnType<typeof carriedBy> {
  const own = /^(?:件|份|宗)?(?:[^,;。]{0,24})$/.test(after) && /申请|未|期限|年底|岁末/.test(after);
  const leads = /(?:其中|另有|尚有|仍有|还有|其余|剩余|余下)的?$/.test(before.replace(REQUESTS_FIRST, ''));
  if (!own || !leads || !CARRIED_FIRST.test(next) || /\d/.test(next.replace(/20\d\d年/g, ''))) return null;
  return carriedBy(next, year) === 'out' ? 'out' : null;
}

const CARRIED_FIRST = /^(?:已|均|全部|将|按规定|依法|按程序|需要?|故|拟)*(?:结转|转结|转入|跨转|顺延)/;

/** 5件结转下年度, 尚有5件在办理期限内, 未到期的5件结转: told behind the number. */
export function carriedAfter(before: string, after: string, year: number | null): ReturnType<typeof carriedBy> {
  if (STILL_HAS.test(before) && WITHIN_TIME.test(after)) return 'out';
  // 政府信息公开申请除3件结转下年办理外: what is counted may be named first.
  const head = before.replace(REQUESTS_FIRST, '');
  const leads =
    /^(?:20\d\d年|本年度?|全年|今年|年内|目前|我.|本机关|本单位|单位|共)*(?:在|已|其中|另有|除|有|含|包括|还有|尚有|仍有|其余|剩余|余下|其他|余|剩)?(?:的)?$/.test(
      head,
    );
  // 42件申请和上年结转的3件: what is joined has a number of its own.
  const [own = ''] = after.split(/[和及、]/);
  return leads || STILL_HAS.test(before) || NOT_YET.test(before) ? carriedBy(own, year) : null;
}

const REQUESTS_FIRST = new RegExp(`^[^,]{0,12}(?:${REQUESTS.source})(?:件|中)*(?=除|有|尚|仍|另|其)`);

const NOT_YET = /未(?:到|满|届|超|能|逾)|未办结|尚未/;

export const CARRIED: Readonly<Record<'in' | 'out' | 'either', Said>> = {
  in: { subject: 'carriedIn', words: '上年结转', readings: [sum(total('carriedIn'))] },
  out: { subject: 'carriedOut', words: '结转下年度', readings: [sum(total('carriedOut'))] },
  either: { subject: 'carriedOut', words: '结转', readings: [sum(total('carriedOut')), sum(total('carriedIn'))] },
};
