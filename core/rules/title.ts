/** Where the title of a report stands, and whether it is its title or only quoted in the foreword. */
import type { Place } from '../document/document';
import { linesOf } from '../document/head';
import { visible, withoutSpace } from '../document/text';
import type { Report } from './rule';

export interface TitlePlace {
  /** Null where the page has it in its `<title>` alone. */
  readonly place: Place | null;
  /** Only named in 《》 by the text. */
  readonly quoted: boolean;
}

/** What ends like a title; the name of a column may, too. */
const TITLE_LIKE = /报告(?:[(（][^()（）]{0,12}[)）])?$/;
const MAX_TITLE = 60;

/**
 * Null without a title, and where another line below it may be the title instead. One broken over lines is found by its
 * last one.
 */
export function titlePlace(report: Report): TitlePlace | null {
  const { title, document } = report;
  if (title === null) return null;
  const end = report.sections[0]?.start ?? document.blocks.length;
  const lines = linesOf(document).slice(0, end);
  const at = lines.findLastIndex((line) => line.length >= 4 && !line.startsWith('《') && isTitle(line, title));
  if (at >= 0) return lines.slice(at + 1).some(isLikeTitle) ? null : { place: { block: at }, quoted: false };
  if (withoutSpace(visible(document.title ?? '')).includes(title)) {
    return lines.some(isLikeTitle) ? null : { place: null, quoted: false };
  }
  const quoted = lines.findIndex((line) => line.includes(`《${title}`));
  return quoted < 0 ? null : { place: { block: quoted }, quoted: true };
}

function isTitle(line: string, title: string): boolean {
  return (line.includes(title) && !line.includes(`《${title}`)) || title.endsWith(line);
}

function isLikeTitle(line: string): boolean {
  return line.length <= MAX_TITLE && TITLE_LIKE.test(line) && !line.includes('《');
}
