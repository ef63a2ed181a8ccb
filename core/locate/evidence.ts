/** What else is known of the cells: the prose of the report, and last year’s. It orders ties and decides nothing. */
import { gather } from '../document/gather';
import { type Fact, isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { Change } from '../rules/finding';
import type { Report } from '../rules/rule';
import { fitsSome } from '../rules/stated';
import type { Statement } from '../statements/statement';

/** How many of the statements and of last year’s numbers the report would agree with, were these changes made. */
export type Evidence = (changes: readonly Change[]) => number;

export function evidenceOf(report: Report): Evidence {
  const carried = carriedOver(report);
  const statements = report.statements.map((statement) => ({ statement, rows: rowsNamed(statement) }));
  return (changes) => {
    const rows = new Set(changes.map(({ cell }) => rowOf(cell)));
    const concerned = statements.filter((each) => each.rows.some((row) => names(row, rows)));
    const agreed = changes.filter(({ cell, expected }) => carried.get(cell) === expected).length;
    const disowned = changes.filter(({ cell, value }) => carried.get(cell) === (value ?? 0)).length;
    if (concerned.length === 0) return agreed - disowned;
    const after = { ...report, facts: changedFacts(report.facts, changes) };
    const fitting = (each: Report): number => concerned.filter(({ statement }) => fitsSome(each, statement)).length;
    return agreed - disowned + fitting(after) - fitting(report);
  };
}

/** Last year’s 结转下年度 is this year’s 上年结转, by applicant. */
function carriedOver({ previous, year, facts }: Report): ReadonlyMap<CellId, number> {
  const known = new Map<CellId, number>();
  if (previous === null || year === null || previous.year !== year - 1) return known;
  for (const cell of facts.keys()) {
    if (rowOf(cell) !== 'applications.carriedIn') continue;
    const before = previous.facts[cell.replace('.carriedIn.', '.carriedOut.')] ?? MISSING;
    if (before.value !== null) known.set(cell, before.value);
    else if (isEmpty(before)) known.set(cell, 0);
  }
  return known;
}

function rowOf(cell: CellId): string {
  return cell.slice(0, cell.lastIndexOf('.'));
}

/** Rows of all its readings; one that ends in `.*` stands for all its parts. */
function rowsNamed({ readings }: Statement): string[] {
  return [...new Set(gather(readings, ({ plus, minus }) => [...plus, ...minus].map(rowOf)))];
}

function names(pattern: string, rows: ReadonlySet<string>): boolean {
  if (!pattern.endsWith('.*')) return rows.has(pattern);
  const start = pattern.slice(0, -1);
  return [...rows].some((row) => row.startsWith(start));
}

function changedFacts(facts: ReadonlyMap<CellId, Fact>, changes: readonly Change[]): ReadonlyMap<CellId, Fact> {
  const changed = new Map(facts);
  for (const { cell, expected } of changes) {
    changed.set(cell, { ...(facts.get(cell) ?? MISSING), value: expected, state: 'number' });
  }
  return changed;
}
