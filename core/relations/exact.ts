/** Exact arithmetic on the decimals of a report; no float decides anything. */

const DIGITS_AFTER_POINT = /\.(\d+)$/;

/** Digits after the point. */
export function decimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  return DIGITS_AFTER_POINT.exec(String(value))?.[1]?.length ?? 0;
}

/** Sum of decimals of at most 15 significant digits each, exactly; the sum itself is rounded only beyond 2^53. */
export function exactSum(values: readonly number[]): number {
  // Whole numbers up to 2^53 are added without loss as they are.
  const whole = wholeSum(values);
  if (whole !== null) return whole;
  const scale = Math.max(0, ...values.map(decimals));
  const total = values.reduce((sum, value) => sum + scaled(value, scale), 0n);
  return unscaled(total, scale);
}

function wholeSum(values: readonly number[]): number | null {
  let total = 0;
  for (const value of values) {
    total += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(total)) return null;
  }
  return total;
}

export function exactDifference(a: number, b: number): number {
  const difference = a - b;
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(difference)) return difference + 0;
  return exactSum([a, -b]);
}

/** Sum of products of an integer and a decimal, exactly as `exactSum`. */
export function exactTotal(terms: readonly { readonly coefficient: number; readonly value: number }[]): number {
  const scale = Math.max(0, ...terms.map(({ value }) => decimals(value)));
  const total = terms.reduce((sum, { coefficient, value }) => sum + BigInt(coefficient) * scaled(value, scale), 0n);
  return unscaled(total, scale);
}

/** Ten thousands for ones and back: the point moves, no digit changes. */
export function exactShift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function scaled(value: number, scale: number): bigint {
  const [whole = '0', fraction = ''] = String(Math.abs(value)).split('.');
  const magnitude = BigInt(whole + fraction.padEnd(scale, '0'));
  return value < 0 ? -magnitude : magnitude;
}

function unscaled(total: bigint, scale: number): number {
  if (scale === 0) return Number(total);
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0');
  const value = Number(`${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
  return total < 0n ? -value : value;
}
