/** How likely a slip of the pen or keyboard turns the expected value into the printed one. */
import type { Change } from '../rules/finding';

export type Slip = 'transposed' | 'digit-lost' | 'digit-added' | 'digit-wrong' | 'left-empty';

/** The usual slip between the two values, or null where they have little in common. */
export function slipOf({ value, expected }: Change): Slip | null {
  if (value === null) return 'left-empty';
  const printed = String(value);
  const meant = String(expected);
  if (printed.length === meant.length && printed !== meant) {
    const different = [...printed].flatMap((digit, index) => (digit === meant[index] ? [] : [index]));
    const [first, second] = different;
    if (different.length === 2 && first !== undefined && second === first + 1) {
      if (printed[first] === meant[second] && printed[second] === meant[first]) return 'transposed';
    }
    if (different.length === 1 && printed.length > 1) return 'digit-wrong';
  }
  if (meant.length === printed.length + 1 && printed !== '0' && isSubsequence(printed, meant)) return 'digit-lost';
  if (printed.length === meant.length + 1 && meant !== '0' && isSubsequence(meant, printed)) return 'digit-added';
  return null;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const digit of long) if (digit === short[at]) at++;
  return at === short.length;
}

const WEIGHT: Readonly<Record<Slip, number>> = {
  transposed: 4,
  'digit-lost': 3,
  'digit-added': 3,
  'digit-wrong': 2,
  'left-empty': 1,
};

export function likelihood(change: Change): number {
  const slip = slipOf(change);
  return slip === null ? 0 : WEIGHT[slip];
}
