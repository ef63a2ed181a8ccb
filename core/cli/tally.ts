/** What is counted of a report, and the words on all of them at the end of a run. */
import { type Outcome, rules, type Severity } from '../index';

export interface Tally {
  readonly input: string;
  readonly status: Outcome['status'] | 'unreadable';
  readonly organ: string | null;
  readonly year: number | null;
  readonly severities: ReadonlySet<Severity>;
  /** Findings by rule. */
  readonly rules: ReadonlyMap<string, number>;
}

export function tallyOf(input: string, { status, organ, year, findings }: Outcome): Tally {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return { input, status, organ, year, severities: new Set(findings.map(({ severity }) => severity)), rules: counts };
}

export function unreadTally(input: string): Tally {
  return { input, status: 'unreadable', organ: null, year: null, severities: new Set(), rules: new Map() };
}

/** Rules of the summary; the table has them all. */
const MOST = 10;

export function summaryText(all: readonly Tally[]): string {
  const count = (is: (tally: Tally) => boolean): number => all.filter(is).length;
  const unread = count(({ status }) => status === 'unreadable');
  const unknown = count(({ status }) => status === 'unrecognised');
  const errors = count(({ severities }) => severities.has('error'));
  const warnings = count(({ severities }) => severities.has('warning') && !severities.has('error'));
  const lines = [
    `共 ${all.length} 份：核对 ${all.length - unread - unknown} 份，有错误 ${errors} 份，无错误但有警示 ${warnings} 份；认不出 ${unknown} 份，读不出 ${unread} 份`,
  ];
  const frequent = rulesByReports(all).slice(0, MOST);
  if (frequent.length > 0) lines.push('最常见的问题：');
  for (const { rule, reports, findings } of frequent)
    lines.push(`  ${reports} 份 ${findings} 处  [${rule}] ${summaryOf(rule)}`);
  return `${lines.join('\n')}\n`;
}

export interface RuleCount {
  readonly rule: string;
  readonly reports: number;
  readonly findings: number;
}

/** The rule that speaks of the most reports first. */
export function rulesByReports(all: readonly Tally[]): RuleCount[] {
  const counts = new Map<string, { reports: number; findings: number }>();
  for (const tally of all) {
    for (const [rule, findings] of tally.rules) {
      const old = counts.get(rule) ?? { reports: 0, findings: 0 };
      counts.set(rule, { reports: old.reports + 1, findings: old.findings + findings });
    }
  }
  return [...counts]
    .map(([rule, each]) => ({ rule, ...each }))
    .sort((a, b) => b.reports - a.reports || b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

function summaryOf(id: string): string {
  return rules.find((rule) => rule.id === id)?.summary['zh-CN'] ?? '';
}
