/** 行政事业性收费 in the prose beside its cell in table two. */
import { isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import { exactTotal } from '../relations/exact';
import type { Statement } from '../statements/statement';
import type { Report } from './rule';

export interface FeeStatement {
  readonly statement: Statement;
  readonly cell: CellId;
  /** In 万元, as the cell has it. */
  readonly value: number;
  /** `tenThousand`: the two differ by the factor between 元 and 万元. */
  readonly ratio: 'equal' | 'tenThousand' | 'other';
}

const CELL = 'disclosure.fee.amount';
const FACTORS: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };

export function feeStatements(report: Report): FeeStatement[] {
  const fact = report.facts.get(CELL) ?? MISSING;
  const value = isEmpty(fact) ? 0 : fact.value;
  if (value === null || (fact.unit !== undefined && fact.unit !== '万元')) return [];
  return report.statements
    .filter(({ subject, none }) => subject === 'fee' && !none)
    .map((statement) => ({ statement, cell: CELL, value, ratio: ratioOf(statement, value) }))
    .filter(({ statement, ratio }) => statement.elsewhere === undefined || ratio === 'tenThousand');
}

/** So many digits in common are no chance. */
const TELLING_DIGITS = 3;

function ratioOf(statement: Statement, value: number): FeeStatement['ratio'] {
  if (statement.elsewhere !== undefined) return isSameInYuan(statement, value) ? 'tenThousand' : 'other';
  if (states(statement, value)) return 'equal';
  return value !== 0 && [value * 1e4, value / 1e4].some((other) => states(statement, other)) ? 'tenThousand' : 'other';
}

/** Digit by digit the number of the prose, in 元: whosever fees they are, no two organs charge just the same. */
function isSameInYuan({ amount: { low, high, unit } }: Statement, value: number): boolean {
  const digits = String(low)
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  const yuan = exactTotal([{ coefficient: FACTORS[unit] === 1 ? 10_000 : 1, value: low }]);
  return unit !== '亿元' && low === high && digits.length >= TELLING_DIGITS && yuan === value;
}

/** Within half of the last digit that the prose prints. */
function states({ amount: { low, high, unit, raw } }: Statement, value: number): boolean {
  const factor = FACTORS[unit] ?? 1;
  const digits = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
  const slack = (10 ** -digits / 2) * factor * (1 + 1e-9);
  return value >= low * factor - slack && value <= high * factor + slack;
}
