/** Where the review of a report stands, from its findings and all that was said. */
import { subjectOf } from '../../core/exchange/own-finding';
import { inOrder, reviewOf } from '../../core/exchange/review';
import type { Opinion, ReviewStatus } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import type { ReportDetails, ReportSummary } from '../db/index';

/**
 * `none`: nothing that needs a word; hints need none. `untouched`, `begun`: of its errors and warnings none, or not
 * all, have a word. Then, the first that fits: `confirmed` 属实待改, `deferred` 暂缓, `done`.
 */
export const REVIEW_STATES = ['untouched', 'begun', 'confirmed', 'deferred', 'done', 'none'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What was said, by what it was said of. */
export interface Said {
  readonly findings: ReadonlyMap<string, readonly Opinion[]>;
  /** Of whole rules. */
  readonly rules: readonly { readonly rule: string; readonly organ: string | null; readonly word: Opinion }[];
  /** Organs and years of whose cells, or findings of people's own, something was said: these need the whole report. */
  readonly whole: ReadonlySet<string>;
}

export const NOTHING_SAID: Said = { findings: new Map(), rules: [], whole: new Set() };

export function groupSaid(opinions: readonly Opinion[]): Said {
  const bySubject = new Map<string, Opinion[]>();
  for (const opinion of opinions) {
    const group = bySubject.get(opinion.finding);
    if (group === undefined) bySubject.set(opinion.finding, [opinion]);
    else group.push(opinion);
  }
  const findings = new Map<string, readonly Opinion[]>();
  const rules: { rule: string; organ: string | null; word: Opinion }[] = [];
  const whole = new Set<string>();
  for (const [name, words] of bySubject) {
    const subject = subjectOf(name);
    if (subject.scope === 'finding' || subject.scope === 'own') findings.set(name, words);
    const isOnCells = subject.scope === 'cell';
    const isOnOwn = subject.scope === 'own' && words.some(({ field }) => field === 'status');
    if (isOnCells || isOnOwn) whole.add(reportKey(subject.organ, subject.year));
    if (subject.scope !== 'rule') continue;
    const word = inOrder(words).findLast(({ field }) => field === 'status');
    const { reason } = reviewOf(words, '');
    if (word?.value === 'dismissed' && reason.trim() !== '')
      rules.push({ rule: subject.rule, organ: subject.organ, word });
  }
  return { findings, rules, whole };
}

export function reportKey(organ: string, year: number | null): string {
  return JSON.stringify([organ, year]);
}

/** As in fingerprints: what the report came as stands in where it names no organ. */
export function organKey({ id, organ, source }: Pick<ReportSummary, 'id' | 'organ' | 'source'>): string {
  return organ ?? sourceNameOf(source, id);
}

type Finding = ReportDetails['findings'][number];

/** As in `reviewsOf`, for words on the finding and on its rule. `organ`: as in fingerprints, the source where there is none. */
export function statusOf(finding: Finding, organ: string, said: Said): ReviewStatus {
  const words = said.findings.get(finding.fingerprint) ?? [];
  const own = reviewOf(words, finding.against);
  if (own.status !== 'open' || said.rules.length === 0) return own.status;
  const last = own.opinions.findLast(({ field }) => field === 'status');
  const dismissed = said.rules.some(
    ({ rule, organ: of, word }) =>
      rule === finding.rule &&
      (of === null || of === organ) &&
      (last === undefined || inOrder([last, word]).at(-1) === word),
  );
  return dismissed ? 'dismissed' : 'open';
}

/** `statuses`: of each of the findings, in their order. */
export function stateOf(
  findings: readonly Pick<Finding, 'severity'>[],
  statuses: readonly ReviewStatus[],
): ReviewState {
  const due = statuses.filter((_, at) => findings[at]?.severity !== 'info');
  if (due.length === 0) return 'none';
  const open = due.filter((status) => status === 'open').length;
  if (open === due.length) return 'untouched';
  if (open > 0) return 'begun';
  if (due.includes('confirmed')) return 'confirmed';
  return due.includes('deferred') ? 'deferred' : 'done';
}
