/** Parts the failing relations of a table by cause: what no repair has in common is told apart. */
import { gather } from '../document/gather';
import type { CellId } from '../forms/form';
import { exactSum } from '../relations/exact';
import type { Change, Operation } from '../rules/finding';
import type { Evidence } from './evidence';
import { operationsOn, resultOf } from './operations';
import { rankRepairs, slipsOf } from './rank';
import { type Budget, MAX_CELLS, MAX_STEPS, MAX_TOGETHER, minimalRepairs } from './repair';
import { type Equation, mended, type System } from './system';

export interface Cause {
  /** Keys of the failing relations that it explains. */
  readonly relations: readonly string[];
  /** Best first. Empty where no repair was found. */
  readonly repairs: readonly (readonly Change[])[];
  /** How many of the first repairs the evidence speaks for. */
  readonly favoured: number;
  /** Slips that explain all of it, best first. */
  readonly operations: readonly Operation[];
  readonly exhausted: boolean;
}

export function causesOf(system: System, evidence: Evidence, budget: Budget = { steps: MAX_STEPS }): Cause[] {
  if (system.failing.length === 0) return [];
  const { optima, exhausted } = minimalRepairs(system, budget);
  if (optima.length > 0) return partition(system, optima).map((part) => causeOf(system, part, evidence));
  const operations = operationsOn(system, system.failing);
  const relations = system.failing.map(({ key }) => key);
  const whole: Cause = { relations, repairs: [], favoured: 0, operations, exhausted };
  if (operations.length > 0) return [whole];
  const several = minimalRepairs(system, budget, [MAX_CELLS + 1, MAX_TOGETHER]);
  const parts = several.optima.length > 0 ? partition(system, several.optima) : [];
  if (parts.length > 0 && parts.every(({ repairs }) => repairs.every((repair) => repair.length <= MAX_CELLS))) {
    return parts.map((part) => causeOf(system, part, evidence));
  }
  const certain = loneCells(system);
  if (certain.length === 0) return [{ ...whole, exhausted: exhausted || several.exhausted }];
  const keys = new Set(gather(certain, (cause) => cause.relations));
  const rest = mended(
    system,
    keys,
    gather(certain, (cause) => cause.repairs.flat()),
  );
  return [...certain, ...causesOf(rest, evidence, budget)];
}

interface Part {
  readonly relations: readonly string[];
  readonly repairs: readonly (readonly Change[])[];
}

function causeOf(system: System, { relations, repairs: unordered }: Part, evidence: Evidence): Cause {
  const several = (unordered[0]?.length ?? 0) > 1 ? operationsOn(system, equationsNamed(system, relations)) : [];
  const { repairs, favoured } = rankRepairs(unordered, evidence, several);
  return { relations, repairs, favoured, operations: [...several, ...slipsOf(repairs)], exhausted: false };
}

function equationsNamed(system: System, relations: readonly string[]): Equation[] {
  return system.failing.filter(({ key }) => relations.includes(key));
}

/** Causes are independent where every repair is one choice for each of them. */
function partition(system: System, optima: readonly (readonly Change[])[]): Part[] {
  const groups = connected(system, optima);
  const failing = (keys: ReadonlySet<string>): string[] =>
    system.failing.map((equation) => equation.key).filter((key) => keys.has(key));
  const parts = groups.map((group): Part => {
    const repairs = new Map<string, readonly Change[]>();
    for (const repair of optima) {
      const own = repair.filter((change) => touches(system, change.cell, group));
      repairs.set(resultOf(own), own);
    }
    return { relations: failing(group), repairs: [...repairs.values()] };
  });
  const combinations = parts.reduce((product, part) => product * part.repairs.length, 1);
  const whole = { relations: system.failing.map((equation) => equation.key), repairs: optima };
  if (combinations !== optima.length) return [whole];
  // 二、上年结转 and （一）予以公开 are neighbours that share no sum: swapped, they look like two errors.
  return parts.length > 1 && operationsOn(system, system.failing).length > 0 ? [whole] : parts;
}

function touches(system: System, cell: CellId, keys: ReadonlySet<string>): boolean {
  return (system.equationsOf.get(cell) ?? []).some((equation) => keys.has(equation.key));
}

/** Relations joined by the cells of any optimum. */
function connected(system: System, optima: readonly (readonly Change[])[]): ReadonlySet<string>[] {
  let groups: Set<string>[] = [];
  for (const cell of new Set(optima.flat().map((change) => change.cell))) {
    const keys = (system.equationsOf.get(cell) ?? []).map((equation) => equation.key);
    const joined = groups.filter((group) => keys.some((key) => group.has(key)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      new Set([...gather(joined, (group) => [...group]), ...keys]),
    ];
  }
  const order = new Map(system.equations.map((equation, index) => [equation.key, index]));
  const firstOf = (group: ReadonlySet<string>): number => Math.min(...[...group].map((key) => order.get(key) ?? 0));
  return groups.sort((a, b) => firstOf(a) - firstOf(b));
}

/**
 * Cells that alone explain all relations they stand in, where no other such cell shares one of these. Used where the
 * table has more errors than the search takes on at once.
 */
function loneCells(system: System): Cause[] {
  const candidates = gather([...system.equationsOf], ([cell, equations]) => {
    const change = loneChange(system, cell, equations);
    return change === null ? [] : [{ change, keys: equations.map((equation) => equation.key) }];
  });
  return candidates
    .filter((one) => candidates.every((other) => other === one || !other.keys.some((key) => one.keys.includes(key))))
    .map(({ change, keys }) => ({
      relations: keys,
      repairs: [[change]],
      favoured: 0,
      operations: slipsOf([[change]]),
      exhausted: false,
    }));
}

function loneChange(system: System, cell: CellId, equations: readonly Equation[]): Change | null {
  const deltas = new Set(equations.map((equation) => -equation.difference * (equation.terms.get(cell) ?? 1)));
  const [delta] = deltas;
  if (deltas.size !== 1 || delta === undefined || delta === 0 || equations.length < 2) return null;
  const value = system.values.get(cell) ?? null;
  const expected = exactSum([value ?? 0, delta]);
  return expected >= 0 && Number.isInteger(expected) ? { cell, value, expected } : null;
}
