/** Which units of a list have no report of a year. */
import { organKey } from '../document/organ-name';
import { groupByOrgan, type SetFinding } from './set';
import type { Dated } from './years';

export interface UnitsWithout<T> {
  readonly missing: readonly string[];
  /** Units with several reports of the year. */
  readonly doubled: readonly { readonly unit: string; readonly reports: readonly T[] }[];
  /** Units whose short name fits the reports of two organs. */
  readonly unclear: readonly { readonly unit: string; readonly reports: readonly T[] }[];
  /** Reports of the year that are of no unit of the list, or name no organ. */
  readonly others: readonly T[];
}

type Entry<T> = { readonly unit: string; readonly name: string } | { readonly report: T };

/** `region` stands before units that name none: 教育局 or 县教育局 in the list of 示例县. */
export function missingUnits<T extends Dated>(
  units: readonly string[],
  reports: readonly T[],
  year: number,
  region = '',
): UnitsWithout<T> {
  const ofYear = reports.filter(({ outcome }) => outcome.year === year);
  const entries: Entry<T>[] = [
    ...[...new Set(units)].map((unit) => ({ unit, name: inRegion(unit, region) })),
    ...ofYear.map((report) => ({ report })),
  ];
  const groups = groupByOrgan(entries, (entry) => ('report' in entry ? entry.report.outcome.organ : entry.name));
  const missing: string[] = [];
  const doubled: { unit: string; reports: T[] }[] = [];
  const unclear: { unit: string; reports: T[] }[] = [];
  const claimed = new Set<T>();
  for (const group of groups) {
    const unit = group.find((entry) => 'unit' in entry);
    if (unit === undefined) continue;
    const own = group.flatMap((entry) => ('report' in entry ? [entry.report] : []));
    for (const report of own) claimed.add(report);
    if (own.length > 1) doubled.push({ unit: unit.unit, reports: own });
    if (own.length > 0) continue;
    const { name } = organKey(unit.name);
    const possible = ofYear.filter(({ outcome }) => outcome.organ !== null && organKey(outcome.organ).name === name);
    if (possible.length > 0) unclear.push({ unit: unit.unit, reports: possible });
    else missing.push(unit.unit);
  }
  return { missing, doubled, unclear, others: ofYear.filter((report) => !claimed.has(report)) };
}

/** A unit that begins with a place keeps it. */
function inRegion(unit: string, region: string): string {
  // A town in a list of units is its government.
  if (/[镇乡]$/.test(unit)) return `${unit}人民政府`;
  if (region === '' || unit.startsWith(region) || /^.{1,10}?[省州市县区旗盟镇乡]./.test(unit)) return unit;
  return region + (unit.startsWith(region.slice(-1)) ? unit.slice(1) : unit);
}

/** Certain only where no report is left over that might be the missing one under another name. */
export function missingFindings<T>({ missing, others }: UnitsWithout<T>, year: number): SetFinding[] {
  return missing.map((organ) => ({
    rule: 'publish-missing',
    severity: others.length === 0 ? 'error' : 'warning',
    organ,
    year,
    data: { organ, year, others: others.length },
  }));
}
