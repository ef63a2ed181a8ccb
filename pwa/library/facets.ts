/** What of the library is shown, in what order, and how many each choice would show. */
import { namePlaces } from '../name-order';
import { type LibraryRecord, STANDINGS, type Standing } from './record';
import { REVIEW_STATES, type ReviewState } from './review-state';
import { searcher } from './search';

export const SORT_KEYS = ['name', 'year', 'standing', 'review', 'published', 'saved'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What one chose; a saved view is this under a name. Empty lists choose all. */
export interface Choice {
  readonly search: string;
  readonly year: number | null;
  /** Outermost first; what lies within is shown too. */
  readonly region: readonly string[];
  readonly standings: readonly Standing[];
  readonly reviews: readonly ReviewState[];
  readonly rule: string | null;
  readonly by: SortKey;
  readonly descending: boolean;
}

export const EVERYTHING: Choice = {
  search: '',
  year: null,
  region: [],
  standings: [],
  reviews: [],
  rule: null,
  by: 'saved',
  descending: true,
};

export interface Shelf {
  readonly shown: readonly LibraryRecord[];
  /** Of what all other choices leave, how many each one shows. */
  readonly years: ReadonlyMap<number, number>;
  /** By `regionKey`. */
  readonly regions: ReadonlyMap<string, number>;
  readonly standings: Readonly<Record<Standing, number>>;
  readonly reviews: Readonly<Record<ReviewState, number>>;
  readonly rules: ReadonlyMap<string, number>;
}

type Facet = 'year' | 'region' | 'standings' | 'reviews' | 'rule';

export function shelfOf(
  records: readonly LibraryRecord[],
  choice: Choice,
  rulesOf: (word: string) => readonly string[],
): Shelf {
  const found = choice.search.trim() === '' ? records : records.filter(searcher(choice.search, rulesOf));
  const years = new Map<number, number>();
  const regions = new Map<string, number>();
  const rules = new Map<string, number>();
  const standings = Object.fromEntries(STANDINGS.map((each) => [each, 0])) as Record<Standing, number>;
  const reviews = Object.fromEntries(REVIEW_STATES.map((each) => [each, 0])) as Record<ReviewState, number>;
  const shown: LibraryRecord[] = [];
  for (const record of found) {
    const misfit = misfits(record, choice);
    if (misfit === 'many') continue;
    if (misfit === null) shown.push(record);
    const counts = (facet: Facet): boolean => misfit === null || misfit === facet;
    if (counts('year') && record.summary.year !== null) add(years, record.summary.year);
    if (counts('region')) for (const key of record.regionKeys) add(regions, key);
    if (counts('standings')) standings[record.standing] += 1;
    if (counts('reviews')) reviews[record.review] += 1;
    if (counts('rule')) for (const rule of Object.keys(record.summary.rules)) add(rules, rule);
  }
  return { shown: sorted(shown, choice), years, regions, standings, reviews, rules };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The one choice that it does not fit; null where it fits all. */
function misfits(record: LibraryRecord, choice: Choice): Facet | 'many' | null {
  const { year, region, standings, reviews, rule } = choice;
  const none: Facet[] = [];
  if (year !== null && record.summary.year !== year) none.push('year');
  if (region.some((place, depth) => record.regions[depth] !== place)) none.push('region');
  if (standings.length > 0 && !standings.includes(record.standing)) none.push('standings');
  if (reviews.length > 0 && !reviews.includes(record.review)) none.push('reviews');
  if (rule !== null && record.summary.rules[rule] === undefined) none.push('rule');
  return none.length > 1 ? 'many' : (none[0] ?? null);
}

function sorted(records: readonly LibraryRecord[], { by, descending }: Choice): readonly LibraryRecord[] {
  // The order in which they come.
  if (by === 'saved') return descending ? records : [...records].reverse();
  const sign = descending ? -1 : 1;
  const key = keyOf(by, records);
  const keyed = records.map((record, at) => ({ record, at, key: key(record) }));
  // Equal ones stay in the order of the list, latest first.
  keyed.sort((a, b) => sign * compare(a.key, b.key) || a.at - b.at);
  return keyed.map(({ record }) => record);
}

type Key = number | string;

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keyOf(by: Exclude<SortKey, 'saved'>, records: readonly LibraryRecord[]): (record: LibraryRecord) => Key {
  switch (by) {
    case 'name': {
      const places = namePlaces(records.map((record) => record.name));
      return ({ name }) => places.get(name) ?? 0;
    }
    case 'year':
      return ({ summary }) => summary.year ?? 0;
    case 'standing':
      return ({ summary: { counts }, standing }) =>
        (4 - WEIGHTS.indexOf(standing)) * 1e9 + counts.error * 1e6 + counts.warning * 1e3 + counts.info;
    case 'review':
      return ({ review }) => REVIEW_STATES.length - REVIEW_STATES.indexOf(review);
    case 'published':
      return ({ details }) => details?.published ?? '';
  }
}

const WEIGHTS: readonly Standing[] = ['error', 'partial', 'warning', 'info', 'clean'];
