/** An outcome as a report to read in a terminal, in Chinese. */
import {
  type Document,
  explain,
  explainOmission,
  explainOutcome,
  type Finding,
  forms,
  type Outcome,
  otherForms,
  type SumLine,
  type SumTerm,
} from '../index';

const SEVERITY = { error: '◆ 错误', warning: '▲ 警示', info: '● 提示' } as const;

/** `words` stand beside findings, by fingerprint: 新增. */
export function reportText(
  input: string,
  outcome: Outcome,
  { blocks, omissions }: Document,
  words: ReadonlyMap<string, string> = new Map(),
): string {
  const form = [...forms, ...otherForms].find((each) => each.id === outcome.form)?.name.zh;
  const about = [
    outcome.organ ?? '（未识别机关）',
    outcome.year === null ? '（未识别年度）' : `${outcome.year} 年度`,
    form,
  ];
  const { headline, coverage } = explainOutcome(outcome, 'zh-CN');
  const lines = [input, `  ${about.filter(Boolean).join(' · ')}`, `  ${headline}`];
  if (outcome.status !== 'unrecognised') lines.push(`  ${coverage}`);
  else if (outcome.ownSums === undefined && blocks.some(({ kind }) => kind === 'table'))
    lines.push('  表中的合计关系可以不按报表格式核对：npm run --silent sums -- 文件');
  for (const finding of outcome.findings) {
    lines.push('', ...findingLines(finding, outcome, words.get(finding.fingerprint)));
  }
  if (outcome.unclaimed.length > 0) {
    lines.push(
      '',
      `  表中另有 ${outcome.unclaimed.length} 个数字不属于任何指标：${outcome.unclaimed
        .slice(0, 10)
        .map((each) => each.raw)
        .join('、')}`,
    );
  }
  for (const omission of omissions) lines.push('', `  ${explainOmission(omission, 'zh-CN')}`);
  for (const failure of outcome.failures) lines.push('', `  规则 ${failure.rule} 未能执行：${failure.reason}`);
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: Finding, outcome: Outcome, word: string | undefined): string[] {
  const { message, advice, sums, reasoning } = explain(finding, outcome, 'zh-CN');
  const lines = [
    `  ${SEVERITY[finding.severity]}  ${word === undefined ? '' : `〔${word}〕`}${message}  [${finding.rule}]`,
  ];
  lines.push(...sums.map((sum) => `      ${sumText(sum)}`));
  if (reasoning !== '') lines.push(`      ${reasoning}`);
  lines.push(`      建议：${advice}`);
  return lines;
}

function sumText(sum: SumLine): string {
  return `${sum.name}：${side(sum.left)}；${side(sum.right)}；相差 ${Math.abs(sum.difference)}`;
}

/** Zeros add nothing to read: a long sum shows its other terms. */
function side(terms: readonly SumTerm[]): string {
  const shown = terms.length > 4 ? terms.filter((term) => term.value !== 0 || term.suspect) : terms;
  const total = terms.reduce((sum, term) => sum + term.value, 0);
  const parts = shown.map((term) => `${term.name} ${term.raw === '' ? '空' : term.raw}`);
  if (parts.length === 0) return '各项均为 0';
  return parts.length === 1 ? (parts[0] ?? '') : `${parts.join('＋')}＝${total}`;
}
