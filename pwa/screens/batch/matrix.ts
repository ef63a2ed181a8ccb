/** 核对结果 as a table: reports or organs down, rules that found something across. Pure: what the screen draws and the tests read. */
import { linkYears, type Severity } from '../../../core/index';
import type { QueueItem, ReportSummary, SeverityCounts } from '../../db/index';
import { namePlaces } from '../../name-order';

export type Standing = 'wrong' | 'doubtful' | 'clean' | 'partial' | 'failed';
export type Grouping = 'report' | 'organ';

export interface Facets {
  readonly severities: readonly Severity[];
  readonly rule: string | null;
  readonly year: number | null;
  readonly standing: Standing | null;
  /** Words that the name, year or file holds. */
  readonly search: string;
  readonly grouping: Grouping;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export const EVERYTHING: Facets = {
  severities: SEVERITIES,
  rule: null,
  year: null,
  standing: null,
  search: '',
  grouping: 'report',
};

/** The reports of one organ over the years, this one among them. */
export interface ChainLink {
  readonly id: string;
  readonly year: number;
  /** Checked beside the one of the year before. */
  readonly beside: boolean;
}

export interface ResultRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly years: string;
  readonly year: number | null;
  readonly standing: Standing;
  /** The report that opens; null for a file that gave none. */
  readonly report: string | null;
  readonly item: QueueItem | null;
  readonly chain: readonly ChainLink[];
  readonly counts: SeverityCounts;
  readonly rules: Readonly<Record<string, SeverityCounts>>;
}

export type SortKey = 'name' | 'year' | 'standing' | { readonly rule: string };
export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** What is worst comes first. */
export const WORST_FIRST: Sort = { by: 'standing', descending: true };

export interface Matrix {
  readonly rows: readonly ResultRow[];
  /** Ids of rules; those with errors first, then by how much they found. */
  readonly rules: readonly string[];
  readonly totals: ReadonlyMap<string, SeverityCounts>;
  /** Of all rows that the other facets leave, how many stand where. */
  readonly standings: Readonly<Record<Standing, number>>;
}

/** Whatever is asked of the rows: made once, since an office has a thousand of them and asks at each letter it types. */
export interface Results {
  readonly rows: readonly ResultRow[];
  /** Of each row what a search looks in, in small letters. */
  readonly texts: ReadonlyMap<ResultRow, string>;
}

const NONE: SeverityCounts = { error: 0, warning: 0, info: 0 };

export function resultsOf(
  reports: readonly ReportSummary[],
  failed: readonly QueueItem[],
  nameOf: (report: ReportSummary) => string,
): Results {
  const chains = chainsOf(reports);
  const ofReports = reports.map((report) => reportRow(report, chains.get(report.id) ?? [], nameOf(report)));
  const rows = [...ofReports, ...failed.map(failedRow)];
  const textOf = ({ name, detail, year }: ResultRow): string => `${name} ${detail} ${year ?? ''}`.toLowerCase();
  return { rows, texts: new Map(rows.map((row) => [row, textOf(row)])) };
}

export function matrixOf(results: Results, facets: Facets, sort: Sort): Matrix {
  const words = facets.search.toLowerCase().split(/\s+/);
  const asked = results.rows.filter(
    (row) => (facets.year === null || row.year === facets.year) && fits(results.texts.get(row) ?? '', words),
  );
  const { severities, rule } = facets;
  const weighed = SEVERITIES.every((each) => severities.includes(each))
    ? asked
    : asked.map((row) => only(row, severities));
  const fitting = rule === null ? weighed : weighed.filter(({ rules }) => rules[rule] !== undefined);
  const rows = facets.grouping === 'organ' ? byOrgan(fitting) : fitting;
  const standings: Record<Standing, number> = { wrong: 0, doubtful: 0, clean: 0, partial: 0, failed: 0 };
  for (const row of rows) standings[row.standing] += 1;
  const shown = rows.filter((row) => facets.standing === null || row.standing === facets.standing);
  const totals = totalsOf(shown);
  return { rows: sorted(shown, sort), rules: ruleOrder(totals), totals, standings };
}

function fits(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function chainsOf(reports: readonly ReportSummary[]): Map<string, readonly ChainLink[]> {
  // Of two reports of one year the one kept last stands in the chain, so the earliest go in first.
  const dated = reports.map((report) => ({ report, outcome: report })).reverse();
  const chains = new Map<string, readonly ChainLink[]>();
  const byName = new Map<string, readonly ChainLink[]>();
  for (const { reports: own } of linkYears(dated)) {
    const chain = own.map(({ report: { id, year, beside } }) => ({ id, year: year ?? 0, beside: beside !== null }));
    for (const { report } of own) {
      chains.set(report.id, chain);
      if (report.organ !== null) byName.set(report.organ, chain);
    }
  }
  // The other reports of a year that has two.
  for (const { id, organ, year } of reports) {
    const chain = organ === null || year === null ? undefined : byName.get(organ);
    if (chain !== undefined && !chains.has(id)) chains.set(id, chain);
  }
  return chains;
}

function reportRow(report: ReportSummary, chain: readonly ChainLink[], name: string): ResultRow {
  const file = report.source.fileName ?? report.source.address ?? '';
  return {
    key: report.id,
    name,
    detail: file === name ? '' : file,
    years: report.year === null ? '' : String(report.year),
    year: report.year,
    standing: standingOf(report),
    report: report.id,
    item: null,
    chain,
    counts: report.counts,
    rules: found(report.rules),
  };
}

function found(rules: ResultRow['rules']): ResultRow['rules'] {
  return Object.fromEntries(Object.entries(rules).filter(([, counts]) => sumOf(counts) > 0));
}

/** The row with what is of these severities alone; where it stands is told of all. */
function only(row: ResultRow, severities: readonly Severity[]): ResultRow {
  const kept = (counts: SeverityCounts): SeverityCounts => {
    const of = (severity: Severity): number => (severities.includes(severity) ? counts[severity] : 0);
    return { error: of('error'), warning: of('warning'), info: of('info') };
  };
  const rules = Object.entries(row.rules).map(([rule, counts]) => [rule, kept(counts)] as const);
  return { ...row, counts: kept(row.counts), rules: found(Object.fromEntries(rules)) };
}

/** What was read in part is never clean; an error in it counts all the same. */
function standingOf({ status, counts }: ReportSummary): Standing {
  if (counts.error > 0) return 'wrong';
  if (status !== 'checked') return 'partial';
  return counts.warning + counts.info > 0 ? 'doubtful' : 'clean';
}

function failedRow(item: QueueItem): ResultRow {
  return {
    key: `file ${item.id}`,
    name: item.name,
    detail: item.path === item.name ? '' : item.path,
    years: '',
    year: null,
    standing: 'failed',
    report: null,
    item,
    chain: [],
    counts: NONE,
    rules: {},
  };
}

const GRAVITY: readonly Standing[] = ['clean', 'doubtful', 'partial', 'failed', 'wrong'];

/** One row for all years of an organ; it opens the latest. */
function byOrgan(rows: readonly ResultRow[]): ResultRow[] {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = row.chain.at(-1)?.id ?? row.key;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, group]) => joined(key, group));
}

function joined(key: string, group: readonly ResultRow[]): ResultRow {
  const byYear = [...group].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const latest = byYear.at(-1);
  if (latest === undefined) throw new Error('a group has at least one row');
  const years = [...new Set(byYear.flatMap(({ year }) => year ?? []))];
  const worst = Math.max(...group.map(({ standing }) => GRAVITY.indexOf(standing)));
  return {
    ...latest,
    key: `organ ${key}`,
    detail: group.length > 1 ? '' : latest.detail,
    years: years.length > 1 ? `${years[0]}–${years.at(-1)}` : latest.years,
    standing: GRAVITY[worst] ?? latest.standing,
    counts: group.reduce((sum, { counts }) => plus(sum, counts), NONE),
    rules: Object.fromEntries(totalsOf(group)),
  };
}

function totalsOf(rows: readonly ResultRow[]): Map<string, SeverityCounts> {
  const totals = new Map<string, SeverityCounts>();
  for (const { rules } of rows)
    for (const [rule, counts] of Object.entries(rules)) totals.set(rule, plus(totals.get(rule) ?? NONE, counts));
  return totals;
}

function ruleOrder(totals: ReadonlyMap<string, SeverityCounts>): string[] {
  const rank = ([, a]: readonly [string, SeverityCounts], [, b]: readonly [string, SeverityCounts]): number =>
    b.error - a.error || b.warning - a.warning || b.info - a.info;
  return [...totals].sort((a, b) => rank(a, b) || (a[0] < b[0] ? -1 : 1)).map(([rule]) => rule);
}

type Order = (a: ResultRow, b: ResultRow) => number;

function sorted(rows: readonly ResultRow[], { by, descending }: Sort): ResultRow[] {
  const places = namePlaces(rows.map(({ name }) => name));
  const byName: Order = (a, b) =>
    (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0) || (a.year ?? 0) - (b.year ?? 0) || (a.key < b.key ? -1 : 1);
  const sign = descending ? -1 : 1;
  const own = by === 'name' ? byName : comparison(by);
  return [...rows].sort((a, b) => sign * own(a, b) || byName(a, b));
}

function comparison(by: Exclude<SortKey, 'name'>): Order {
  if (by === 'year') return (a, b) => (a.year ?? 0) - (b.year ?? 0);
  if (by === 'standing')
    return (a, b) => GRAVITY.indexOf(a.standing) - GRAVITY.indexOf(b.standing) || weight(a.counts) - weight(b.counts);
  return (a, b) => weight(a.rules[by.rule] ?? NONE) - weight(b.rules[by.rule] ?? NONE);
}

/** One error outweighs any number of warnings, and so on. */
function weight({ error, warning, info }: SeverityCounts): number {
  return (error * 1000 + Math.min(warning, 999)) * 1000 + Math.min(info, 999);
}

function plus(a: SeverityCounts, b: SeverityCounts): SeverityCounts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info };
}

export function sumOf({ error, warning, info }: SeverityCounts): number {
  return error + warning + info;
}

export function worstOf(counts: SeverityCounts): Severity | null {
  return SEVERITIES.find((severity) => counts[severity] > 0) ?? null;
}
