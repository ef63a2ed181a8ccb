/** A checked page as plain text, for a mail or a work log. */
import {
  type Explanation,
  explain,
  explainOutcome,
  forms,
  type Language,
  OWN_FINDING,
  otherForms,
  type Severity,
  type SumLine,
  type SumTerm,
} from '../../core/index';
import type { PageReport } from '../messages';

const WORDS = {
  'zh-CN': {
    severity: { error: '错误', warning: '警示', info: '提示' },
    blank: '空',
    off: '，差 ',
    source: '依据：',
    own: '自记·',
  },
  en: {
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    blank: 'blank',
    off: ', off by ',
    source: 'Source: ',
    own: 'own, ',
  },
} as const satisfies Record<
  Language,
  { severity: Record<Severity, string>; blank: string; off: string; source: string; own: string }
>;

export function reportText(
  { document, outcome }: Pick<PageReport, 'document' | 'outcome'>,
  language: Language,
): string {
  const form = [...forms, ...otherForms].find(({ id }) => id === outcome.form);
  const name = [outcome.organ ?? outcome.title ?? document.title, outcome.year]
    .filter((each) => each !== null)
    .join(' ');
  const formName = form === undefined ? '' : `（${language === 'en' ? form.name.en : form.name.zh}）`;
  const { headline, coverage } = explainOutcome(outcome, language);
  const findings = outcome.findings.map((finding, index) => {
    const own = finding.rule === OWN_FINDING ? WORDS[language].own : '';
    const word = `${own}${WORDS[language].severity[finding.severity]}`;
    const explanation = explain(finding, outcome, language);
    return [`${index + 1}. [${word}] ${explanation.message}`, ...details(explanation, language)].join('\n   ');
  });
  return [`${name}${formName}`, document.address ?? '', headline, coverage, '', ...findings]
    .filter(keep)
    .join('\n')
    .trim();
}

function details({ sums, reasoning, source }: Explanation, language: Language): readonly string[] {
  return [
    ...sums.map((line) => sumText(line, language)),
    ...(reasoning === '' ? [] : [reasoning]),
    ...(source === '' ? [] : [WORDS[language].source + source]),
  ];
}

function sumText(line: SumLine, language: Language): string {
  const side = (terms: readonly SumTerm[], sum: number): string => {
    const written = terms.map(({ raw }) => (raw.trim() === '' ? WORDS[language].blank : raw.trim())).join('＋');
    return terms.length === 1 ? written : `${written}＝${sum}`;
  };
  const [left, right] = [side(line.left, line.leftSum), side(line.right, line.rightSum)];
  return `${line.name}：${left} ≠ ${right}${WORDS[language].off}${Math.abs(line.difference)}`;
}

/** Empty lines only between the head and the findings. */
function keep(line: string, index: number): boolean {
  return line !== '' || index === 4;
}
