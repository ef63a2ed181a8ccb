/** Parts the failing relations of a table by cause: what no repair has in common is told apart. */
import type { CellId } from '../forms/form';
import { exactSum } from '../relations/exact';
import type { Change } from '../rules/finding';
import { likelihood } from './likelihood';
import { minimalRepairs } from './repair';
import type { Equation, System } from './system';

export interface Cause {
  /** Keys of the failing relations that it explains. */
  readonly relations: readonly string[];
  /** Best first. Empty where no repair was found. */
  readonly repairs: readonly (readonly Change[])[];
  readonly exhausted: boolean;
}

export function causesOf(system: System): Cause[] {
  if (system.failing.length === 0) return [];
  const { optima, exhausted } = minimalRepairs(system);
  if (optima.length > 0) return partition(system, optima);
  const certain = loneCells(system);
  const rest = system.failing.filter((equation) => !certain.some((cause) => cause.relations.includes(equation.key)));
  if (certain.length === 0) return [{ relations: rest.map((equation) => equation.key), repairs: [], exhausted }];
  return rest.length === 0 ? certain : [...certain, ...causesOf(repaired(system, certain))];
}

/** Causes are independent where every repair is one choice for each of them. */
function partition(system: System, optima: readonly (readonly Change[])[]): Cause[] {
  const groups = connected(system, optima);
  const parts = groups.map((group) => {
    const repairs = new Map<string, readonly Change[]>();
    for (const repair of optima) {
      const own = repair.filter((change) => touches(system, change.cell, group));
      repairs.set(
        own
          .map((change) => `${change.cell}=${change.expected}`)
          .sort()
          .join(' '),
        own,
      );
    }
    return { group, repairs: [...repairs.values()] };
  });
  const combinations = parts.reduce((product, part) => product * part.repairs.length, 1);
  const failing = (keys: ReadonlySet<string>): string[] =>
    system.failing.map((equation) => equation.key).filter((key) => keys.has(key));
  if (combinations !== optima.length) {
    return [{ relations: system.failing.map((equation) => equation.key), repairs: ranked(optima), exhausted: false }];
  }
  return parts.map((part) => ({ relations: failing(part.group), repairs: ranked(part.repairs), exhausted: false }));
}

function touches(system: System, cell: CellId, keys: ReadonlySet<string>): boolean {
  return (system.equationsOf.get(cell) ?? []).some((equation) => keys.has(equation.key));
}

/** Relations joined by the cells of any optimum, or by two cells of one optimum in the same relation. */
function connected(system: System, optima: readonly (readonly Change[])[]): ReadonlySet<string>[] {
  let groups: Set<string>[] = [];
  for (const cell of new Set(optima.flat().map((change) => change.cell))) {
    const keys = (system.equationsOf.get(cell) ?? []).map((equation) => equation.key);
    const joined = groups.filter((group) => keys.some((key) => group.has(key)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      new Set([...joined.flatMap((group) => [...group]), ...keys]),
    ];
  }
  const order = new Map(system.equations.map((equation, index) => [equation.key, index]));
  const firstOf = (group: ReadonlySet<string>): number => Math.min(...[...group].map((key) => order.get(key) ?? 0));
  return groups.sort((a, b) => firstOf(a) - firstOf(b));
}

function ranked(repairs: readonly (readonly Change[])[]): (readonly Change[])[] {
  const score = (repair: readonly Change[]): number => repair.reduce((sum, change) => sum + likelihood(change), 0);
  return repairs
    .map((repair, index) => ({ repair, index, score: score(repair) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ repair }) => repair);
}

/**
 * Cells that alone explain all relations they stand in, where no other such cell shares one of these. Used where the
 * table has more errors than the search takes on at once.
 */
function loneCells(system: System): Cause[] {
  const candidates = [...system.equationsOf].flatMap(([cell, equations]) => {
    const change = loneChange(system, cell, equations);
    return change === null ? [] : [{ change, keys: equations.map((equation) => equation.key) }];
  });
  return candidates
    .filter((one) => candidates.every((other) => other === one || !other.keys.some((key) => one.keys.includes(key))))
    .map(({ change, keys }) => ({ relations: keys, repairs: [[change]], exhausted: false }));
}

function loneChange(system: System, cell: CellId, equations: readonly Equation[]): Change | null {
  const deltas = new Set(equations.map((equation) => -equation.difference * (equation.terms.get(cell) ?? 1)));
  const [delta] = deltas;
  if (deltas.size !== 1 || delta === undefined || delta === 0 || equations.length < 2) return null;
  const value = system.values.get(cell) ?? null;
  const expected = exactSum([value ?? 0, delta]);
  return expected >= 0 && Number.isInteger(expected) ? { cell, value, expected } : null;
}

/** The system as it would stand with these causes mended. */
function repaired(system: System, causes: readonly Cause[]): System {
  const mended = new Set(causes.flatMap((cause) => cause.relations));
  const renew = (equation: Equation): Equation =>
    mended.has(equation.key) ? { ...equation, difference: 0 } : equation;
  const equations = system.equations.map(renew);
  const equationsOf = new Map([...system.equationsOf].map(([cell, each]) => [cell, each.map(renew)]));
  const changed = causes
    .flatMap((cause) => cause.repairs.flat())
    .map((change) => [change.cell, change.expected] as const);
  return {
    equations,
    failing: equations.filter((equation) => equation.difference !== 0),
    values: new Map([...system.values, ...changed]),
    equationsOf,
  };
}
