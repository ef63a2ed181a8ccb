/** The few words put on a page: shape and word say the severity, not colour alone. */
import type { Finding, Language, Severity } from '../../core/index';

const SHAPES: Readonly<Record<Severity, string>> = { error: '◆', warning: '▲', info: '●' };

interface Words {
  expected(value: number): string;
  tied(count: number): string;
  repairs(count: number): string;
  together(count: number): string;
  readonly severity: Readonly<Record<Severity, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    expected: (value) => `应为 ${value}？`,
    tied: (count) => `${count} 格之一有误？`,
    repairs: (count) => `${count} 种改法？`,
    together: (count) => `${count} 格一并有误？`,
    severity: { error: '错误', warning: '警示', info: '提示' },
  },
  en: {
    expected: (value) => `${value}?`,
    tied: (count) => `one of ${count}?`,
    repairs: (count) => `${count} repairs?`,
    together: (count) => `${count} together?`,
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  },
};

/** What stands beside the first cell of a finding. */
export function badgeText(finding: Finding, language: Language): string {
  return `${SHAPES[finding.severity]} ${meaning(finding, WORDS[language])}`;
}

function meaning(finding: Finding, words: Words): string {
  const [only] = finding.suspects;
  if (only === undefined) return words.severity[finding.severity];
  if (finding.suspects.length === 1) return words.expected(only.expected);
  const ways = finding.repairs.length > 0 ? finding.repairs.length : (finding.operations?.length ?? 0);
  if (ways === 1) return words.together(finding.suspects.length);
  const single = finding.repairs.every((repair) => repair.length === 1);
  return single && finding.repairs.length > 0 ? words.tied(finding.suspects.length) : words.repairs(ways);
}
