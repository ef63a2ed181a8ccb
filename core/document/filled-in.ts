/** 填报日期: when a report form says it was filled in. */
import { blockText, type Document, type Place } from './document';
import { foldWidth, withoutSpace } from './text';

export interface FilledIn {
  /** 2025-01-10 */
  readonly date: string;
  readonly place: Place;
}

const NAME = /(?:填报|填表)(?:日期|时间)[:：]?/;
const DATE = /^[:：]?(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/;
const MAX_LINE = 200;

/** Null where it is not said, or said twice and differently. */
export function filledInOf({ blocks }: Document): FilledIn | null {
  const found: FilledIn[] = [];
  const look = (text: string, next: string, place: Place): void => {
    const match = NAME.exec(text);
    if (match === null) return;
    const rest = text.slice(match.index + match[0].length);
    const date = DATE.exec(rest === '' ? next : rest);
    if (date !== null) found.push({ date: isoDate(date), place });
  };
  for (const [block, each] of blocks.entries()) {
    if (each.kind !== 'table') {
      look(plain(blockText(each)), '', { block });
      continue;
    }
    let ordinal = 0;
    for (const { cells } of each.rows) {
      for (const [at, { text }] of cells.entries()) {
        look(plain(text), plain(cells[at + 1]?.text ?? ''), { block, cell: ordinal++ });
      }
    }
  }
  return new Set(found.map(({ date }) => date)).size === 1 ? (found[0] ?? null) : null;
}

function plain(text: string): string {
  return text.length > MAX_LINE ? '' : withoutSpace(foldWidth(text));
}

function isoDate([, year = '', month = '', day = '']: RegExpExecArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
