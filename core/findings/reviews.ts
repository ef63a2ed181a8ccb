/** What all opinions on a report come to, finding by finding: words on the finding, on its cells, on its rule. */
import { gather } from '../document/gather';
import type { Outcome } from '../outcome';
import type { Finding } from '../rules/finding';
import { applyDismissals, type Dismissal } from './dismissal';
import { inOrder, type Opinion, type Review, reviewOf } from './opinions';
import { type Subject, subjectName, subjectOf } from './subjects';
import { cellValuesOf, valuesOf } from './values';

export interface FindingReview<O extends Opinion = Opinion> extends Review<O> {
  /** The finding's values now: what a new word is given against. */
  readonly against: string;
  /** What the word that stands was given on: the finding itself, or its cells or rule with it. */
  readonly by: Subject;
}

/**
 * By fingerprint, for the outcome's findings and those of a person's own. A word on the finding itself beats one on its
 * cells or rule, unless it only left the finding open and the other came later. `source` stands in for the organ where
 * the page names none.
 */
export function reviewsOf<O extends Opinion>(
  outcome: Outcome,
  opinions: readonly O[],
  source: string | null,
): ReadonlyMap<string, FindingReview<O>> {
  const bySubject = groupBySubject(opinions);
  const wide = gather([...bySubject], ([name, words]) => wideDismissal(name, words) ?? []);
  const applied = applyDismissals(
    outcome,
    wide.map(({ dismissal }) => dismissal),
    source,
  );
  return new Map(
    outcome.findings.map((finding, index): [string, FindingReview<O>] => {
      const against = valuesOf(finding, outcome);
      const own = reviewOf(bySubject.get(finding.fingerprint) ?? [], against);
      const by: Subject = { scope: 'finding', finding: finding.fingerprint };
      const said = own.opinions.findLast(({ field }) => field === 'status');
      const others = gather(applied.findings[index]?.dismissedBy ?? [], (at) => wide[at] ?? []);
      const last = others.find((each) => said === undefined || inOrder([said, each.word]).at(-1) === each.word);
      if (own.status !== 'open' || last === undefined) {
        const at = applied.dismissals.findLastIndex((each) => isLapsed(each, finding.fingerprint));
        const over = own.status === 'open' && !own.lapsed ? wide[at] : undefined;
        // Of one on the cells, the reason and the words are those to look at again.
        const lapsed =
          over === undefined
            ? { lapsed: own.lapsed && own.status === 'open' }
            : {
                lapsed: true,
                reason: over.review.reason,
                opinions: inOrder([...own.opinions, ...over.review.opinions]),
              };
        return [finding.fingerprint, { ...own, ...lapsed, against, by }];
      }
      const { subject, review } = last;
      return [
        finding.fingerprint,
        {
          ...own,
          status: 'dismissed' as const,
          reason: review.reason,
          lapsed: false,
          opinions: inOrder([...own.opinions, ...review.opinions]),
          against,
          by: subject,
        },
      ];
    }),
  );
}

/** How far a dismissal reaches: this finding, its cells in this report, or its rule wherever it speaks. */
export type DismissalScope = 'finding' | 'cell' | 'rule';

/** Widths that a finding can be dismissed in. One of a person's own has neither rule nor cells to others' findings. */
export function scopesOf(finding: Finding, outcome: Outcome, source: string | null): readonly DismissalScope[] {
  if (subjectOf(finding.fingerprint).scope === 'own') return ['finding'];
  return (['finding', 'cell', 'rule'] as const).filter(
    (scope) => scope === 'finding' || wideSubject(scope, finding, outcome, source) !== null,
  );
}

/** What a dismissal of this width is named, and what it is given against. Null where the finding has no such width. */
export function wideSubject(
  scope: 'cell' | 'rule',
  finding: Finding,
  outcome: Outcome,
  source: string | null,
): { readonly name: string; readonly against: string } | null {
  if (scope === 'rule') return { name: subjectName({ scope, rule: finding.rule, organ: null }), against: '' };
  const organ = outcome.organ ?? source;
  const cells = finding.suspects.length > 0 ? finding.suspects.map(({ cell }) => cell) : finding.cells;
  if (organ === null || cells.length === 0) return null;
  return {
    name: subjectName({ scope, organ, year: outcome.year, cells }),
    against: cellValuesOf(cells, outcome),
  };
}

function groupBySubject<O extends Opinion>(opinions: readonly O[]): ReadonlyMap<string, readonly O[]> {
  const groups = new Map<string, O[]>();
  for (const opinion of opinions) {
    const group = groups.get(opinion.finding);
    if (group === undefined) groups.set(opinion.finding, [opinion]);
    else group.push(opinion);
  }
  return groups;
}

interface Wide<O extends Opinion> {
  readonly dismissal: Dismissal;
  readonly subject: Subject;
  readonly review: Review<O>;
  /** The word that dismissed. */
  readonly word: O;
}

function wideDismissal<O extends Opinion>(name: string, words: readonly O[]): Wide<O> | null {
  const subject = subjectOf(name);
  const word = inOrder(words).findLast(({ field }) => field === 'status');
  if (word === undefined || word.value !== 'dismissed') return null;
  const review = reviewOf(words, word.against);
  const { reason } = review;
  if (subject.scope === 'cell') {
    const { organ, year, cells } = subject;
    return { dismissal: { scope: 'cell', organ, year, cells, against: word.against, reason }, subject, review, word };
  }
  if (subject.scope === 'rule') {
    return { dismissal: { scope: 'rule', rule: subject.rule, organ: subject.organ, reason }, subject, review, word };
  }
  return null;
}

function isLapsed(
  { state, findings }: { readonly state: string; readonly findings: readonly string[] },
  fingerprint: string,
): boolean {
  return state === 'lapsed' && findings.includes(fingerprint);
}
