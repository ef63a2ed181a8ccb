/** Fractions without rounding, in lowest terms, the sign above the line. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

export const ONE: Rational = { over: 1n, under: 1n };

export function rational(value: bigint): Rational {
  return { over: value, under: 1n };
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function lowest(over: bigint, under: bigint): Rational {
  if (under === 1n) return { over, under };
  const common = gcd(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
}

export function subtract(a: Rational, b: Rational): Rational {
  if (a.under === b.under) return lowest(a.over - b.over, a.under);
  return lowest(a.over * b.under - b.over * a.under, a.under * b.under);
}

export function multiply(a: Rational, b: Rational): Rational {
  return lowest(a.over * b.over, a.under * b.under);
}

/** `b` is not 0. */
export function divide(a: Rational, b: Rational): Rational {
  return lowest(a.over * b.under, a.under * b.over);
}

export function negative(a: Rational): Rational {
  return { over: -a.over, under: a.under };
}

/** Below 0 where a < b, 0 where equal. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Rational): boolean {
  return a.over === 0n;
}

export function isPositive(a: Rational): boolean {
  return a.over > 0n;
}
