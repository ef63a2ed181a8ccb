/** Exact solutions of the few equations that a set of cells must satisfy. */

/** Σ coefficients × deltas = constant, all integers: the coefficients, and the constant behind them. */
export type Row = readonly number[];

/** What a delta may be: the value stays ≥ 0 and a multiple of `unit`. */
export interface Domain {
  readonly values: readonly number[];
  readonly unit: number;
}

/**
 * Every solution without a zero. Where the equations leave one free (possible only where relations could not be
 * checked, so that two cells stand in the same ones), each way is given. Such a family ends for a set of fewest cells:
 * if it had no end, walking along it would bring one of the deltas to 0, and fewer cells would do. (By whole steps, as
 * in sums over rows and columns; relations like p = q + r with q = r would not.) `spend` counts a step; false ends it.
 */
export function solutionsOf(rows: readonly Row[], domain: Domain, spend: () => boolean): number[][] {
  const width = domain.values.length;
  const reduced = reduce(rows, width);
  if (reduced === null) return [];
  const column = reduced.indexOf(null);
  if (column < 0) {
    const deltas = reduced.map((row, at) => quotient(row, width, at));
    return deltas.every((delta, at) => isAllowed(delta, domain, at)) ? [deltas] : [];
  }
  const found: number[][] = [];
  const isLast = reduced.indexOf(null, column + 1) < 0;
  const [low, high] = isLast ? range(reduced, column, domain) : [-(domain.values[column] ?? 0), -1];
  if (high === Number.POSITIVE_INFINITY) return [];
  const first =
    -(domain.values[column] ?? 0) + Math.ceil((low + (domain.values[column] ?? 0)) / domain.unit) * domain.unit;
  for (let delta = first; delta <= high && spend(); delta += domain.unit) {
    if (delta === 0) continue;
    const chosen = Array.from({ length: width + 1 }, (_, at) => (at === width ? delta : at === column ? 1 : 0));
    found.push(...solutionsOf([...rows, chosen], domain, spend));
  }
  return found;
}

function isAllowed(delta: number, { values, unit }: Domain, at: number): boolean {
  const expected = (values[at] ?? 0) + delta;
  return delta !== 0 && expected >= 0 && expected % unit === 0;
}

function quotient(row: Row | null, width: number, column: number): number {
  return (row?.[width] ?? 0) / (row?.[column] ?? 1);
}

/** Gauss and Jordan among integers: the row that leads each column, null where none does; null without a solution. */
function reduce(rows: readonly Row[], width: number): readonly (Row | null)[] | null {
  const open = rows.map((row) => row.slice());
  const leading: (number[] | null)[] = [];
  for (let column = 0; column < width; column++) {
    let at = 0;
    while (at < open.length && (open[at]?.[column] ?? 0) === 0) at++;
    const pivot = open[at] ?? null;
    if (pivot !== null) {
      open.splice(at, 1);
      for (const row of open) eliminate(row, pivot, column);
      for (const row of leading) if (row !== null) eliminate(row, pivot, column);
    }
    leading.push(pivot);
  }
  for (const row of open) if ((row[width] ?? 0) !== 0) return null;
  return leading;
}

/** In place: it is done for every set of cells that is looked at. */
function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = row[column] ?? 0;
  if (factor === 0) return;
  const lead = pivot[column] ?? 1;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) * lead - (pivot[at] ?? 0) * factor;
}

/** Between which deltas of the one free column no value falls below 0. */
function range(reduced: readonly (Row | null)[], column: number, { values }: Domain): readonly [number, number] {
  let low = -(values[column] ?? 0);
  let high = Number.POSITIVE_INFINITY;
  for (const [at, row] of reduced.entries()) {
    if (row === null) continue;
    const slope = (row[column] ?? 0) / (row[at] ?? 1);
    if (slope === 0) continue;
    const bound = (quotient(row, values.length, at) + (values[at] ?? 0)) / slope;
    if (slope > 0) high = Math.min(high, Math.floor(bound));
    else low = Math.max(low, Math.ceil(bound));
  }
  return [low, high];
}
