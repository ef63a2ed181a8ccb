/** Lines of text into paragraphs. */
import { element, type SourceNode } from '../nodes';
import { boxOf, type Line, textOf } from './lines';
import type { PageLine } from './parts';

/** Lines of one paragraph: each begins at the margin, and the one before it ends at the other. */
export function paragraphNodes(lines: readonly PageLine[]): SourceNode[] {
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const paragraphs: PageLine[][] = [];
  for (const each of lines) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    const isNear =
      last !== undefined && (last.page !== each.page || each.line.base - last.line.base <= MAX_PITCH * each.line.size);
    if (open !== undefined && last !== undefined && isNear && runsOn(last.line, each.line, left, right))
      open.push(each);
    else paragraphs.push([each]);
  }
  return paragraphs.map((own) => {
    const [first] = own;
    const node = element('p', [own.map(({ line }) => textOf(line)).join('')]);
    const onFirst = own.filter(({ page }) => page === first?.page).map(({ line }) => line);
    return first === undefined ? node : { ...node, at: boxOf(first.page, onFirst) };
  });
}

/** Lines of a paragraph are no farther apart, in parts of the type's size. */
const MAX_PITCH = 3;
/** Words that stand apart are cells of a row. */
const MOST_WORDS = 2;

function runsOn(last: Line, next: Line, left: number, right: number): boolean {
  if (last.words.length > MOST_WORDS || next.words.length > MOST_WORDS) return false;
  return last.right >= right - 1.6 * last.size && next.left <= left + next.size && Math.abs(last.size - next.size) < 1;
}
