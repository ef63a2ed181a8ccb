/** The few words put on a page: shape and word say the severity, not colour alone. */
import { OWN_FINDING } from '../../core/exchange/own';
import type { Finding, Language, Severity } from '../../core/index';

const SHAPES: Readonly<Record<Severity, string>> = { error: '◆', warning: '▲', info: '●' };

interface Words {
  expected(value: number): string;
  tied(count: number): string;
  repairs(count: number): string;
  together(count: number): string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly hint: string;
  readonly region: string;
  readonly comma: string;
  readonly own: string;
  readonly unclaimed: string;
  readonly inferred: string;
  readonly inferredLabel: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    expected: (value) => `应为 ${value}？`,
    tied: (count) => `${count} 格之一有误？`,
    repairs: (count) => `${count} 种改法？`,
    together: (count) => `${count} 格一并有误？`,
    severity: { error: '错误', warning: '警示', info: '提示' },
    hint: 'F8 下一处 · Shift+F8 上一处 · Esc 关闭，再按清除全部标记',
    region: '勾稽标记',
    comma: '，',
    own: '自记问题',
    unclaimed: '未归入',
    inferred: '◇ 推断',
    inferredLabel: '推断：合计不符',
  },
  en: {
    expected: (value) => `${value}?`,
    tied: (count) => `one of ${count}?`,
    repairs: (count) => `${count} repairs?`,
    together: (count) => `${count} together?`,
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    hint: 'F8 next · Shift+F8 previous · Esc closes, again removes all marks',
    region: 'Gouji marks',
    comma: ', ',
    own: 'own finding',
    unclaimed: 'unclaimed',
    inferred: '◇ inferred',
    inferredLabel: 'Inferred: total does not add up',
  },
};

export function shapeOf({ rule, severity }: Finding): string {
  return rule === OWN_FINDING ? '✎' : SHAPES[severity];
}

export function unclaimedWord(language: Language): string {
  return WORDS[language].unclaimed;
}

export function inferredWord(language: Language): string {
  return WORDS[language].inferred;
}

/** The same for those who hear the page. */
export function inferredLabel(language: Language): string {
  return WORDS[language].inferredLabel;
}

export function severityWord(severity: Severity, language: Language): string {
  return WORDS[language].severity[severity];
}

export function cardHint(language: Language): string {
  return WORDS[language].hint;
}

export function regionName(language: Language): string {
  return WORDS[language].region;
}

/** What stands beside the first cell of a finding, after its shape. */
export function badgeMeaning(finding: Finding, language: Language): string {
  return meaning(finding, WORDS[language]);
}

/** What a reader hears: the severity is a word here, the shape is not read out. */
export function badgeLabel(finding: Finding, message: string | undefined, language: Language): string {
  const { severity, comma } = WORDS[language];
  const word = severity[finding.severity];
  const own = badgeMeaning(finding, language);
  return [word, ...(own === word ? [] : [own]), ...(message === undefined ? [] : [message])].join(comma);
}

function meaning(finding: Finding, words: Words): string {
  if (finding.rule === OWN_FINDING) return words.own;
  const [only] = finding.suspects;
  if (only === undefined) return words.severity[finding.severity];
  if (finding.suspects.length === 1) return words.expected(only.expected);
  const ways = finding.repairs.length > 0 ? finding.repairs.length : (finding.operations?.length ?? 0);
  if (ways === 1) return words.together(finding.suspects.length);
  const single = finding.repairs.every((repair) => repair.length === 1);
  return single && finding.repairs.length > 0 ? words.tied(finding.suspects.length) : words.repairs(ways);
}
