/** A figure that cannot, or will hardly, be greater than another: what rules on order share. */
import { gather } from '../document/gather';
import { isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { Messages, Report, RuleFinding } from './rule';

export interface Exceeds extends Readonly<Record<string, string | number | null>> {
  readonly part: CellId;
  readonly whole: CellId;
  readonly value: number;
  readonly limit: number;
}

/** What a rule on order says of each. */
export const exceedsMessages: Messages<Exceeds> = {
  'zh-CN': ({ data }, name) => `${name.cell(data.part)}填 ${data.value}，大于${name.cell(data.whole)} ${data.limit}。`,
  en: ({ data }, name) =>
    `${name.cell(data.part)} is ${data.value}, more than ${name.cell(data.whole)}, ${data.limit}.`,
};

/** One finding for each pair whose first is greater than the second; what was not read, or left empty, says nothing. */
export function exceeding(
  report: Report,
  pairs: readonly (readonly [part: CellId, whole: CellId])[],
): RuleFinding<Exceeds>[] {
  return gather(pairs, ([part, whole]): RuleFinding<Exceeds>[] => {
    const [own, other] = [report.facts.get(part) ?? MISSING, report.facts.get(whole) ?? MISSING];
    if (own.value === null || other.value === null || isEmpty(other)) return [];
    // 3万 beside 12000: the digits alone do not tell which is more.
    if (own.unit !== other.unit && (isScaled(own.unit) || isScaled(other.unit))) return [];
    if (own.value <= other.value) return [];
    const data = { part, whole, value: own.value, limit: other.value };
    return [{ data, cells: [part, whole], place: own.place, about: part }];
  });
}

function isScaled(unit: string | undefined): boolean {
  return unit?.includes('万') === true || unit?.includes('亿') === true;
}
