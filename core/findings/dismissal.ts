/** 经核实无误: a finding set aside with a reason, for itself, for its cells or for a whole rule. */
import { gather } from '../document/gather';
import type { CellId } from '../forms/form';
import type { Outcome } from '../outcome';
import type { Finding } from '../rules/finding';
import { lapsesAt } from './lapse';
import { cellValuesOf, valuesOf } from './values';

/** This finding, as long as its values stay. */
export interface FindingDismissal {
  readonly scope: 'finding';
  /** Fingerprint. */
  readonly finding: string;
  /** From `valuesOf`. */
  readonly against: string;
  readonly reason: string;
}

/** Whatever is said of these cells of this report, as long as their values stay. */
export interface CellDismissal {
  readonly scope: 'cell';
  /** As in fingerprints: the organ, or the source where the page names none. */
  readonly organ: string;
  readonly year: number | null;
  readonly cells: readonly CellId[];
  /** From `cellValuesOf`. */
  readonly against: string;
  readonly reason: string;
}

/** Whatever this rule says: of one organ, or of all where `organ` is null. Rests on no value, so it never lapses. */
export interface RuleDismissal {
  readonly scope: 'rule';
  readonly rule: string;
  readonly organ: string | null;
  readonly reason: string;
}

export type Dismissal = FindingDismissal | CellDismissal | RuleDismissal;

/**
 * `lapsed`: given against other values than the report has now. `idle`: nothing of this report falls under it.
 * `without-reason`: it dismisses nothing, whatever it names.
 */
export type DismissalState = 'applied' | 'lapsed' | 'idle' | 'without-reason';

export interface ReviewedFinding {
  readonly finding: Finding;
  /** Places in the list of dismissals that set it aside; empty where it stands. */
  readonly dismissedBy: readonly number[];
}

export interface DismissedOutcome {
  /** Every finding of the outcome, in its order: nothing is left out, what is dismissed is marked. */
  readonly findings: readonly ReviewedFinding[];
  /** One for each dismissal, in its order. */
  readonly dismissals: readonly {
    readonly dismissal: Dismissal;
    readonly state: DismissalState;
    /** Fingerprints that it sets aside, or did before it lapsed. */
    readonly findings: readonly string[];
  }[];
}

/** `source` stands in for the organ where the page names none, as in fingerprints. */
export function applyDismissals(
  outcome: Outcome,
  dismissals: readonly Dismissal[],
  source: string | null = null,
): DismissedOutcome {
  const organ = outcome.organ ?? source;
  const judged = dismissals.map((dismissal) => {
    const own = outcome.findings.filter((finding) => fallsUnder(finding, dismissal, outcome, organ));
    return { dismissal, state: stateOf(dismissal, own, outcome, organ), findings: own.map((each) => each.fingerprint) };
  });
  return {
    findings: outcome.findings.map((finding) => ({
      finding,
      dismissedBy: gather(judged, ({ state, findings }, index) =>
        state === 'applied' && findings.includes(finding.fingerprint) ? [index] : [],
      ),
    })),
    dismissals: judged,
  };
}

function fallsUnder(finding: Finding, dismissal: Dismissal, outcome: Outcome, organ: string | null): boolean {
  switch (dismissal.scope) {
    case 'finding':
      return finding.fingerprint === dismissal.finding;
    case 'rule':
      return finding.rule === dismissal.rule && (dismissal.organ === null || dismissal.organ === organ);
    case 'cell': {
      // A finding that may be about another cell as well is not answered by a word on this one.
      const cells = finding.suspects.length > 0 ? finding.suspects.map((change) => change.cell) : finding.cells;
      return (
        isOf(dismissal, outcome, organ) && cells.length > 0 && cells.every((cell) => dismissal.cells.includes(cell))
      );
    }
  }
}

function isOf(dismissal: CellDismissal, outcome: Outcome, organ: string | null): boolean {
  return dismissal.organ === organ && dismissal.year === outcome.year;
}

function stateOf(
  dismissal: Dismissal,
  own: readonly Finding[],
  outcome: Outcome,
  organ: string | null,
): DismissalState {
  if (dismissal.reason.trim() === '') return 'without-reason';
  if (dismissal.scope === 'cell' && isOf(dismissal, outcome, organ)) {
    if (lapsesAt(dismissal, cellValuesOf(dismissal.cells, outcome))) return 'lapsed';
  }
  const [finding] = own;
  if (finding === undefined) return 'idle';
  if (dismissal.scope === 'finding' && lapsesAt(dismissal, valuesOf(finding, outcome))) return 'lapsed';
  return 'applied';
}
