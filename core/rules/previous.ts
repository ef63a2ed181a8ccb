/** Last year's report of the same organ, as far as the rules across years need it. An outcome fits. */
import { type Likeness, likenessOf } from '../document/organ-name';
import type { Fact } from '../forms/facts';
import { type CellId, type FormId, sameKind, type TableId } from '../forms/form';
import type { RelationResult } from '../relations/relation';
import type { TextSketch } from '../statements/text-sketch';
import type { Report } from './rule';

export interface PreviousReport {
  readonly organ: string | null;
  readonly year: number | null;
  readonly form: FormId | null;
  readonly forms: Readonly<Record<TableId, FormId | null>>;
  readonly facts: Readonly<Record<CellId, Fact>>;
  readonly relations?: readonly RelationResult[];
  /** Absent in what was kept before there were sketches. */
  readonly sketch?: TextSketch;
}

interface Named {
  readonly organ: string | null;
  readonly year: number | null;
  /** Where it is known: final accounts are nobody's last annual report. */
  readonly form?: FormId | null;
}

/** Whether `candidate` is last year's report of the organ of `report`, and how surely: by the whole name, or a shorter one. */
export function asLastYear(report: Named, candidate: Named): Likeness {
  if (report.year === null || candidate.year !== report.year - 1 || !sameKind(report.form, candidate.form)) return null;
  return likenessOf(report.organ, candidate.organ);
}

export interface LastYear {
  readonly report: PreviousReport;
  readonly year: number;
  /** The same name in both years. */
  readonly sure: boolean;
}

/** Null where the caller gave none, or one of another organ or year: then the rules across years say nothing. */
export function lastYearOf(report: Report): LastYear | null {
  const { previous } = report;
  if (previous === null || previous.year === null) return null;
  const likeness = asLastYear({ ...report, form: report.form.id }, previous);
  return likeness === null ? null : { report: previous, year: previous.year, sure: likeness === 'equal' };
}

/** The little that is needed of an outcome, for those who keep many: no places, no sums but those that fail. */
export function keptForNextYear({
  organ,
  year,
  form,
  forms,
  facts,
  relations,
  sketch,
}: PreviousReport): PreviousReport {
  return {
    organ,
    year,
    form,
    forms,
    facts: Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, { ...fact, place: null }])),
    relations: (relations ?? []).filter(({ state }) => state === 'inconsistent'),
    ...(sketch === undefined ? {} : { sketch }),
  };
}
