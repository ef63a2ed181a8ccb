/** Search in what is kept: parts of words, in any order, in names and in what was found. */
import type { OwnFinding } from '../../core/exchange/own';
import type { ReportDetails } from '../db/index';
import type { LibraryRecord } from './record';

/** Width and case make no difference. */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function searchWords(query: string): readonly string[] {
  return searchText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** From here on the letters of a word may stand apart in a name: 示例教育局 is 示例县教育局 for those who look for it. */
const ABBREVIATED = 3;
const CHINESE = /^[\u4e00-\u9fff]+$/;

/** Every word is in a name, in what was found, or is what a rule is called. `rulesOf`: ids of the rules that a word names. */
export function searcher(
  query: string,
  rulesOf: (word: string) => readonly string[],
): (record: LibraryRecord) => boolean {
  const words = searchWords(query).map((word) => ({
    word,
    letters: word.length >= ABBREVIATED && CHINESE.test(word) ? [...word] : null,
    rules: rulesOf(word),
  }));
  return (record) =>
    words.every(
      ({ word, letters, rules }) =>
        record.names.includes(word) ||
        record.found.includes(word) ||
        rules.some((rule) => record.summary.rules[rule] !== undefined) ||
        (letters !== null && isWithin(letters, record.name)),
    );
}

/** Its letters come in this order. */
function isWithin(letters: readonly string[], name: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Of one finding; a text that somebody wrote may be a page long. */
const MAX_LINE = 400;

/** A line for each finding: what search looks through, and shows. */
export function foundLines(details: ReportDetails | null, own: readonly OwnFinding[]): readonly string[] {
  const written = own.map(({ text }) => text.replace(/\s+/g, ' ').slice(0, MAX_LINE));
  return details === null ? written : [...details.text.split('\n'), ...written];
}

export interface Snippet {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** Letters shown before the word that was looked for. */
const LEAD = 12;

/** The line of what was found that a word stands in, where no name holds it: why a report is in the list. */
export function snippetOf(record: LibraryRecord, words: readonly string[]): Snippet | null {
  const word = words.find((each) => !record.names.includes(each) && record.found.includes(each));
  if (word === undefined) return null;
  for (const line of foundLines(record.details, record.own)) {
    const at = searchText(line).indexOf(word);
    if (at < 0) continue;
    const from = Math.max(0, at - LEAD);
    const end = at + word.length;
    return { before: (from > 0 ? '…' : '') + line.slice(from, at), hit: line.slice(at, end), after: line.slice(end) };
  }
  return null;
}
