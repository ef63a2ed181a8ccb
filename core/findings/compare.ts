/** An outcome beside an earlier one of the same report: which findings are new, stayed, changed or went. */
import { MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { Outcome } from '../outcome';
import { OWN_RELATION } from '../relations/own-relation';
import { relationKey } from '../relations/relation';
import type { Finding, Severity } from '../rules/finding';
import { OWN_FORM_SUM, sumsOf } from './own-form-rule';
import { type ValueSource, valuesOf } from './values';

/** What is kept of a finding to know it again: no sentence, no place. */
export interface BaselineFinding {
  readonly fingerprint: string;
  /** From `valuesOf`. */
  readonly values: string;
  readonly rule: string;
  readonly severity: Severity;
  /** What it was about: where these are no longer read, its absence proves nothing. */
  readonly cells: readonly CellId[];
  /** Keys of the relations that failed, of the form or of one’s own, or of the sums by a form of one’s own. */
  readonly relations: readonly string[];
}

/** What is kept of an earlier outcome. Plain JSON. */
export interface Baseline {
  readonly organ: string | null;
  readonly year: number | null;
  readonly findings: readonly BaselineFinding[];
}

/**
 * `changed`: the same finding with other values. `gone`: what it was about was read again, and it is no longer found.
 * `unassessed`: it is not found, but what it was about was not read or its rule did not run, so nobody can say that it
 * is mended.
 */
export type FindingChange = 'new' | 'unchanged' | 'changed' | 'gone' | 'unassessed';

export interface ComparedFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly change: FindingChange;
}

export function baselineOf(outcome: Outcome): Baseline {
  return baselineFrom(outcome, outcome.findings, outcome);
}

export function baselineFrom(
  { organ, year }: Pick<Baseline, 'organ' | 'year'>,
  findings: readonly Pick<Finding, 'fingerprint' | 'rule' | 'severity' | 'cells' | 'relations' | 'quote' | 'data'>[],
  source: ValueSource,
): Baseline {
  return {
    organ,
    year,
    findings: findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      values: valuesOf(finding, source),
      rule: finding.rule,
      severity: finding.severity,
      cells: [...finding.cells],
      relations: relationsOf(finding),
    })),
  };
}

function relationsOf(finding: Pick<Finding, 'rule' | 'relations' | 'data'>): string[] {
  const { rule, relations, data } = finding;
  const own = rule === OWN_RELATION ? data['relation'] : undefined;
  return [
    ...relations.map(({ id, at }) => `${id}@${at}`),
    ...(typeof own === 'string' ? [own] : []),
    ...sumsOf(finding),
  ];
}

/** The findings of the outcome in page order, then those that only the baseline has, in its order. */
export function compare(baseline: Baseline, outcome: Outcome): ComparedFinding[] {
  const before = new Map(baseline.findings.map((finding) => [finding.fingerprint, finding]));
  const now = new Set(outcome.findings.map((finding) => finding.fingerprint));
  const found = outcome.findings.map((finding): ComparedFinding => {
    const { fingerprint, rule, severity } = finding;
    const known = before.get(fingerprint);
    if (known === undefined) return { fingerprint, rule, severity, change: 'new' };
    return {
      fingerprint,
      rule,
      severity,
      change: known.values === valuesOf(finding, outcome) ? 'unchanged' : 'changed',
    };
  });
  const judged = judgedBy(outcome);
  const lost = [...before.values()]
    .filter((finding) => !now.has(finding.fingerprint))
    .map(
      (finding): ComparedFinding => ({
        fingerprint: finding.fingerprint,
        rule: finding.rule,
        severity: finding.severity,
        change: judged(finding) ? 'gone' : 'unassessed',
      }),
    );
  return [...found, ...lost];
}

/** Could this outcome have found it again? */
function judgedBy(outcome: Outcome): (finding: BaselineFinding) => boolean {
  const unheard = new Set([...outcome.failures.map(({ rule }) => rule), ...(outcome.checklist?.off ?? [])]);
  const states = new Map([
    ...outcome.relations.map(({ relation, state }) => [relationKey(relation), state] as const),
    ...(outcome.checklist?.relations ?? []).map(({ relation, state }) => [relation?.key ?? '', state] as const),
  ]);
  const sums = new Set(outcome.ownSums);
  return ({ rule, cells, relations }) => {
    // Tables of no known form, so it says nothing that no form was recognised; with other forms at hand they are not read.
    if (rule === OWN_FORM_SUM)
      return !unheard.has(rule) && relations.length > 0 && relations.every((key) => sums.has(key));
    if (outcome.status === 'unrecognised' || outcome.status === 'blank-form' || unheard.has(rule)) return false;
    if (relations.some((key) => (states.get(key) ?? 'unchecked') === 'unchecked')) return false;
    return cells.length === 0 || cells.some((cell) => (outcome.facts[cell] ?? MISSING).state !== 'missing');
  };
}
