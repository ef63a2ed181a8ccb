/** Makes the 明细 of a report: with the core, so in the worker or where the core is loaded already. */
import type { SavedReport } from '../core/exchange/schema';
import { explain, publicationOf, valuesOf } from '../core/index';
import { DETAILS_MADE, type ReportDetails } from './db/index';

/** Of one finding; a quote may be a page long. */
const MAX_LINE = 400;
/** Of one report: a page that repeats itself shall not fill the memory of all who list it. */
const MAX_FINDINGS = 500;

export function detailsOf({ id, document, outcome }: SavedReport): ReportDetails {
  const findings = outcome.findings.slice(0, MAX_FINDINGS);
  return {
    id,
    made: DETAILS_MADE,
    published: publicationOf(document)?.date ?? null,
    text: findings
      .map((finding) => explain(finding, outcome, 'zh-CN').message.replace(/\s+/g, ' ').slice(0, MAX_LINE))
      .join('\n'),
    findings: findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      severity: finding.severity,
      against: valuesOf(finding, outcome),
    })),
  };
}
