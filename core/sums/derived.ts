/**
 * 差额与占比: columns and rows whose heads say that they are a difference or a share, where the numbers bear it out. Sums
 * stay apart from them. What fails is a hint, never an error: a head may mean another year or another total.
 */
import type { Grid } from '../grid/grid';
import { differencesAlong } from './differences';
import { type Axis, commonScale, fieldOf } from './field';
import { readNumbers } from './numbers';
import type { Line } from './readings';
import { sharesAlong } from './shares';
import type { CellAt, FoundSum } from './sums';
import { labelsOf } from './words';

/** `difference`: the first part less the second. `share`: the first part of the second. */
export type Operator = 'difference' | 'share';

export interface FoundDerived extends Pick<FoundSum, 'total' | 'parts' | 'axis' | 'holds' | 'difference' | 'hint'> {
  readonly operator: Operator;
}

/** `sums`: what they say of the same three cells is not said again. */
export function findDerived(grid: Grid, sums: readonly FoundSum[]): FoundDerived[] {
  const numbers = readNumbers(grid);
  const scale = commonScale(numbers);
  const known = new Set(sums.map(({ total, parts }) => setOf([total, ...parts])));
  return (['row', 'column'] as const).flatMap((axis) => {
    const digits = (line: number, position: number): number =>
      (axis === 'row' ? numbers[line]?.[position] : numbers[position]?.[line])?.decimals ?? 0;
    const searched = {
      field: fieldOf(numbers, axis, scale),
      labels: labelsOf(grid, numbers, axis),
      across: labelsOf(grid, numbers, axis === 'row' ? 'column' : 'row'),
      digits,
    };
    const isNamed = (line: number): boolean => searched.across.text[line]?.trim() !== '';
    return [
      ...placed('difference', axis, told(differencesAlong(searched), isNamed)),
      ...placed('share', axis, told(sharesAlong(searched), isNamed)),
    ].filter(({ total, parts }) => !known.has(setOf([total, ...parts])));
  });
}

/** Before and after all that holds, a line without a name is hardly one of the table: it counts, and is not told. */
function told(lines: readonly Line[], isNamed: (line: number) => boolean): readonly Line[] {
  const proven = new Map<number, { readonly first: number; readonly last: number }>();
  for (const { total, holds } of lines) {
    const [line, position] = total;
    if (holds) proven.set(position, { first: proven.get(position)?.first ?? line, last: line });
  }
  return lines.filter(({ total: [line, position], holds }) => {
    const { first, last } = proven.get(position) ?? { first: line, last: line };
    return holds || isNamed(line) || (line > first && line < last);
  });
}

function placed(operator: Operator, axis: Axis, lines: readonly Line[]): FoundDerived[] {
  const cellAt = ([line, position]: readonly [number, number]): CellAt =>
    axis === 'row' ? [line, position] : [position, line];
  return lines.map(({ total, parts, holds, difference }) => {
    return { operator, total: cellAt(total), parts: parts.map(cellAt), axis, holds, difference, hint: true };
  });
}

function setOf(cells: readonly CellAt[]): string {
  return cells.map(String).sort().join(' ');
}
