/** 自记问题 in the library: what people found by hand counts like what a check found. */
import { OWN_FINDING } from '../../core/exchange/own';
import { type OwnFinding, ownFindingsOf, subjectOf } from '../../core/exchange/own-finding';
import type { Opinion } from '../../core/exchange/schema';
import { loadReport, type ReportDetails, type ReportSummary } from '../db/index';
import { reportKey } from './review-state';

export type OwnFindings = ReadonlyMap<string, readonly OwnFinding[]>;

/** By `reportKey`: they stand in each copy of their report, as in the report view. */
export function groupOwn(opinions: readonly Opinion[]): OwnFindings {
  const groups = new Map<string, OwnFinding[]>();
  for (const own of ownFindingsOf(opinions.filter(({ field }) => field === 'own'))) {
    const subject = subjectOf(own.fingerprint);
    if (subject.scope !== 'own') continue;
    const key = reportKey(subject.organ, subject.year);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [own]);
    else group.push(own);
  }
  return groups;
}

/** The summary is kept without them, since they come and go with opinions. */
export function withOwn(summary: ReportSummary, own: readonly OwnFinding[]): ReportSummary {
  if (own.length === 0) return summary;
  const counts = { ...summary.counts };
  const written = { error: 0, warning: 0, info: 0 };
  for (const { severity } of own) {
    counts[severity] += 1;
    written[severity] += 1;
  }
  return { ...summary, counts, rules: { ...summary.rules, [OWN_FINDING]: written } };
}

/** As 明细 list findings: with the values of now, which stand in the report alone. None where it is gone. */
export async function ownInDetail(id: string, own: readonly OwnFinding[]): Promise<ReportDetails['findings']> {
  if (own.length === 0) return [];
  const report = await loadReport(id);
  if (report === null || report === 'unreadable') return [];
  const { ownAsFinding, valuesOf } = await import('../../core/index');
  return own.map(ownAsFinding).map((finding) => ({
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    against: valuesOf(finding, report.outcome),
  }));
}
