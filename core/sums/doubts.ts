/** What speaks against a line that fails: reasons for which it may never have been meant to add up. */
import type { Field } from './field';
import type { LineCheck, Pattern } from './pattern';

/** Do fractions stand in the total, or whole numbers? */
export function kindOf(field: Field, line: number, { total, parts }: Pattern): boolean {
  const unit = [total, ...parts].map((position) => field.units[line * field.positions + position] ?? 1);
  return Math.min(...unit) < field.one;
}

/** A slip changes a number; where the total is far from any sum of such parts, it never was one. */
export function isLikely(field: Field, line: number, { total, parts }: Pattern): boolean {
  const base = line * field.positions;
  const value = field.values[base + total] ?? 0;
  let [sum, count] = [0, 0];
  for (const part of parts) {
    const added = field.values[base + part] ?? Number.NaN;
    if (Number.isNaN(added)) continue;
    sum += added;
    if (added !== 0) count++;
  }
  // An average of the parts is no sum that went wrong.
  return count < 2 || Math.abs(value * count - sum) > Math.abs(sum) * 0.1;
}

/** A number beside the parts is just what is missing: counted in this line, perhaps, and nobody can tell that from a slip. */
export function isExplained(
  field: Field,
  line: number,
  { total, parts }: Pattern,
  { difference, allowance }: LineCheck,
): boolean {
  const cells = [total, ...parts];
  const from = Math.max(0, Math.min(...cells) - 1);
  const to = Math.min(field.positions - 1, Math.max(...cells) + 1);
  for (let position = from; position <= to; position++) {
    const value = Math.abs(field.values[line * field.positions + position] ?? Number.NaN);
    if (value > 0 && Math.abs(value - Math.abs(difference)) <= allowance && !cells.includes(position)) return true;
  }
  return false;
}

/** More than one part says a number, be it 0. */
export function told(field: Field, line: number, { parts }: Pattern): boolean {
  return parts.filter((part) => !Number.isNaN(field.values[line * field.positions + part])).length > 1;
}

/**
 * A number in this line where the lines that hold have none: whether it belongs to the sum, none of them has shown. Among
 * the parts, between them, or beside them.
 */
export function isUnshown(field: Field, line: number, { total, parts }: Pattern, holding: readonly number[]): boolean {
  const cells = [total, ...parts];
  const to = Math.min(field.positions - 1, Math.max(...cells) + 1);
  const says = (at: number, position: number): boolean => {
    const value = field.values[at * field.positions + position] ?? Number.NaN;
    return !Number.isNaN(value) && value !== 0;
  };
  for (let position = Math.max(0, Math.min(...cells) - 1); position <= to; position++) {
    if (says(line, position) && !holding.some((at) => says(at, position))) return true;
  }
  return false;
}
