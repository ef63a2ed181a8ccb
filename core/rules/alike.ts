/** 雷同: which parts of two reports' own words, and which of their numbers, are the same beyond chance. */
import { gather } from '../document/gather';
import { atLeast, percentOf, type Share, shareOf } from '../document/shingles';
import { type Fact, MISSING } from '../forms/facts';
import type { CellId, FormTable, TableId } from '../forms/form';
import type { TextSketch } from '../statements/text-sketch';

/** Per cent from which a text counts as 雷同, and from which hardly a word was changed. */
export const ALIKE = 90;
export const SAME = 98;

/** Runs of eight characters: what is shorter holds little but phrases that everybody uses. */
export const MIN_RUNS = { overview: 200, problems: 80 } as const;

export type TextPart = keyof TextSketch;

export interface TextLikeness {
  readonly part: TextPart;
  readonly percent: number;
  readonly same: boolean;
}

/** Sections that are alike, in order; those too short to say anything are left out. */
export function textLikenesses(a: TextSketch, b: TextSketch): TextLikeness[] {
  return gather(['overview', 'problems'] as const, (part) => {
    const [one, other] = [a[part], b[part]];
    if (Math.min(one.runs, other.runs) < MIN_RUNS[part]) return [];
    const likeness = likenessIn(part, shareOf(one, other));
    return likeness === null ? [] : [likeness];
  });
}

export function likenessIn(part: TextPart, share: Share): TextLikeness | null {
  return atLeast(share, ALIKE) ? { part, percent: percentOf(share), same: atLeast(share, SAME) } : null;
}

type FactOf = (cell: CellId) => Fact | undefined;

interface Evidence {
  readonly cells: number;
  readonly digits: number;
}

/** Few small numbers agree by chance: one request in each year, and that granted. */
const ENOUGH: Readonly<Record<TableId, Evidence>> = {
  disclosure: { cells: 2, digits: 4 },
  applications: { cells: 3, digits: 4 },
  disputes: { cells: 3, digits: 3 },
};

/**
 * The numbers of a table in one string, equal exactly where all of them are. Null where too few are filled in to tell
 * anything, or some cell was not read. Empty cells count as 0.
 */
export function numbersOf(table: FormTable, of: FactOf): string | null {
  const facts = gather(table.rows, (row) => row.cells.map(({ id }) => ({ id, fact: of(id) ?? MISSING })));
  if (facts.some(({ fact }) => isUnread(fact))) return null;
  const telling = facts.filter(({ id, fact }) => (fact.value ?? 0) !== 0 && !isDerived(id));
  const digits = telling.reduce((sum, { fact }) => sum + String(fact.value).replace(/\D/g, '').length, 0);
  const enough = ENOUGH[table.id];
  if (enough === undefined || telling.length < enough.cells || digits < enough.digits) return null;
  return facts.map(({ fact }) => fact.value ?? 0).join();
}

/** Have both all the same numbers, and enough of them to tell anything? As their `numbersOf` would say. */
export function haveSameNumbers(table: FormTable, one: FactOf, other: FactOf): boolean {
  for (const { cells } of table.rows) {
    for (const { id } of cells) {
      const [a, b] = [one(id) ?? MISSING, other(id) ?? MISSING];
      if (isUnread(a) || isUnread(b) || (a.value ?? 0) !== (b.value ?? 0)) return false;
    }
  }
  return numbersOf(table, one) !== null;
}

function isUnread({ state }: Fact): boolean {
  return state === 'missing' || state === 'text';
}

/** Totals follow from their parts, what was received from what became of it; what is in force stays from year to year. */
function isDerived(id: CellId): boolean {
  return /\.total$|^applications\.(?:received|decided)\.|\.(?:inForce|published|itemsLastYear)$/.test(id);
}
