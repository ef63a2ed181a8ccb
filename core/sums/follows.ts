/** Does a pattern follow from others? A grand total of all details says nothing that the subtotals have not said. */
import type { Pattern } from './pattern';

/** Elimination modulo a prime: small whole coefficients, so that what vanishes here vanishes exactly. */
const PRIME = 1_000_003;

type Row = Map<number, number>;

export function follows(pattern: Pattern, others: readonly Pattern[]): boolean {
  const basis = new Map<number, Row>();
  for (const other of others) {
    const row = reduced(rowOf(other), basis);
    const [lead] = row.keys();
    if (lead !== undefined) basis.set(lead, scaled(row, inverse(row.get(lead) ?? 1)));
  }
  return reduced(rowOf(pattern), basis).size === 0;
}

function rowOf({ total, parts }: Pattern): Row {
  const row: Row = new Map([[total, PRIME - 1]]);
  for (const part of parts) row.set(part, 1);
  return row;
}

function reduced(row: Row, basis: ReadonlyMap<number, Row>): Row {
  for (let again = true; again; ) {
    again = false;
    for (const [lead, factor] of row) {
      const by = basis.get(lead);
      if (by === undefined) continue;
      for (const [position, value] of by) {
        const entry = ((row.get(position) ?? 0) + (PRIME - factor) * value) % PRIME;
        if (entry === 0) row.delete(position);
        else row.set(position, entry);
      }
      again = true;
    }
  }
  return row;
}

function scaled(row: Row, factor: number): Row {
  return new Map([...row].map(([position, value]) => [position, (value * factor) % PRIME]));
}

function inverse(value: number): number {
  let [base, power, result] = [value, PRIME - 2, 1];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
