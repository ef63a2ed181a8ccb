/** Failing sums of rounded amounts as findings that name the wrong cell: one that repairs all that fails together. */
import { gather } from '../document/gather';
import { allowanceOf, type Units } from '../forms/accounts-rounded';
import type { CellId } from '../forms/form';
import { unitsOf } from '../forms/read-accounts';
import { exactDifference } from '../relations/exact';
import { type RelationResult, relationKey } from '../relations/relation';
import { failureOf } from '../rules/failures';
import type { Change } from '../rules/finding';
import type { Report } from '../rules/rule';
import type { LocatedFinding, RuleResult } from './locate';

export const LOCATED = 'accounts-suspect-cell';

interface Amounts {
  readonly report: Report;
  readonly units: Units;
}

interface Cause {
  readonly failing: readonly RelationResult[];
  readonly repairs: readonly Change[];
}

export function locateRounded(
  report: Report,
  results: readonly RuleResult[],
  speaks: (rule: string) => boolean,
): LocatedFinding[] {
  const failing = report.relations.filter(({ state }) => state === 'inconsistent');
  const others = results
    .filter(({ relations = [] }) => relations.length === 0)
    .map((each) => ({ ...each, repairs: [] }));
  if (failing.length === 0) return others;
  const located = gather(causesOf(failing, { report, units: unitsOf(report.document) }), (cause): LocatedFinding[] => {
    const repairs = cause.repairs.map((change) => [change]);
    const [first] = cause.repairs;
    if (first === undefined || !speaks(LOCATED)) {
      const keys = new Set(cause.failing.map(({ relation }) => relationKey(relation)));
      const own = results.filter(({ relations = [] }) => relations.some(({ id, at }) => keys.has(`${id}@${at}`)));
      return own.map((each) => ({ ...each, repairs }));
    }
    const relations = gather(cause.failing, (result) => failureOf(result) ?? []);
    const cells = cause.repairs.map(({ cell }) => cell);
    const place = report.facts.get(first.cell)?.place ?? null;
    return [{ rule: LOCATED, severity: 'error', data: {}, cells, relations, repairs, place }];
  });
  return [...others, ...located];
}

/** The cell that explains most of what fails comes first, with all it explains; then the next. */
function causesOf(all: readonly RelationResult[], amounts: Amounts): Cause[] {
  const causes: Cause[] = [];
  let failing = [...all];
  while (failing.length > 0) {
    const best = bestCells(failing, amounts);
    const [top] = best;
    if (top === undefined) return [...causes, { failing, repairs: [] }];
    causes.push({ failing: top.failing, repairs: best.map(({ change }) => change) });
    failing = failing.filter((each) => !top.failing.includes(each));
  }
  return causes;
}

interface Candidate {
  readonly change: Change;
  readonly failing: readonly RelationResult[];
}

/** Cells that explain most of the failing sums, and the same ones. */
function bestCells(failing: readonly RelationResult[], amounts: Amounts): Candidate[] {
  const cells = new Set(gather(failing, ({ relation }) => [...relation.left, ...relation.right]));
  const candidates = gather([...cells], (cell) => candidateOf(cell, failing, amounts) ?? []);
  const most = Math.max(0, ...candidates.map((each) => each.failing.length));
  const top = candidates.find((each) => each.failing.length === most);
  return candidates.filter(
    (each) => each.failing.length === most && each.failing.every((one) => top?.failing.includes(one)),
  );
}

/** A value of the cell that makes every sum with it hold, to the rounding that each allows. */
function candidateOf(cell: CellId, failing: readonly RelationResult[], { report, units }: Amounts): Candidate | null {
  const withCell = ({ relation }: RelationResult): boolean =>
    relation.left.includes(cell) || relation.right.includes(cell);
  const own = failing.filter(withCell);
  const value = report.facts.get(cell)?.value ?? null;
  for (const result of own) {
    const { difference, relation } = result;
    if (difference === null) continue;
    const expected = relation.left.includes(cell)
      ? exactDifference(value ?? 0, difference)
      : exactDifference(value ?? 0, -difference);
    if (expected < 0) continue;
    const change = exactDifference(expected, value ?? 0);
    const holds = report.relations.every((each) => {
      if (!withCell(each) || each.difference === null) return true;
      const after = exactDifference(each.difference, each.relation.left.includes(cell) ? -change : change);
      return Math.abs(after) <= allowanceOf(each.relation, report.facts, units);
    });
    if (holds) return { change: { cell, value, expected }, failing: own };
  }
  return null;
}
