/** 总览: a year in numbers, and the years beside each other. Pure: what the screen draws and the tests read. */
import { countPublishing, type OrganRow, organsIn, type Publications, yearsOf } from './organs';
import type { LibraryRecord } from './record';
import type { UnitList } from './units';

export interface RuleCount {
  readonly rule: string;
  /** Reports in which it found errors, or warnings only. */
  readonly errors: number;
  readonly warnings: number;
  /** Findings. */
  readonly findings: number;
}

export interface YearCounts {
  readonly year: number;
  readonly publications: Publications;
  /** Organs that published. */
  readonly published: number;
  readonly withErrors: number;
  readonly clean: number;
  /** Errors in all their reports. */
  readonly errors: number;
}

export interface Overview extends YearCounts {
  /** Of the list; null where there is none. */
  readonly listed: number | null;
  readonly rows: readonly OrganRow[];
  /** The most frequent first. */
  readonly rules: readonly RuleCount[];
  /** Organs with errors or warnings, the most first. */
  readonly worst: readonly OrganRow[];
  /** In order; the year itself among them. */
  readonly trend: readonly YearCounts[];
}

/** Years shown beside each other. */
const TREND = 10;

export function overviewOf(
  records: readonly LibraryRecord[],
  year: number,
  list: UnitList,
  region: readonly string[] = [],
): Overview {
  const rows = organsIn(records, year, list, region);
  const trend = yearsOf(records)
    .slice(0, TREND)
    .map((each) => yearCounts(each, each === year ? rows : organsIn(records, each, list, region)))
    .reverse();
  return {
    ...yearCounts(year, rows),
    listed: list.units.length > 0 ? list.units.length : null,
    rows,
    rules: rulesIn(rows),
    worst: rows.filter((row) => weightOf(row) > 0).sort((a, b) => weightOf(b) - weightOf(a)),
    trend,
  };
}

function yearCounts(year: number, rows: readonly OrganRow[]): YearCounts {
  const reports = rows.flatMap(({ record }) => record ?? []);
  return {
    year,
    publications: countPublishing(rows),
    published: reports.length,
    withErrors: reports.filter(({ standing }) => standing === 'error').length,
    clean: reports.filter(({ standing }) => standing === 'clean' || standing === 'info').length,
    errors: reports.reduce((sum, { summary }) => sum + summary.counts.error, 0),
  };
}

function rulesIn(rows: readonly OrganRow[]): RuleCount[] {
  const counts = new Map<string, { errors: number; warnings: number; findings: number }>();
  for (const { record } of rows) {
    for (const [rule, { error, warning }] of Object.entries(record?.summary.rules ?? {})) {
      if (error + warning === 0) continue;
      const own = counts.get(rule) ?? { errors: 0, warnings: 0, findings: 0 };
      if (error > 0) own.errors += 1;
      else own.warnings += 1;
      own.findings += error + warning;
      counts.set(rule, own);
    }
  }
  return [...counts]
    .map(([rule, own]) => ({ rule, ...own }))
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.rule < b.rule ? -1 : 1));
}

/** One error outweighs any number of warnings. */
function weightOf({ record }: OrganRow): number {
  const { error, warning } = record?.summary.counts ?? { error: 0, warning: 0 };
  return error * 10_000 + Math.min(warning, 9999);
}
