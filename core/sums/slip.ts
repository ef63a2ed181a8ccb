/** Slips of the hand: one digit mistyped, or two that stand side by side swapped. They change a sum in ways that chance seldom does. */

const DIGIT = 9;
/** A digit of another value in its place, or two swapped: 9 and 8 more of each power of ten. */
const IN_A_DECADE = 17;

/** `difference` as a whole number: d·10ⁿ or 9·d·10ⁿ, with d from 1 to 9? */
export function isSlip(difference: number): boolean {
  let rest = Math.abs(difference);
  if (rest === 0 || !Number.isSafeInteger(rest)) return false;
  while (rest % 10 === 0) rest /= 10;
  return rest <= DIGIT || (rest % DIGIT === 0 && rest / DIGIT <= DIGIT);
}

/**
 * How much a difference speaks for a slip, in bits: how seldom a number that has nothing to do with the parts comes as
 * near, and by such a difference. 0 where it is none. All in one unit: the grain of the numbers.
 */
export function slipBits(difference: number, total: number): number {
  if (!isSlip(difference)) return 0;
  const digits = Math.floor(Math.log10(Math.abs(difference))) + 1;
  return Math.max(0, Math.log2(Math.abs(total) / (IN_A_DECADE * digits)));
}
