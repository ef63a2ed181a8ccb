/** Of which year a report is, where its title and its text disagree. */
import { matchesOf } from './matches';
import { foldWidth } from './text';

/** Not the year of a day (2024年1月1日), nor one in a quoted name or a document’s number. */
const YEAR = /(20\d{2})年(?!\d{1,2}月\d)/g;
const QUOTED = /《[^》]*》|〔[^〕]*〕/g;
const TITLE = /报告(?:制度)?[)）》]?$/;
/** Later in the year a report may be of that year, published too early. */
const LAST_MONTH = 9;

export interface Witnesses {
  /** Year of the title. */
  readonly title: number;
  /** Year in which the period of its numbers begins. */
  readonly period: number | null;
  /** ISO date. */
  readonly published: string | null;
  /** Texts of the blocks without white space. */
  readonly lines: readonly string[];
}

/**
 * The title says it, unless two others agree on another year (the period, the date of publication, the year that the
 * text speaks of) and the third does not side with the title.
 */
export function yearOf({ title, period, published, lines }: Witnesses): number {
  const before = published === null ? null : yearBefore(published);
  if (period === title || (period ?? before ?? title) === title) return title;
  const others = [period, before, spokenYear(lines)];
  if (others.includes(title)) return title;
  return others.find((year, at) => year !== null && others.indexOf(year) < at) ?? title;
}

function yearBefore(date: string): number | null {
  return Number(date.slice(5, 7)) > LAST_MONTH ? null : Number(date.slice(0, 4)) - 1;
}

/** The year named at least twice and twice as often as any other. */
function spokenYear(lines: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (TITLE.test(line)) continue;
    for (const [, digits] of matchesOf(foldWidth(line).replace(QUOTED, ''), YEAR)) {
      counts.set(Number(digits), (counts.get(Number(digits)) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < 2 || first[1] < 2 * (second?.[1] ?? 0)) return null;
  return first[0];
}
