/** What a 通报 counts. Every number comes from the reports and what people said of them. Pure. */
import type { ReviewStatus } from '../../core/exchange/schema';
import { missingUnits, type Severity } from '../../core/index';
import type { UnitList } from '../library/units';
import type { HandoutItem, HandoutReport } from './handout-report';
import { onePerUnit } from './roll-up-sheet';

export interface Kind {
  readonly category: string;
  readonly severity: Severity;
  readonly count: number;
  readonly units: number;
  /** The first there is. */
  readonly example: { readonly unit: string; readonly problem: string };
}

export interface Statistics {
  readonly year: number;
  /** One for each organ. */
  readonly reports: readonly HandoutReport[];
  /** Reports that name no organ. */
  readonly unnamed: number;
  /** Against the list of units; null where there is none. */
  readonly listed: {
    readonly expected: number;
    readonly published: number;
    readonly missing: readonly string[];
    /** Units whose short name fits several reports. */
    readonly unclear: readonly string[];
    /** Reports that fit no unit of the list. */
    readonly others: number;
  } | null;
  readonly late: readonly HandoutReport[];
  readonly undated: number;
  readonly notLate: number;
  /** Not all tables were read. */
  readonly partial: number;
  readonly problems: Readonly<Record<Severity, { readonly count: number; readonly units: number }>>;
  readonly statuses: Readonly<Record<ReviewStatus, number>>;
  /** Most common first; errors before warnings of the same number. */
  readonly kinds: readonly Kind[];
}

/** `list`: who has to publish; without units nobody is counted as missing. */
export function statisticsOf(all: readonly HandoutReport[], year: number, { units, region }: UnitList): Statistics {
  const reports = onePerUnit(all, year);
  const items = reports.flatMap((report) => report.items);
  const of = (severity: Severity): { count: number; units: number } => ({
    count: items.filter((item) => item.severity === severity).length,
    units: reports.filter((report) => report.items.some((item) => item.severity === severity)).length,
  });
  const status = (wanted: ReviewStatus): number => items.filter((item) => item.status === wanted).length;
  const found = units.length === 0 ? null : missingUnits(units, reports, year, region);
  return {
    year,
    reports,
    unnamed: reports.filter(({ named }) => !named).length,
    listed:
      found === null
        ? null
        : {
            expected: units.length,
            published: units.length - found.missing.length - found.unclear.length,
            missing: found.missing,
            unclear: found.unclear.map(({ unit }) => unit),
            others: found.others.length,
          },
    late: reports.filter(({ punctual }) => punctual === 'late'),
    undated: reports.filter(({ punctual }) => punctual === 'unknown').length,
    notLate: reports.filter(({ punctual }) => punctual === 'not-late').length,
    partial: reports.filter(({ outcome }) => outcome.status !== 'checked').length,
    problems: { error: of('error'), warning: of('warning'), info: of('info') },
    statuses: {
      open: status('open'),
      confirmed: status('confirmed'),
      fixed: status('fixed'),
      dismissed: status('dismissed'),
      deferred: status('deferred'),
    },
    kinds: kindsOf(reports),
  };
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

function kindsOf(reports: readonly HandoutReport[]): Kind[] {
  const kinds = new Map<string, { items: HandoutItem[]; units: Set<string>; example: Kind['example'] }>();
  for (const report of reports)
    for (const item of report.items) {
      const kind = kinds.get(item.category) ?? {
        items: [],
        units: new Set<string>(),
        example: { unit: report.unit, problem: item.problem },
      };
      kind.items.push(item);
      kind.units.add(report.id);
      kinds.set(item.category, kind);
    }
  return [...kinds]
    .map(([category, { items, units, example }]): Kind => {
      const severity = GRAVITY.find((each) => items.some((item) => item.severity === each)) ?? 'info';
      return { category, severity, count: items.length, units: units.size, example };
    })
    .sort(
      (a, b) =>
        b.count - a.count ||
        GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) ||
        (a.category < b.category ? -1 : 1),
    );
}
