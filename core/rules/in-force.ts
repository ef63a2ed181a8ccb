/** 现行有效: last year's number with what was made and repealed since, beside this year's. */
import { isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import { lastYearOf } from './previous';
import type { Report } from './rule';

export interface InForce {
  readonly kind: 'regulation' | 'normativeDocument';
  readonly cell: CellId;
  readonly now: number;
  readonly before: number;
  readonly made: number;
  readonly repealed: number;
  /** before + made − repealed. */
  readonly expected: number;
  /** The organ has the same name in both years. */
  readonly sure: boolean;
}

/** The 2019 form counts something else under other ids, so it is silent there. Empty cells say nothing of a stock. */
export function* inForceOf(report: Report): Generator<InForce> {
  const last = lastYearOf(report);
  if (last === null) return;
  for (const kind of ['regulation', 'normativeDocument'] as const) {
    const cellOf = (column: string): CellId => `disclosure.${kind}.${column}`;
    const now = report.facts.get(cellOf('inForce'))?.value ?? null;
    const before = last.report.facts[cellOf('inForce')]?.value ?? null;
    const made = flow(report, cellOf('made'));
    const repealed = flow(report, cellOf('repealed'));
    if (now === null || before === null || made === null || repealed === null) continue;
    const expected = before + made - repealed;
    yield { kind, cell: cellOf('inForce'), now, before, made, repealed, expected, sure: last.sure };
  }
}

/** Nothing made or repealed may be left empty. */
function flow(report: Report, cell: CellId): number | null {
  const fact = report.facts.get(cell) ?? MISSING;
  return isEmpty(fact) ? 0 : fact.value;
}
