/** A set of reports: of one county over the years, of all its organs in one year. */
import { organKey } from '../document/organ-name';
import type { Outcome } from '../outcome';
import type { FindingData, Severity } from '../rules/finding';

/** What is needed of an outcome; who keeps many need not keep more. */
export type Reported = Pick<Outcome, 'organ' | 'year' | 'form' | 'forms' | 'facts' | 'sketch'>;

export interface SetReport {
  readonly outcome: Reported;
  /** `region`: it counts the whole region with its organs. `organ`: the organ alone. By the name where it is absent. */
  readonly scope?: 'region' | 'organ';
  /** The organ whose report of the region takes this one's numbers in. */
  readonly parent?: string;
}

/** What is said of one organ against the others of a set. Numbers and ids only; `explain` makes the sentence. */
export interface SetFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly organ: string;
  readonly year: number;
  readonly data: FindingData;
}

/**
 * Things grouped by the organ they name, in the order in which each organ first comes. A name that leaves out its upper
 * regions joins the one group it fits; where it fits two, it stays by itself. Those without a name are left out.
 */
export function groupByOrgan<T>(things: readonly T[], organOf: (thing: T) => string | null): T[][] {
  const groups = new Map<string, Group<T>>();
  for (const thing of things) {
    const organ = organOf(thing);
    if (organ === null) continue;
    const { above, name } = organKey(organ);
    const whole = [...above, name].join('|');
    const group = groups.get(whole);
    if (group === undefined) groups.set(whole, { above, name, things: [thing] });
    else group.things.push(thing);
  }
  return joined([...groups.values()]).map((group) => group.things);
}

interface Group<T> {
  readonly above: readonly string[];
  readonly name: string;
  readonly things: T[];
}

function joined<T>(groups: readonly Group<T>[]): Group<T>[] {
  const byName = new Map<string, Group<T>[]>();
  for (const group of groups) byName.set(group.name, [...(byName.get(group.name) ?? []), group]);
  const homes = new Map<Group<T>, Group<T>>();
  for (const same of byName.values()) {
    for (const group of same) {
      const longer = same.filter((each) => each !== group && endsWith(each.above, group.above));
      // Of 示例市示例区 and 示例省示例市示例区 the longest holds both; two that differ leave the short one alone.
      const longest = longer.reduce<Group<T> | null>(
        (top, each) => (top === null || each.above.length > top.above.length ? each : top),
        null,
      );
      if (longest !== null && longer.every((each) => endsWith(longest.above, each.above))) homes.set(group, longest);
    }
  }
  const result: Group<T>[] = [];
  const made = new Map<Group<T>, Group<T>>();
  for (const group of groups) {
    const home = homes.get(group) ?? group;
    const existing = made.get(home);
    if (existing !== undefined) existing.things.push(...group.things);
    else {
      const fresh = { ...home, things: [...group.things] };
      made.set(home, fresh);
      result.push(fresh);
    }
  }
  return result;
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  const rest = long.slice(long.length - short.length);
  return short.length <= long.length && short.every((region, at) => region === rest[at]);
}
