/** The prose against the tables: a statement fails only where none of its admissible readings fits. */
import { gather } from '../document/gather';
import { MISSING } from '../forms/facts';
import type { CellId, FormRow, FormTable } from '../forms/form';
import { exactDifference, exactSum } from '../relations/exact';
import { type Passage, placeIn, quoteIn } from '../statements/passage';
import type { CellPattern, Statement, StatementReading } from '../statements/statement';
import type { FindingData } from './finding';
import type { Report, RuleFinding } from './rule';

export interface Contradiction {
  readonly statement: Statement;
  /** What the tables give for its first reading. */
  readonly value: number;
  readonly cells: readonly CellId[];
}

/** Statements, all of whose readings can be valued and none of which fits. */
export function contradictions(report: Report, concerns: (statement: Statement) => boolean): Contradiction[] {
  const own = report.statements.filter(concerns);
  const parts = partsOfFitting(report, own);
  return gather(own, (statement): Contradiction[] => {
    if (parts.has(statement)) return [];
    const valued = statement.readings.map((reading) => valuesOfReading(report, reading));
    const [first] = valued;
    if (first === undefined || valued.some((values) => values === null || values.length === 0)) return [];
    const value = first?.[0];
    if (value === undefined || fitsSome(report, statement)) return [];
    const [reading] = statement.readings;
    return [{ statement, value, cells: reading === undefined ? [] : cellsOfReading(report, reading) }];
  });
}

/** 共收到50件，其中市本级收到20件: told after a whole that fits, in one passage, and smaller. */
function partsOfFitting(report: Report, statements: readonly Statement[]): ReadonlySet<Statement> {
  const parts = new Set<Statement>();
  const wholes = new Map<Passage, Map<string, number>>();
  for (const statement of [...statements].sort((a, b) => a.amount.start - b.amount.start)) {
    const { passage, words, amount } = statement;
    const own = wholes.get(passage) ?? new Map<string, number>();
    wholes.set(passage, own);
    const whole = own.get(words) ?? 0;
    if (amount.high < whole) parts.add(statement);
    if (amount.low > whole && fitsSome(report, statement)) own.set(words, amount.low);
  }
  return parts;
}

/** Does any admissible reading fit the numbers of the tables? */
export function fitsSome(report: Report, statement: Statement): boolean {
  return statement.readings.some(
    (reading) => valuesOfReading(report, reading)?.some((value) => isWithin(value, statement)) === true,
  );
}

function isWithin(value: number, { amount }: Statement): boolean {
  return value >= amount.low && value <= amount.high;
}

/** The sentence as a finding: quoted, placed, with the cells it should agree with. */
export function statementFinding<D extends FindingData>(
  { statement, cells }: Pick<Contradiction, 'statement' | 'cells'>,
  data: D,
): RuleFinding<D> {
  const { passage, start, end, subject, words } = statement;
  return {
    data,
    cells,
    quote: quoteIn(passage, start, end),
    place: placeIn(passage, start, end),
    about: `${subject}|${words}`,
  };
}

/** 42件, as the prose writes it. */
export function amountText({ amount }: Statement): string {
  return amount.unit === '' || amount.raw.includes(amount.unit) ? amount.raw : `${amount.raw}${amount.unit}`;
}

/** A statement is asked about by several rules, and each asks twice: does it fail, and is it part of one that fits? */
const knownReadings = new WeakMap<Report['facts'], Map<StatementReading, readonly number[] | null>>();

/** Every value the reading may take; null where a cell of it was not read. */
export function valuesOfReading(report: Report, reading: StatementReading): readonly number[] | null {
  const own = knownReadings.get(report.facts) ?? new Map<StatementReading, readonly number[] | null>();
  knownReadings.set(report.facts, own);
  const hit = own.get(reading);
  if (hit !== undefined) return hit;
  const values = combinedValues(report, reading);
  own.set(reading, values);
  return values;
}

function combinedValues(report: Report, { plus, minus }: StatementReading): readonly number[] | null {
  let values: readonly number[] = [0];
  for (const [patterns, add] of [
    [plus, exactSum2],
    [minus, exactDifference],
  ] as const) {
    for (const pattern of patterns) {
      const own = valuesOfPattern(report, pattern);
      if (own === null) return null;
      values = combined(values, own, add);
    }
  }
  return values;
}

/** Each value with each, every result once. */
function combined(
  values: readonly number[],
  own: readonly number[],
  add: (left: number, right: number) => number,
): readonly number[] {
  const results: number[] = [];
  for (const value of values) {
    for (const each of own) {
      const result = add(value, each);
      if (!results.includes(result)) results.push(result);
    }
  }
  return results;
}

function exactSum2(left: number, right: number): number {
  const sum = left + right;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(sum)) return sum;
  return exactSum([left, right]);
}

export function cellsOfReading(report: Report, { plus }: StatementReading): CellId[] {
  return gather(plus, (pattern) =>
    gather(rowsOf(report, pattern), ({ row, column }) => {
      const cell = row.cells.find((each) => each.column.id === column);
      return cell === undefined ? [] : [cell.id];
    }),
  );
}

/** A dozen rules ask for the same few cells of a report. */
const known = new WeakMap<Report['facts'], Map<CellPattern, readonly number[] | null>>();

function valuesOfPattern(report: Report, pattern: CellPattern): readonly number[] | null {
  const own = known.get(report.facts) ?? new Map<CellPattern, readonly number[] | null>();
  known.set(report.facts, own);
  const hit = own.get(pattern);
  if (hit !== undefined) return hit;
  const values = valuesFor(report, pattern);
  own.set(pattern, values);
  return values;
}

/** One value for a cell; for a total also the sum of its row, where the page leaves the total out or has it wrong. */
function valuesFor(report: Report, pattern: CellPattern): readonly number[] | null {
  const rows = rowsOf(report, pattern);
  if (rows.length === 0) return null;
  const printed: number[] = [];
  const summed: number[] = [];
  for (const { row, column } of rows) {
    const own = numberOf(report, row, column);
    const parts = column === 'total' ? partsOf(report, row) : own;
    if (own === null && parts === null) return null;
    printed.push(own ?? parts ?? 0);
    summed.push(parts ?? own ?? 0);
  }
  return [...new Set([exactSum(printed), exactSum(summed)])];
}

interface RowCell {
  readonly row: FormRow;
  readonly column: string;
}

/** They are of the form, not of the report: looked up once for each table. */
const knownRows = new WeakMap<FormTable, Map<CellPattern, readonly RowCell[]>>();

function rowsOf(report: Report, pattern: CellPattern): readonly RowCell[] {
  const table = pattern.slice(0, pattern.indexOf('.'));
  const reading = report.tables.find((each) => each.table.id === table);
  if (reading === undefined || !reading.found) return [];
  const own = knownRows.get(reading.table) ?? new Map<CellPattern, readonly RowCell[]>();
  knownRows.set(reading.table, own);
  const rows = own.get(pattern) ?? rowsNamed(reading.table, pattern);
  own.set(pattern, rows);
  return rows;
}

function rowsNamed(table: FormTable, pattern: CellPattern): readonly RowCell[] {
  const parts = pattern.split('.');
  const column = parts.at(-1) ?? '';
  const name = parts
    .slice(1, -1)
    .filter((part) => part !== '*')
    .join('.');
  const whole = parts.includes('*');
  return table.rows
    .filter((row) => row.id === name || (whole && row.id.startsWith(`${name}.`)))
    .map((row) => ({ row, column }));
}

/** The number in a cell; an empty one counts as 0 unless it is a total whose row has numbers. */
function numberOf(report: Report, row: FormRow, column: string): number | null {
  const cell = row.cells.find((each) => each.column.id === column);
  const fact = report.facts.get(cell?.id ?? '') ?? MISSING;
  if (fact.state === 'number') return fact.value;
  if (fact.state === 'missing' || fact.state === 'text') return null;
  return column === 'total' && (partsOf(report, row) ?? 0) > 0 ? null : 0;
}

function partsOf(report: Report, row: FormRow): number | null {
  const facts = row.cells
    .filter((cell) => cell.column.id !== 'total')
    .map((cell) => report.facts.get(cell.id) ?? MISSING);
  if (facts.some((fact) => fact.state === 'missing' || fact.state === 'text')) return null;
  return exactSum(facts.map((fact) => fact.value ?? 0));
}

/** What the sentences of these rules name: the number in the prose, what is counted, the number of the tables. */
export type StatedData = { readonly words: string; readonly stated: string; readonly value: number };

/** One finding for each statement of a subject that no reading fits; “there was none” has a rule of its own. */
export function mismatches(report: Report, subject: Statement['subject']): RuleFinding<StatedData>[] {
  return contradictions(report, (statement) => statement.subject === subject && !statement.none).map((each) =>
    statementFinding(each, { words: each.statement.words, stated: amountText(each.statement), value: each.value }),
  );
}
