/** When a report of a list was published, by what stands beside its link. Pure. */
import type { RawLink } from './collect-links';

const DAY = '(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)';
const DATE = new RegExp(DAY, 'g');
const PUBLISHED = new RegExp(`(?:发布|公开|公布)(?:日期|时间)?\\s*[:：]?\\s*${DAY}`);
const OTHER = new RegExp(`(?:更新|修改|生成|成文|失效|废止)(?:日期|时间)?\\s*[:：]?\\s*${DAY}`, 'g');
/** Boxes that print the day large, and year and month below it. */
const DAY_FIRST = /(?<!\d)(\d{1,2})\s+(20\d{2})\s*[-/.年]\s*(\d{1,2})月?(?!\d|\s*[-/.]\s*\d)/;
const SHORT = /(?<![\d\-/.])(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?![\d\-/.])/;
/** Folders and names by the month: `202501/t20250120_1.html`, `art/2025/1/20/`. */
const MONTH_OF_ADDRESS = /(?<!\d)(20\d{2})[-/]?(?:(\d{2})(?:\d{2})?|(\d))(?!\d)/;

/** A date that a link has before or after its name. */
export const DATE_AROUND = new RegExp(`^[\\s[(（【]*${DAY}日?[\\s\\])）】]*|[\\s[(（【]*${DAY}日?[\\s\\])）】]*$`, 'g');

/** ISO date; empty where none can be told. */
export function dateOf({ near, text }: Pick<RawLink, 'near' | 'text'>, target: URL): string {
  const published = PUBLISHED.exec(near);
  if (published !== null) return iso(published[1], published[2], published[3]);
  const beside = near.replace(OTHER, ' ');
  // The last one: a year in the title may look like the beginning of a date.
  const [, ...full] = [...beside.matchAll(DATE)].at(-1) ?? [...text.matchAll(DATE_AROUND)].at(-1) ?? [];
  const [year, month, day] = full.filter((each) => each !== undefined);
  if (year !== undefined) return iso(year, month, day);
  const turned = DAY_FIRST.exec(beside);
  if (turned !== null) return iso(turned[2], turned[3], turned[1]);
  return withYearOf(target, SHORT.exec(beside));
}

/** Day and month alone mean nothing, unless the address was made in that month. */
function withYearOf({ pathname }: URL, short: RegExpExecArray | null): string {
  const [, year, two, one] = MONTH_OF_ADDRESS.exec(pathname) ?? [];
  const [, month, day] = short ?? [];
  return month !== undefined && Number(two ?? one) === Number(month) ? iso(year, month, day) : '';
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): string {
  if (year === undefined || month === undefined || day === undefined) return '';
  return Number(month) > 12 || Number(day) > 31 ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
