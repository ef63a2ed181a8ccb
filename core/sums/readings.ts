/** How a column or row may be read as a difference or share of others, and which reading the numbers bear out. */
import type { Field } from './field';
import type { Labels } from './words';

/** What a search along one axis is given. */
export interface Searched {
  readonly field: Field;
  readonly labels: Labels;
  /** Of the lines. */
  readonly across: Labels;
  /** Digits printed after the decimal mark. */
  readonly digits: (line: number, position: number) => number;
}

/** One line of a difference or share; places as line and position. */
export interface Line {
  readonly total: readonly [line: number, position: number];
  readonly parts: readonly (readonly [line: number, position: number])[];
  readonly holds: boolean;
  readonly difference: number;
}

/** So many lines prove it; and three times as many must hold as fail. */
const LEAST_LINES = 3;
const MOST_FAILING = 1 / 3;
/** Operands stand so near. */
const REACH = 8;

/** Positions near one, other than it, that hold a number in some line. */
export function nearby({ positions, lines, values }: Field, position: number): number[] {
  const near: number[] = [];
  for (let at = Math.max(0, position - REACH); at <= Math.min(positions - 1, position + REACH); at++) {
    for (let line = 0; at !== position && line < lines; line++) {
      if (Number.isNaN(values[line * positions + at])) continue;
      near.push(at);
      break;
    }
  }
  return near;
}

/** The reading that most lines bear out; none where too few do, or another is borne out as well and differs in what fails. */
export function bestOf(readings: readonly (readonly Line[])[]): readonly Line[] {
  const rated = readings
    .map((lines) => ({ lines, holding: lines.filter(({ holds }) => holds).length }))
    .filter(
      ({ lines, holding }) => holding >= LEAST_LINES && lines.length - holding <= Math.floor(holding * MOST_FAILING),
    )
    .sort((a, b) => b.holding - a.holding || a.lines.length - b.lines.length);
  const [first, second] = rated;
  if (first === undefined) return [];
  const isDoubtful = second !== undefined && second.holding === first.holding && first.lines.length > first.holding;
  return isDoubtful ? first.lines.filter(({ holds }) => holds) : first.lines;
}
