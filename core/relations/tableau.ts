/**
 * The simplex method on exact fractions, for one question: can these equations hold for numbers that are not negative?
 * Bland's rule for the choice of pivots, so that it ends. The budget counts operations on entries.
 */
import {
  compareRationals,
  divide,
  isPositive,
  isZero,
  multiply,
  negative,
  ONE,
  type Rational,
  rational,
  subtract,
} from './rational';

export interface Budget {
  steps: number;
}

export class BudgetUsedUp extends Error {}

/** basic + Σ terms = value, value ≥ 0. */
interface Row {
  basic: number;
  value: Rational;
  terms: Map<number, Rational>;
}

export class Tableau {
  private readonly rows: Row[] = [];
  private readonly rowOf = new Map<number, Row>();
  private readonly artificial = new Set<number>();
  private contradictory = false;

  constructor(private readonly budget: Budget) {}

  /** Σ coefficient × variable = value. Variables are numbered from 0; negative numbers are taken. */
  addEquation(coefficients: ReadonlyMap<number, bigint>, value: bigint): void {
    const row: Row = { basic: -1, value: rational(value), terms: new Map() };
    for (const [column, coefficient] of coefficients) this.addTo(row, column, negative(rational(coefficient)));
    for (const column of coefficients.keys()) {
      const known = this.rowOf.get(column);
      const factor = row.terms.get(column);
      if (known !== undefined && factor !== undefined) this.eliminate(row, known, column, factor);
    }
    const [first] = [...row.terms.keys()].sort((a, b) => a - b);
    if (first === undefined) {
      this.contradictory ||= !isZero(row.value);
      return;
    }
    // With nothing on the right any pivot keeps all values as they are; otherwise a stand-in has to be driven out.
    if (isZero(row.value)) this.enter(row, first);
    else {
      if (!isPositive(row.value)) this.scale(row, negative(ONE));
      row.basic = -1 - this.artificial.size;
      this.artificial.add(row.basic);
    }
    this.rows.push(row);
    this.rowOf.set(row.basic, row);
  }

  isFeasible(): boolean {
    if (this.contradictory) return false;
    for (;;) {
      const open = this.rows.filter((row) => this.artificial.has(row.basic));
      if (open.every((row) => isZero(row.value))) break;
      const column = this.improving(open);
      if (column === null) return false;
      const leaving = this.leaving(column);
      // Some open row has a positive entry here, so there is one.
      if (leaving !== null) this.pivot(leaving, column);
    }
    this.dropStandIns();
    return true;
  }

  /** After `isFeasible`: can this variable be more than 0? */
  canBePositive(variable: number): boolean {
    for (;;) {
      const own = this.rowOf.get(variable);
      if (own !== undefined && isPositive(own.value)) return true;
      const column =
        own === undefined
          ? variable
          : [...own.terms]
              .filter(([, entry]) => entry.over < 0n)
              .reduce((least, [key]) => Math.min(least, key), Infinity);
      if (column === Number.POSITIVE_INFINITY) return false;
      const leaving = this.leaving(column);
      if (leaving === null) return true;
      this.pivot(leaving, column);
    }
  }

  /** The first column that lowers the sum of the stand-ins. */
  private improving(open: readonly Row[]): number | null {
    const sums = new Map<number, Rational>();
    for (const row of open) {
      for (const [column, entry] of row.terms) {
        this.spend();
        sums.set(column, subtract(sums.get(column) ?? rational(0n), negative(entry)));
      }
    }
    let first: number | null = null;
    for (const [column, sum] of sums) {
      if (isPositive(sum) && (first === null || column < first)) first = column;
    }
    return first;
  }

  private leaving(column: number): Row | null {
    let best: Row | null = null;
    let least: Rational | null = null;
    for (const row of this.rows) {
      const entry = row.terms.get(column);
      if (entry === undefined || !isPositive(entry)) continue;
      this.spend();
      const ratio = divide(row.value, entry);
      const order = least === null ? -1 : compareRationals(ratio, least);
      if (order < 0 || (order === 0 && best !== null && row.basic < best.basic)) [best, least] = [row, ratio];
    }
    return best;
  }

  private pivot(row: Row, column: number): void {
    const left = row.basic;
    this.rowOf.delete(left);
    if (!this.artificial.has(left)) row.terms.set(left, ONE);
    this.enter(row, column);
    this.rowOf.set(column, row);
  }

  /** Solves the row for the column, and puts that into all other rows. */
  private enter(row: Row, column: number): void {
    const entry = row.terms.get(column) ?? ONE;
    this.scale(row, divide(ONE, entry));
    row.terms.delete(column);
    row.basic = column;
    for (const other of this.rows) {
      const factor = other === row ? undefined : other.terms.get(column);
      if (factor !== undefined) this.eliminate(other, row, column, factor);
    }
  }

  private eliminate(row: Row, by: Row, column: number, factor: Rational): void {
    row.terms.delete(column);
    row.value = subtract(row.value, multiply(factor, by.value));
    for (const [key, entry] of by.terms) this.addTo(row, key, multiply(factor, entry));
  }

  /** Takes `amount` away from an entry; an entry of 0 is none. */
  private addTo(row: Row, column: number, amount: Rational): void {
    this.spend();
    const before = row.terms.get(column);
    const entry = before === undefined ? negative(amount) : subtract(before, amount);
    if (isZero(entry)) row.terms.delete(column);
    else row.terms.set(column, entry);
  }

  private scale(row: Row, factor: Rational): void {
    row.value = multiply(row.value, factor);
    for (const [column, entry] of row.terms) {
      this.spend();
      row.terms.set(column, multiply(entry, factor));
    }
  }

  /** A stand-in at 0 goes for any variable; a row without one says 0 = 0. */
  private dropStandIns(): void {
    for (const row of this.rows.filter((each) => this.artificial.has(each.basic))) {
      const [column] = [...row.terms.keys()].sort((a, b) => a - b);
      if (column !== undefined) this.pivot(row, column);
      else this.rows.splice(this.rows.indexOf(row), 1);
    }
  }

  private spend(): void {
    if (--this.budget.steps < 0) throw new BudgetUsedUp();
  }
}
