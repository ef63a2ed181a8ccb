/** A report as hand-outs tell of it: what stands in a row of the ledger, in words and numbers. Pure. */

import { withOwnFindings } from '../../core/exchange/found';
import type { Opinion, ReviewStatus, SavedReport } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import {
  classifyOrgan,
  type Deadlines,
  explain,
  type Finding,
  type Language,
  type Outcome,
  publicationOf,
  punctualityOf,
  regionsOf,
  rules,
  type Severity,
} from '../../core/index';
import { type FindingReview, reviewsOf } from '../db/index';
import { RULE_NAMES } from '../locale/rule-names';
import { expectedOf, placeOf, statedOf } from './finding-words';
import type { HandoutOptions } from './options';

export interface HandoutItem {
  readonly fingerprint: string;
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly place: string;
  readonly problem: string;
  readonly value: string | number | null;
  readonly expected: string | number | null;
  readonly source: string;
  readonly advice: string;
  readonly status: ReviewStatus;
  readonly lapsed: boolean;
  readonly reason: string;
  readonly note: string;
  readonly reviewer: string;
  /** ISO 8601, UTC; empty where nobody has said anything. */
  readonly reviewedAt: string;
}

/** `unknown`: the page shows no date, or one that may be of a later publication. */
export type Punctual = 'late' | 'not-late' | 'unknown';

export interface HandoutReport {
  readonly id: string;
  /** The organ; its title or file where it names none. */
  readonly unit: string;
  readonly named: boolean;
  /** Regions above it, as its own name tells them. */
  readonly parent: string;
  readonly title: string;
  readonly address: string;
  readonly file: string;
  readonly published: string;
  readonly punctual: Punctual;
  readonly savedAt: string;
  readonly outcome: Outcome;
  /** Those that the scope leaves, in page order. */
  readonly items: readonly HandoutItem[];
  /** How many the scope leaves out. */
  readonly leftOut: number;
}

type Choice = Pick<HandoutOptions, 'language' | 'severities' | 'statuses'>;

/** `found`: its outcome with what forms of people's own find. `opinions`: all that bear on that. */
export function handoutReport(
  { id, savedAt, source, document }: SavedReport,
  found: Outcome,
  opinions: readonly Opinion[],
  choice: Choice,
  deadlines: Deadlines | null = null,
): HandoutReport {
  const outcome = withOwnFindings(found, opinions);
  const reviews = reviewsOf(outcome, opinions, sourceNameOf(source, id));
  const items = outcome.findings.flatMap((finding): HandoutItem[] => {
    const review = reviews.get(finding.fingerprint);
    return review === undefined ? [] : [itemOf(finding, review, outcome, choice.language)];
  });
  const told = items.filter(
    ({ severity, status }) => choice.severities.includes(severity) && choice.statuses.includes(status),
  );
  const published = publicationOf(document)?.date ?? '';
  return {
    id,
    unit: outcome.organ ?? outcome.title ?? source.fileName ?? source.address ?? id,
    named: outcome.organ !== null,
    parent: parentOf(outcome.organ),
    title: outcome.title ?? '',
    address: source.address ?? '',
    file: source.fileName ?? '',
    published,
    punctual: punctualOf(outcome, items, published, deadlines),
    savedAt,
    outcome,
    items: told,
    leftOut: items.length - told.length,
  };
}

function itemOf(finding: Finding, review: FindingReview, outcome: Outcome, language: Language): HandoutItem {
  const words = explain(finding, outcome, language);
  const last = review.opinions.findLast(({ field }) => field === 'status') ?? review.opinions.at(-1);
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    category: categoryOf(finding.rule, language),
    severity: finding.severity,
    place: placeOf(finding, words, outcome, language),
    problem: words.message,
    value: statedOf(finding, outcome, language),
    expected: expectedOf(finding, words, outcome, language),
    source: words.source,
    advice: words.advice,
    status: review.status,
    lapsed: review.lapsed,
    reason: review.reason,
    note: review.note,
    reviewer: last?.author ?? '',
    reviewedAt: last?.at ?? '',
  };
}

/** The short name of a rule. */
export function categoryOf(rule: string, language: Language): string {
  const name = RULE_NAMES[rule]?.[language === 'en' ? 1 : 0];
  if (name !== undefined) return name;
  return rules.find(({ id }) => id === rule)?.summary[language] ?? rule;
}

/** As the screens of organs count it, but where somebody found it in order; where nobody asks, nothing is known. */
function punctualOf(
  { organ, year, checklist }: Outcome,
  items: readonly HandoutItem[],
  published: string,
  deadlines: Deadlines | null,
): Punctual {
  if (published === '' || checklist?.off.includes(LATE) === true) return 'unknown';
  if (items.some(({ rule, status }) => rule === LATE && status === 'dismissed')) return 'not-late';
  const punctuality = punctualityOf(organ, year, published, deadlines ?? undefined);
  return punctuality === 'onTime' ? 'not-late' : punctuality;
}

const LATE = 'publish-late';

/** 示例市示例县 of 示例市示例县教育局 and of 示例市示例县示例镇人民政府. */
function parentOf(organ: string | null): string {
  if (organ === null) return '';
  const regions = regionsOf(organ);
  const { kind } = classifyOrgan(organ);
  const isRegion = kind === 'government' || regions.join('').length === organ.length;
  return (isRegion ? regions.slice(0, -1) : regions).join('');
}
