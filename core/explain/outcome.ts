/** An outcome in one line and its coverage in another: what was read, what agrees, what could not be checked. */
import type { OtherReport } from '../document/other-report';
import type { Outcome } from '../outcome';
import type { RelationState } from '../relations/relation';
import type { Language } from '../rules/rule';

export interface OutcomeSummary {
  readonly headline: string;
  readonly coverage: string;
}

export function explainOutcome(outcome: Outcome, language: Language): OutcomeSummary {
  const chinese = language === 'zh-CN';
  return {
    headline: `${chinese ? headlineZh(outcome) : headlineEn(outcome)}${furtherText(outcome, chinese)}`,
    coverage: `${chinese ? coverageZh(outcome) : coverageEn(outcome)}${ownText(outcome, chinese)}`,
  };
}

function count(outcome: Outcome, severity: 'error' | 'warning' | 'info'): number {
  return outcome.findings.filter((finding) => finding.severity === severity).length;
}

/** What other reports are called: zh-CN, en. */
const OTHERS: Readonly<Record<OtherReport, readonly [string, string]>> = {
  'final-accounts': ['部门决算公开', 'the final accounts of a department'],
  budget: ['部门预算公开', 'the budget of a department'],
  'website-annual': ['政府网站工作年度报表', 'an annual report on a government website'],
  'enforcement-statistics': ['行政执法统计年报', 'annual statistics of law enforcement'],
  'rule-of-law': ['法治政府建设年度报告', 'an annual report on law-based government'],
};

function headlineZh(outcome: Outcome): string {
  if (outcome.status === 'unrecognised') {
    const { length } = outcome.findings;
    const sums = outcome.ownSums?.length ?? 0;
    const bySums = `按自定报表格式核对了 ${sums} 式合计：${length} 处疑问`;
    if (outcome.other === undefined && sums > 0) return `没有认出政府信息公开工作年度报告的表格，${bySums}。`;
    if (outcome.other !== undefined) {
      const rest = sums > 0 ? bySums : length === 0 ? '未作核对' : `只核对了正文：${length} 处疑问`;
      return `这是${OTHERS[outcome.other][0]}，不是政府信息公开工作年度报告，${rest}。`;
    }
    return length === 0
      ? '没有认出政府信息公开工作年度报告的表格，未作核对。'
      : `没有认出政府信息公开工作年度报告的表格，只核对了正文：${length} 处疑问。`;
  }
  if (outcome.status === 'blank-form') return '是年度报告的空表，尚未填写数字。';
  const [errors, warnings, infos] = [count(outcome, 'error'), count(outcome, 'warning'), count(outcome, 'info')];
  const found = [errors && `${errors} 项错误`, warnings && `${warnings} 项警示`, infos && `${infos} 项提示`]
    .filter(Boolean)
    .join('、');
  const head = outcome.status === 'partial' ? '只读到部分表格' : '已核对';
  if (found !== '') return `${head}：${found}。`;
  const { relations } = outcome.coverage;
  if (relations.unchecked > 0 || outcome.status === 'partial') return `${head}：已核对的部分未发现问题。`;
  return `${head}：未发现问题。`;
}

function plural(n: number, word: string): string {
  return n === 0 ? '' : `${n} ${word}${n === 1 ? '' : 's'}`;
}

function headlineEn(outcome: Outcome): string {
  if (outcome.status === 'unrecognised') {
    const { length } = outcome.findings;
    const sums = outcome.ownSums?.length ?? 0;
    const doubts = plural(length, 'doubt');
    const bySums = `${plural(sums, 'sum')} checked by forms of one’s own: ${doubts || 'no doubts'}`;
    if (outcome.other === undefined && sums > 0)
      return `No table of an open-information annual report was recognised; ${bySums}.`;
    if (outcome.other !== undefined) {
      const rest = sums > 0 ? bySums : length === 0 ? 'nothing was checked' : `of the text alone, ${doubts}`;
      return `This is ${OTHERS[outcome.other][1]}, not an open-information annual report; ${rest}.`;
    }
    return length === 0
      ? 'No table of an open-information annual report was recognised; nothing was checked.'
      : `No table of an open-information annual report was recognised; of the text alone, ${doubts}.`;
  }
  if (outcome.status === 'blank-form') return 'This is a blank report form; no number is filled in.';
  const found = [
    plural(count(outcome, 'error'), 'error'),
    plural(count(outcome, 'warning'), 'warning'),
    plural(count(outcome, 'info'), 'note'),
  ]
    .filter(Boolean)
    .join(', ');
  const head = outcome.status === 'partial' ? 'Only some tables were read' : 'Checked';
  if (found !== '') return `${head}: ${found}.`;
  const { relations } = outcome.coverage;
  if (relations.unchecked > 0 || outcome.status === 'partial')
    return `${head}: nothing found in the part that was checked.`;
  return `${head}: nothing found.`;
}

function coverageZh({ coverage: { cells, relations } }: Outcome): string {
  const rest = relations.notApplicable > 0 ? `，${relations.notApplicable} 不适用（全空）` : '';
  return `已读单元格 ${cells.read}/${cells.expected}；${relations.expected} 项勾稽关系：${relations.consistent} 相符，${relations.inconsistent} 不符，${relations.unchecked} 未核对${rest}`;
}

function coverageEn({ coverage: { cells, relations } }: Outcome): string {
  const rest = relations.notApplicable > 0 ? `, ${relations.notApplicable} not applicable (empty)` : '';
  return `${cells.read} of ${cells.expected} cells read; ${relations.expected} relations: ${relations.consistent} consistent, ${relations.inconsistent} inconsistent, ${relations.unchecked} unchecked${rest}`;
}

/** What else is there and was not checked belongs in the first line. */
function furtherText({ further }: Outcome, chinese: boolean): string {
  if (further.length === 0) return '';
  return chinese
    ? `页面上另有 ${further.length} 张同样的表格，未核对。`
    : ` ${further.length} more table${further.length === 1 ? '' : 's'} of the same kind on the page: not checked.`;
}

/** Relations of a checklist are counted by themselves: those of the form stay as many as the form has. */
function ownText({ checklist }: Outcome, chinese: boolean): string {
  if (checklist === undefined) return '';
  const { name, relations, off } = checklist;
  const count = (state: RelationState): number => relations.filter((result) => result.state === state).length;
  const [right, wrong, open, none] = [
    count('consistent'),
    count('inconsistent'),
    count('unchecked'),
    count('notApplicable'),
  ];
  if (chinese) {
    const rest = none > 0 ? `，${none} 不适用` : '';
    const quiet = off.length > 0 ? `，停用 ${off.length} 条规则` : '';
    return `；按清单“${name}”${quiet}，${relations.length} 项自定关系：${right} 相符，${wrong} 不符，${open} 未核对${rest}`;
  }
  const rest = none > 0 ? `, ${none} not applicable` : '';
  const quiet = off.length > 0 ? `${plural(off.length, 'rule')} off, ` : '';
  return `; checklist “${name}”: ${quiet}${relations.length} relations of its own: ${right} consistent, ${wrong} inconsistent, ${open} unchecked${rest}`;
}
