/** Words of the table of results. */
import { rules, type Severity } from '../../../core/index';
import type { SeverityCounts } from '../../db/index';
import { RULE_NAMES } from '../../locale/rule-names';
import { t as ofApp } from '../../t';
import { language } from '../../ui/index';
import { SEVERITIES } from './matrix';

export function ruleName(id: string): string {
  return RULE_NAMES[id]?.[language.value === 'en' ? 1 : 0] ?? ruleSummary(id);
}

export function ruleSummary(id: string): string {
  return rules.find((rule) => rule.id === id)?.summary[language.value] ?? id;
}

const WORDS = { error: 'list.errors', warning: 'list.warnings', info: 'list.infos' } as const;

export function severityCount(severity: Severity, count: number): string {
  return ofApp(WORDS[severity], { count });
}

/** 错误 1，警示 2 */
export function countsText(counts: SeverityCounts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => severityCount(severity, counts[severity]))
    .join(ofApp('list.separator'));
}
