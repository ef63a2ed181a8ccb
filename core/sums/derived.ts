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
    // A line without a name is hardly one of the table: what fails there counts against the reading, and is not told.
    const told = ({ holds, total: [line] }: Line): boolean => holds || searched.across.text[line]?.trim() !== '';
    return [
      ...placed('difference', axis, differencesAlong(searched).filter(told)),
      ...placed('share', axis, sharesAlong(searched).filter(told)),
    ].filter(({ total, parts }) => !known.has(setOf([total, ...parts])));
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
