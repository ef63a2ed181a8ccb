/**
 * Organs whose reports of one year say the same: sections one and five, or all of table three. Joined into groups, so
 * that a text that went round a whole county is one matter and not thousands of pairs.
 */
import { likenessOf } from '../document/organ-name';
import { atLeast, hashesOf, percentOf, type Sketch, shareOfHashes } from '../document/shingles';
import type { Form } from '../forms/form';
import { ALIKE, MIN_RUNS, numbersOf, type TextPart } from '../rules/alike';
import type { SetFinding, SetReport } from './set';

export type AlikePart = TextPart | 'applications';

export interface AlikePair<T> {
  readonly a: T;
  readonly b: T;
  /** Whole per cent; 100 for numbers. */
  readonly percent: number;
}

export interface AlikeGroup<T> {
  readonly part: AlikePart;
  readonly year: number;
  /** In the order of the set. */
  readonly reports: readonly T[];
  /** Enough pairs to hold the group together, one less than it has reports; each was compared and found alike. */
  readonly pairs: readonly AlikePair<T>[];
}

type Member = Pick<SetReport, 'outcome'>;

/** `forms` of the tables. Reports without organ or year are left out, and so are two of the same organ. */
export function alike<T extends Member>(reports: readonly T[], forms: readonly Form[]): AlikeGroup<T>[] {
  const years = [...new Set(reports.flatMap(({ outcome }) => outcome.year ?? []))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const ofYear = reports.filter(({ outcome }) => outcome.year === year && outcome.organ !== null);
    const groups = [
      ...textGroups(ofYear, 'overview'),
      ...textGroups(ofYear, 'problems'),
      ...numberGroups(ofYear, forms),
    ];
    return groups.map((group) => ({ ...group, year }));
  });
}

type Group<T> = Omit<AlikeGroup<T>, 'year'>;

interface Sketched<T> {
  readonly report: T;
  readonly sketch: Sketch;
  readonly hashes: readonly number[];
}

/**
 * Of the smallest hashes, so many choose who is compared with whom. Where nine tenths of the runs are the same, more
 * than eight tenths of these are; half of them is far from any chance.
 */
const COMPARED = 64;

/**
 * Only reports that share hashes are compared: an index from each hash to the reports before that hold it counts them.
 * A thousand reports take well under a second, also where all of them are alike.
 */
function textGroups<T extends Member>(reports: readonly T[], part: TextPart): Group<T>[] {
  const sketched = reports.flatMap((report): Sketched<T>[] => {
    const sketch = report.outcome.sketch?.[part];
    return sketch === undefined || sketch.runs < MIN_RUNS[part] ? [] : [{ report, sketch, hashes: hashesOf(sketch) }];
  });
  const holders = new Map<number, number[]>();
  const groups = new Groups(sketched.map(({ report }) => report));
  for (const [at, { report, sketch, hashes }] of sketched.entries()) {
    const shared = new Uint16Array(at);
    for (const hash of hashes.slice(0, COMPARED)) {
      const held = holders.get(hash);
      if (held === undefined) holders.set(hash, [at]);
      else {
        for (const other of held) shared[other] = (shared[other] ?? 0) + 1;
        held.push(at);
      }
    }
    for (const [other, count] of shared.entries()) {
      const before = sketched[other];
      if (before === undefined || count * 2 < Math.min(COMPARED, hashes.length, before.hashes.length)) continue;
      if (groups.joined(other, at)) continue;
      const share = shareOfHashes(before.sketch, before.hashes, sketch, hashes);
      if (atLeast(share, ALIKE) && !sameOrgan(before.report, report)) groups.join(other, at, percentOf(share));
    }
  }
  return groups.all().map((group) => ({ part, ...group }));
}

function numberGroups<T extends Member>(reports: readonly T[], forms: readonly Form[]): Group<T>[] {
  const first = new Map<string, number>();
  const groups = new Groups(reports);
  for (const [at, report] of reports.entries()) {
    const { outcome } = report;
    const form = forms.find(({ id }) => id === outcome.forms['applications']);
    const table = form?.tables.find(({ id }) => id === 'applications');
    const numbers = table === undefined ? null : numbersOf(table, (cell) => outcome.facts[cell]);
    if (numbers === null) continue;
    const key = `${form?.id} ${numbers}`;
    const other = first.get(key);
    const before = other === undefined ? undefined : reports[other];
    if (other === undefined || before === undefined) first.set(key, at);
    else if (!sameOrgan(before, report)) groups.join(other, at, 100);
  }
  return groups.all().map((group) => ({ part: 'applications' as const, ...group }));
}

function sameOrgan(a: Member, b: Member): boolean {
  return likenessOf(a.outcome.organ, b.outcome.organ) !== null;
}

/** Reports joined into groups by pairs (union by the earlier index). */
class Groups<T> {
  private readonly parent: number[];
  private readonly pairs: { readonly first: number; readonly pair: AlikePair<T> }[] = [];

  constructor(private readonly reports: readonly T[]) {
    this.parent = reports.map((_, at) => at);
  }

  joined(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number, percent: number): void {
    const [one, other] = [this.root(a), this.root(b)];
    const [reportA, reportB] = [this.reports[a], this.reports[b]];
    if (one === other || reportA === undefined || reportB === undefined) return;
    this.parent[Math.max(one, other)] = Math.min(one, other);
    this.pairs.push({ first: a, pair: { a: reportA, b: reportB, percent } });
  }

  all(): { reports: T[]; pairs: AlikePair<T>[] }[] {
    const groups = new Map<number, { reports: T[]; pairs: AlikePair<T>[] }>();
    for (const { first, pair } of this.pairs) {
      const root = this.root(first);
      const group = groups.get(root) ?? { reports: [], pairs: [] };
      group.pairs.push(pair);
      groups.set(root, group);
    }
    for (const [at, report] of this.reports.entries()) groups.get(this.root(at))?.reports.push(report);
    return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
  }

  private root(at: number): number {
    let top = at;
    for (let up = this.parent[top]; up !== undefined && up !== top; up = this.parent[top]) top = up;
    this.parent[at] = top;
    return top;
  }
}

/** One for each organ at most: with the other that it is most like, in the part that tells most. */
export function alikeFindings<T extends Member>(groups: readonly AlikeGroup<T>[]): SetFinding[] {
  const found = new Map<T, SetFinding>();
  for (const { part, year, reports, pairs } of groups) {
    for (const { a, b, percent } of pairs) {
      for (const [own, other] of [[a, b] as const, [b, a] as const]) {
        const known = found.get(own)?.data['percent'];
        if (typeof known === 'number' && known >= percent) continue;
        const data = { part, percent, other: other.outcome.organ, more: reports.length - 2 };
        const organ = own.outcome.organ ?? '';
        found.set(own, { rule: 'similar-other-org', severity: 'warning', organ, year, data });
      }
    }
  }
  return [...found.values()];
}
