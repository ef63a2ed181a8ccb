/** 汇总表: every cell of the tables summed over the units, beside the region's own report. Numbers and names, for the screen and the workbook. */
import {
  type CellId,
  type CellTotal,
  cellName,
  explainRollUp,
  type Form,
  forms,
  type Language,
  likenessOf,
  linkYears,
  rollUp,
  totalsOf,
} from '../../core/index';
import type { HandoutReport } from './handout-report';

export interface RollUpTotal extends CellTotal {
  readonly name: string;
  /** As the region's report states it; null where there is none, or it was not read. */
  readonly region: number | null;
  readonly difference: number | null;
  /** 小于各单位之和, and why nothing is said; empty without a report of the region. */
  readonly verdict: string;
  readonly isLess: boolean;
}

export interface RollUpSheet {
  readonly year: number;
  readonly form: Form['id'];
  /** In the order of the amounts of each total. */
  readonly units: readonly string[];
  /** Whose report stands beside the sums; null where none was chosen. */
  readonly region: string | null;
  readonly totals: readonly RollUpTotal[];
}

/** Of one year. `region`: the report that counts all; it is not summed. Null where no report is of the year. */
export function rollUpSheet(
  reports: readonly HandoutReport[],
  year: number,
  region: string | null,
  language: Language,
): RollUpSheet | null {
  const form = formOfYear(year);
  const own = reports.find(({ id }) => id === region) ?? null;
  const units = onePerUnit(reports, year).filter(
    ({ id, outcome }) => id !== region && (own === null || likenessOf(outcome.organ, own.outcome.organ) === null),
  );
  if (form === null || (units.length === 0 && own === null)) return null;
  const cells = form.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ id }) => id)));
  const outcome = { form: form.id, forms: Object.fromEntries(form.tables.map(({ id }) => [id, form.id])) };
  const beside = own === null ? null : rollUp({ outcome: own.outcome, scope: 'region' }, units, 0, cells);
  const words = beside === null ? null : explainRollUp(beside, language);
  const totals = totalsOf(units, cells).map((total, index): RollUpTotal => {
    const line = beside?.lines[index];
    const said = words?.lines[index];
    return {
      ...total,
      name: cellName(total.cell, outcome, language),
      region: line?.region ?? null,
      difference: line?.difference ?? null,
      verdict: said === undefined ? '' : said.reason === '' ? said.verdict : `${said.verdict}：${said.reason}`,
      isLess: line?.verdict === 'less',
    };
  });
  return { year, form: form.id, units: units.map(({ unit }) => unit), region: own?.unit ?? null, totals };
}

/** Of several reports of one organ the one kept last; those that name no organ stay as they are. */
export function onePerUnit(reports: readonly HandoutReport[], year: number | null): HandoutReport[] {
  const ofYear = reports.filter(({ outcome }) => year === null || outcome.year === year);
  const bySaved = [...ofYear].sort((a, b) =>
    a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : a.id < b.id ? -1 : 1,
  );
  const chosen = new Set(linkYears(bySaved).flatMap(({ reports: own }) => own));
  return ofYear.filter((report) => chosen.has(report) || report.outcome.organ === null || report.outcome.year === null);
}

function formOfYear(year: number): Form | null {
  return forms.find(({ years }) => years.from <= year && (years.to === null || year <= years.to)) ?? null;
}

export function formById(id: Form['id']): Form | null {
  return forms.find((form) => form.id === id) ?? null;
}

/** What stands in a cell of the form, by its id. */
export function byCell(sheet: RollUpSheet): ReadonlyMap<CellId, RollUpTotal> {
  return new Map(sheet.totals.map((total) => [total.cell, total]));
}
