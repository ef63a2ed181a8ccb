/** 对照单位名单: a pasted list of units against what a round has checked. Pure. */
import { missingUnits, type UnitsWithout } from '../../core/index';
import type { RoundItem } from './store';

/** So many units a county has a hundredth of. */
export const MAX_UNITS = 5000;

export interface Checked {
  readonly title: string;
  readonly outcome: { readonly organ: string | null; readonly year: number | null };
}

export interface Compared {
  readonly year: number;
  readonly units: number;
  readonly reports: number;
  readonly failed: number;
  readonly without: UnitsWithout<Checked>;
}

export function unitsIn(text: string): readonly string[] {
  const lines = text.split(/[\r\n\t]+/).map((line) => line.trim().replace(/^\d+[.、\s]+/, ''));
  return [...new Set(lines.filter((line) => line !== '' && line.length <= 60))].slice(0, MAX_UNITS);
}

export function compareUnits(
  units: readonly string[],
  items: readonly RoundItem[],
  year: number,
  region: string,
): Compared {
  const reports = items.flatMap(({ title, result }): Checked[] =>
    result === null ? [] : [{ title, outcome: { organ: result.organ, year: result.year } }],
  );
  return {
    year,
    units: units.length,
    reports: reports.filter(({ outcome }) => outcome.year === year).length,
    failed: items.filter((item) => item.state === 'failed' && (item.year === year || item.year === null)).length,
    without: missingUnits(units, reports, year, region),
  };
}
