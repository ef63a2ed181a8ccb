/** Where the title of a report stands, and whether it is its title or only quoted in the foreword. */
import { blockText, type Place } from '../document/document';
import { visible, withoutSpace } from '../document/text';
import type { Report } from './rule';

export interface TitlePlace {
  /** Null where the page has it in its `<title>` alone. */
  readonly place: Place | null;
  /** Only named in 《》 by the text. */
  readonly quoted: boolean;
}

/** Null without a title. A title broken over lines is found by its last one. */
export function titlePlace(report: Report): TitlePlace | null {
  const { title, document } = report;
  if (title === null) return null;
  const end = report.sections[0]?.start ?? document.blocks.length;
  let quoted: number | null = null;
  let last: number | null = null;
  for (let block = 0; block < end; block++) {
    const line = withoutSpace(visible(blockText(document.blocks[block])));
    if (line === '' || line.startsWith('《')) continue;
    if (line.includes(`《${title}`)) quoted ??= block;
    else if (line.includes(title)) return { place: { block }, quoted: false };
    else if (line.length >= 4 && title.endsWith(line)) last = block;
  }
  if (last !== null) return { place: { block: last }, quoted: false };
  if (withoutSpace(visible(document.title ?? '')).includes(title)) return { place: null, quoted: false };
  return quoted === null ? { place: null, quoted: false } : { place: { block: quoted }, quoted: true };
}
