/**
 * Which row of the page is which row of the form.
 *
 * Labels decide; the fixed order of rows settles what labels leave open. Nothing is ever shifted: a row that is in
 * the form and not on the page stays missing, a row that is on the page and not in the form is nobody's.
 */
import { gather } from '../document/gather';
import { looksLikeValue } from '../document/number';
import type { FormRow, FormTable } from './form';
import { type LabelIndex, rowLabels } from './labels';
import type { LabelledRow, ValueCell } from './rows';

export interface AlignedRow {
  readonly source: LabelledRow;
  /** Index of the form's row, or null. */
  readonly row: number | null;
  /** One value per cell of the form's row; null where the page has none. Empty where `row` is null. */
  readonly values: readonly (ValueCell | null)[];
  readonly moved: boolean;
}

/** Label fragments are joined over at most this many lines or cells. */
const MAX_JOINED = 4;
/** Trust in a label that only floats before its row, beside 1 for one that stands in it. */
const FLOATING_TRUST = 0.6;

interface Candidate {
  readonly row: number;
  readonly score: number;
}

/** Its values fit the row. */
interface Fitting extends Candidate {
  readonly values: readonly (ValueCell | null)[];
}

export function alignRows(sources: readonly LabelledRow[], table: FormTable): AlignedRow[] {
  const { rows } = table;
  const index = rowLabels(table);
  const candidates = sources.map((source) => candidateOf(source, rows, index));
  const chosen = longestOrdered(candidates, rows.length);
  const moved = addMoved(candidates, chosen);
  addUnlabelled(sources, rows, chosen);
  return sources.map((source, at) => {
    const row = chosen[at] ?? null;
    const formRow = row === null ? undefined : rows[row];
    if (row === null || formRow === undefined) return { source, row: null, values: [], moved: false };
    const candidate = candidates[at] ?? null;
    const values = candidate?.row === row ? candidate.values : (fit(source, formRow.cells.length) ?? []);
    return { source, row, values, moved: moved.has(at) };
  });
}

/** The label nearest to the row's own: the last text, or the last few joined where a label was broken over lines. */
export function labelOf(source: LabelledRow, index: LabelIndex): Candidate | null {
  const reach = source.labelling === 'own' ? MAX_JOINED : 1;
  let best: Candidate | null = null;
  for (let count = 1; count <= Math.min(reach, source.labels.length); count++) {
    const text = lastLabels(source, count);
    const match = index.match(text);
    if (match !== null && match.score > (best?.score ?? 0)) best = { row: match.index, score: match.score };
    if (best?.score === 1) break;
  }
  if (best === null || source.labelling === 'own') return best;
  return { row: best.row, score: best.score * FLOATING_TRUST };
}

function lastLabels({ labels }: LabelledRow, count: number): string {
  let text = '';
  for (let at = labels.length - count; at < labels.length; at++) text += labels[at]?.text ?? '';
  return text;
}

function candidateOf(source: LabelledRow, rows: readonly FormRow[], index: LabelIndex): Fitting | null {
  const candidate = labelOf(source, index);
  const row = candidate === null ? undefined : rows[candidate.row];
  if (candidate === null || row === undefined) return null;
  const values = fit(source, row.cells.length);
  return values === null ? null : { row: candidate.row, score: candidate.score, values };
}

/** The values of a row that has `count` cells; null where their number does not say which is which. */
export function fit(source: LabelledRow, count: number): (ValueCell | null)[] | null {
  if (source.columns !== null) return byColumn(source, source.columns, count);
  const hard = source.values.filter((value) => !value.soft);
  if (hard.length === count) return hard;
  if (!source.ragged) return null;
  if (source.values.length === count) return [...source.values];
  const trimmed = trimBlanks(hard, count);
  return trimmed.length === count && trimmed.every((value) => value.raw !== '') ? trimmed : null;
}

function byColumn(
  source: LabelledRow,
  columns: readonly (number | null)[],
  count: number,
): (ValueCell | null)[] | null {
  const result: (ValueCell | null)[] = new Array(count).fill(null);
  let placed = 0;
  for (const [at, column] of columns.entries()) {
    if (column === null || column >= count) continue;
    result[column] = source.values[at] ?? null;
    placed++;
  }
  return placed > 0 ? result : null;
}

/**
 * Blanks at the end, then at the start, are traces of merged cells where there are too many values. With a blank among
 * the values too, nobody can tell which of them is the trace, so such a row is not read.
 */
function trimBlanks(values: readonly ValueCell[], count: number): ValueCell[] {
  const result = [...values];
  while (result.length > count && result[result.length - 1]?.raw === '') result.pop();
  while (result.length > count && result[0]?.raw === '') result.shift();
  return result;
}

/** Heaviest set of candidates whose rows increase: what is read in the order of the form. */
function longestOrdered(candidates: readonly (Candidate | null)[], rows: number): (number | null)[] {
  type Step = { readonly weight: number; readonly at: number; readonly row: number; readonly before: Step | null };
  const best: (Step | null)[] = new Array(rows).fill(null);
  for (const [at, candidate] of candidates.entries()) {
    if (candidate === null) continue;
    let before: Step | null = null;
    for (let row = 0; row < candidate.row; row++) {
      const step = best[row] ?? null;
      if (step !== null && step.weight > (before?.weight ?? 0)) before = step;
    }
    const step: Step = { weight: (before?.weight ?? 0) + candidate.score, at, row: candidate.row, before };
    if (step.weight > (best[candidate.row]?.weight ?? 0)) best[candidate.row] = step;
  }
  const chosen: (number | null)[] = candidates.map(() => null);
  let step = best.reduce<Step | null>((top, each) => ((each?.weight ?? 0) > (top?.weight ?? 0) ? each : top), null);
  for (; step !== null; step = step.before) chosen[step.at] = step.row;
  return chosen;
}

/** A row out of order is taken by its exact label where nothing else claims that label. */
function addMoved(candidates: readonly (Candidate | null)[], chosen: (number | null)[]): Set<number> {
  const moved = new Set<number>();
  for (const [at, candidate] of candidates.entries()) {
    if (candidate === null || candidate.score < 1 || chosen[at] !== null || chosen.includes(candidate.row)) continue;
    chosen[at] = candidate.row;
    moved.add(at);
  }
  return moved;
}

/** Rows whose label was lost, where exactly as many rows of the form are open between two known neighbours. */
function addUnlabelled(sources: readonly LabelledRow[], rows: readonly FormRow[], chosen: (number | null)[]): void {
  const known = gather(chosen, (row, at) => (row === null ? [] : [{ at, row }]));
  for (const [position, from] of known.entries()) {
    const to = known[position + 1];
    if (to === undefined || to.row <= from.row || to.at === from.at + 1) continue;
    const open = Array.from({ length: to.row - from.row - 1 }, (_, offset) => from.row + 1 + offset).filter(
      (row) => !chosen.includes(row),
    );
    const lost = sources
      .map((_, at) => at)
      .filter(
        (at) =>
          at > from.at &&
          at < to.at &&
          chosen[at] === null &&
          sources[at]?.labelling !== 'own' &&
          hasNumbers(sources[at]),
      );
    const settled =
      open.length === lost.length && lost.every((at, offset) => fitsUnlabelled(sources[at], rows[open[offset] ?? -1]));
    if (!settled) continue;
    for (const [offset, at] of lost.entries()) chosen[at] = open[offset] ?? null;
  }
}

/** An empty line of the layout has no number, a repeated heading nothing but words. */
function hasNumbers(source: LabelledRow | undefined): boolean {
  const filled = source?.values.filter((value) => value.raw !== '') ?? [];
  return filled.length > 0 && filled.every((value) => looksLikeValue(value.raw));
}

function fitsUnlabelled(source: LabelledRow | undefined, row: FormRow | undefined): boolean {
  return source !== undefined && row !== undefined && fit(source, row.cells.length) !== null;
}
