/**
 * 合计关系: which cells of a table are totals of which others, told from the numbers alone. Needs no form: what adds up
 * in most lines of a table is taken for a sum, and the lines where it does not are what a person should look at.
 */
import type { Grid } from '../grid/grid';
import { exactSum } from '../relations/exact';
import { type Kept, sumsAlong } from './axis';
import { withBlanks } from './blanks';
import { type Axis, commonScale, type Field, fieldOf } from './field';
import { exactGrain, type Judged, judge } from './judge';
import { type Printed, readNumbers } from './numbers';
import { type Equation, suspectsOf } from './suspects';
import { type Labels, labelsOf } from './words';

/** Row and column, from 0. */
export type CellAt = readonly [row: number, column: number];

export interface FoundSum {
  readonly total: CellAt;
  readonly parts: readonly CellAt[];
  readonly axis: Axis;
  /** 1 where the parts are no totals themselves, 2 above that, and so on. */
  readonly level: number;
  readonly holds: boolean;
  /** total − sum of the parts, exactly. */
  readonly difference: number;
  /** Most that rounding of the printed digits can make of the difference. */
  readonly allowance: number;
  /** Between 0 and 1. */
  readonly confidence: number;
  /** A person should decide whether this is meant to be a sum. */
  readonly hint: boolean;
  /** Where it fails: cells any one of which alone would repair it and all that fails with it. */
  readonly suspects: readonly CellAt[];
}

/** For each axis. */
const STEPS = 10_000_000;
/** Bits at which a pattern is as likely as not. */
const HALF = 6;
const SURE = 4;

export function findSums(grid: Grid): FoundSum[] {
  const numbers = readNumbers(grid);
  const scale = commonScale(numbers);
  const axes = (['column', 'row'] as const).map((axis) => {
    const field = fieldOf(numbers, axis, scale);
    const labels = labelsOf(grid, numbers, axis);
    return { field, labels, kept: sumsAlong(field, labels, { steps: STEPS }) };
  });
  const exact = exactGrain(axes);
  const sums = axes.flatMap((each, index) => {
    const across = axes[1 - index]?.labels.other ?? [];
    return placed(numbers, each, judge(each.field, each.kept, exact, across), scale);
  });
  const { suspects, confirmed } = suspectsOf(sums.map(({ equation }) => equation));
  const cellAt = (cell: number): CellAt => [Math.floor(cell / grid.width), cell % grid.width];
  return sums.flatMap(({ equation, axis, judged, allowance }) => {
    const isConfirmed = confirmed.has(equation) && judged.credible;
    if (judged.edge && !isConfirmed && !judged.certain) return [];
    const { score, level } = judged.placed;
    const { total, parts, holds, difference } = equation;
    return {
      total: cellAt(total),
      parts: parts.map(cellAt),
      axis,
      level,
      holds,
      difference,
      allowance,
      confidence: Math.round((100 * score) / (score + HALF)) / 100,
      hint: holds ? score < SURE : !judged.certain && !isConfirmed,
      suspects: (suspects.get(equation) ?? []).map(cellAt),
    };
  });
}

interface Sum {
  readonly equation: Equation;
  readonly axis: Axis;
  readonly judged: Judged;
  readonly allowance: number;
}

interface Searched {
  readonly field: Field;
  readonly labels: Labels;
  readonly kept: readonly Kept[];
}

function placed(
  numbers: readonly (readonly Printed[])[],
  { field, labels, kept }: Searched,
  judged: readonly Judged[],
  scale: number,
): Sum[] {
  const { axis } = field;
  const width = numbers[0]?.length ?? 0;
  const whole = new Map(kept.map((each) => [each.pattern, withBlanks(field, labels, each.pattern, each.stretch)]));
  return judged.map((each) => {
    const { placed: of, line, check } = each;
    const { total, parts } = whole.get(of.pattern) ?? of.pattern;
    const cell = (position: number): number => cellOf(field, width, line, position);
    const value = (position: number): number => {
      const [row, column] = axis === 'row' ? [line, position] : [position, line];
      return numbers[row]?.[column]?.value ?? 0;
    };
    const equation = {
      total: cell(total),
      parts: parts.map(cell),
      holds: each.holds,
      difference: exactSum([value(total), ...parts.map((part) => -value(part))]),
      telling: check.state !== 'plain',
    };
    return { equation, axis, judged: each, allowance: check.allowance / 10 ** scale };
  });
}

function cellOf({ axis }: Field, width: number, line: number, position: number): number {
  return axis === 'row' ? line * width + position : position * width + line;
}
