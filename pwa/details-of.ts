/** Makes the 明细 of a report: with the core, so in the worker or where the core is loaded already. */
import { foundIn } from '../core/exchange/found';
import { formsStamp, type KeptForm } from '../core/exchange/own-form';
import type { SavedReport } from '../core/exchange/schema';
import { explain, OWN_FORM_SUM, publicationOf, valuesOf } from '../core/index';
import { DETAILS_MADE, type ReportDetails } from './db/index';

/** Of one finding; a quote may be a page long. */
const MAX_LINE = 400;
/** Of one report by its rules, and by forms of people's own: a page that repeats itself shall not fill the memory of all who list it. */
const MAX_FINDINGS = 500;

/** `forms`: all that people keep. */
export function detailsOf(report: SavedReport, forms: readonly KeptForm[]): ReportDetails {
  const outcome = foundIn(report, forms);
  const byForms = outcome.findings.filter(({ rule }) => rule === OWN_FORM_SUM);
  const byRules = outcome.findings.filter(({ rule }) => rule !== OWN_FORM_SUM);
  const findings = [...byRules.slice(0, MAX_FINDINGS), ...byForms.slice(0, MAX_FINDINGS)];
  return {
    id: report.id,
    made: DETAILS_MADE,
    forms: formsStamp(forms),
    published: publicationOf(report.document)?.date ?? null,
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
