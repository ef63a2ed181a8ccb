/** How likely a slip of the pen or keyboard turns the expected value into the printed one. */
import { gather } from '../document/gather';
import type { Change, Slip } from '../rules/finding';

/** The usual slip between the two values, or null where they have little in common. */
export function slipOf({ value, expected }: Change): Slip | null {
  if (value === null) return 'left-empty';
  if (value === -expected && value !== 0) return 'sign';
  const printed = String(value);
  const meant = String(expected);
  if (isOtherUnit(printed, meant)) return 'unit';
  if (printed.length === meant.length) return sameLengthSlip(printed, meant);
  if (meant.length === printed.length + 1 && printed !== '0' && isSubsequence(printed, meant)) return 'digit-lost';
  if (printed.length === meant.length + 1 && meant !== '0' && isSubsequence(meant, printed)) return 'digit-added';
  return null;
}

function sameLengthSlip(printed: string, meant: string): Slip | null {
  const different = gather([...printed], (digit, index) => (digit === meant[index] ? [] : [index]));
  const [first, second] = different;
  if (different.length === 2 && first !== undefined && second === first + 1) {
    if (printed[first] === meant[second] && printed[second] === meant[first]) return 'transposed';
  }
  return different.length === 1 && printed.length > 1 ? 'digit-wrong' : null;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const digit of long) if (digit === short[at]) at++;
  return at === short.length;
}

/** Significant digits and the power of ten they stand at: 1.2 and 12000 differ in the second alone. */
function scaleOf(text: string): { readonly digits: string; readonly power: number } {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  return { digits: significant, power: digits.length - significant.length - fraction.length };
}

/** Counted in hundreds, thousands or 万 where ones are asked for, or the other way round. */
function isOtherUnit(printed: string, meant: string): boolean {
  const [one, other] = [scaleOf(printed), scaleOf(meant)];
  return one.digits !== '' && one.digits === other.digits && Math.abs(one.power - other.power) >= 2;
}

const WEIGHT: Readonly<Record<Slip, number>> = {
  sign: 8,
  unit: 8,
  transposed: 8,
  'digit-lost': 6,
  'digit-added': 6,
  'digit-wrong': 4,
  'left-empty': 2,
};

/** Higher is likelier. Between values without a slip, one that is there is likelier wrong than one left at 0. */
export function likelihood(change: Change): number {
  const slip = slipOf(change);
  if (slip !== null) return WEIGHT[slip];
  return change.value === 0 ? 0 : 1;
}
