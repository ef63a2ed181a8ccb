/** All opinions at hand, so that those on one report of a thousand are found without asking the store each time. */
import { subjectOf } from '../../core/exchange/own-finding';
import type { Opinion } from '../../core/exchange/schema';
import type { Outcome } from '../../core/index';

export type OpinionIndex = (outcome: Outcome, source: string | null) => readonly Opinion[];

/** Gives what `opinionsOfReport` gives. */
export function indexOpinions(opinions: readonly Opinion[]): OpinionIndex {
  const byFinding = new Map<string, Opinion[]>();
  const byReport = new Map<string, Opinion[]>();
  const byRule = new Map<string, { readonly organ: string | null; readonly opinion: Opinion }[]>();
  for (const opinion of opinions) {
    const subject = subjectOf(opinion.finding);
    if (subject.scope === 'finding') put(byFinding, opinion.finding, opinion);
    else if (subject.scope === 'rule') put(byRule, subject.rule, { organ: subject.organ, opinion });
    else put(byReport, keyOf(subject.organ, subject.year), opinion);
  }
  return (outcome, source) => {
    const organ = outcome.organ ?? source;
    const rules = new Set(outcome.findings.map(({ rule }) => rule));
    const onRules = [...rules].flatMap((rule) =>
      (byRule.get(rule) ?? []).filter((each) => (each.organ ?? organ) === organ).map(({ opinion }) => opinion),
    );
    const fingerprints = new Set(outcome.findings.map(({ fingerprint }) => fingerprint));
    const own = [...fingerprints].flatMap((fingerprint) => byFinding.get(fingerprint) ?? []);
    return [...own, ...(organ === null ? [] : (byReport.get(keyOf(organ, outcome.year)) ?? [])), ...onRules];
  };
}

function keyOf(organ: string, year: number | null): string {
  return JSON.stringify([organ, year]);
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
