/** Problems of a checklist into sentences, zh-CN and en. */
import type { Checklist } from '../checklist/checklist';
import type { RelationFault } from '../checklist/fault';
import type { ChecklistProblem } from '../checklist/lint';
import type { CellId, Form, FormId } from '../forms/form';
import type { Language } from '../rules/rule';
import { namingOf } from './naming';

interface Words {
  readonly language: Language;
  readonly checklist: Checklist;
  readonly forms: readonly Form[];
}

export function explainProblem(problem: ChecklistProblem, words: Words): string {
  const { language, checklist } = words;
  const chinese = language === 'zh-CN';
  const subject = subjectOf(problem, checklist, chinese);
  const colon = chinese ? '：' : ': ';
  return `${subject}${colon}${chinese ? sentenceZh(problem, words) : sentenceEn(problem, words)}`;
}

function subjectOf({ where }: ChecklistProblem, checklist: Checklist, chinese: boolean): string {
  switch (where.part) {
    case 'forms':
      return chinese ? `报表格式“${where.form}”` : `Form “${where.form}”`;
    case 'rules':
      return chinese ? `规则“${where.rule}”` : `Rule “${where.rule}”`;
    case 'relations': {
      const text = checklist.relations[where.index]?.text ?? '';
      return chinese ? `第 ${where.index + 1} 项自定关系“${text}”` : `Relation ${where.index + 1} “${text}”`;
    }
    case 'manual':
      return chinese ? `第 ${where.index + 1} 项人工核查事项` : `Manual item ${where.index + 1}`;
    case 'ownForms': {
      const name = checklist.ownForms?.[where.index]?.name ?? '';
      return chinese ? `自定报表格式“${name}”` : `Form of one’s own “${name}”`;
    }
  }
}

function sentenceZh(problem: ChecklistProblem, words: Words): string {
  switch (problem.code) {
    case 'unknown-form':
      return '本版本没有这种报表格式。';
    case 'unknown-rule':
      return '本版本没有这条规则，设置不起作用。';
    case 'not-understood':
      return faultZh(problem.fault, words);
    case 'never-applicable':
      return `所列指标只在${formNames(problem.forms, words, '、')}中，清单的报表格式里没有，永远不会核对。`;
    case 'contradictory':
      return `${togetherZh(problem)}不能同时成立，任何报告都会不符。`;
    case 'redundant':
      return problem.with.length === 0 && problem.form === null
        ? '对任何非负数都成立，核对不出问题，可以删去。'
        : `${togetherZh(problem)}已经包含了它，可以删去。`;
    case 'undecided':
      return '可能的组合太多，搜索到上限为止，未能判断是否矛盾或多余。';
    case 'duplicate-manual':
    case 'duplicate-form':
      return `与第 ${problem.first + 1} 项重复。`;
    case 'no-relations':
      return '没有合计关系，核对不出问题，可以移除。';
    case 'unknown-labels':
      return `有的合计关系用到表上没有的行或列（${problem.labels.map((label) => `“${label}”`).join('、')}），永远不会核对。`;
  }
}

function togetherZh({ code, with: others, form }: Extract<ChecklistProblem, { with: unknown }>): string {
  const parts = [
    ...(others.length === 0 ? [] : [`第 ${others.map((index) => index + 1).join('、')} 项`]),
    ...(form === null ? [] : ['报表自身的勾稽关系']),
  ];
  if (code === 'redundant') return parts.join('和');
  return parts.length === 0 ? '两边' : `它与${parts.join('和')}`;
}

function faultZh(fault: RelationFault, words: Words): string {
  const at = `（第 ${fault.start + 1} 个字起）`;
  switch (fault.code) {
    case 'too-long':
      return '文字太长，请拆成几项。';
    case 'no-comparison':
      return '没有比较符号，请用 =、≠、≥、≤、> 或 < 连接两边。';
    case 'second-comparison':
      return `只能有一个比较符号，请拆成两项${at}。`;
    case 'empty-term':
      return `符号之间缺少指标${at}。`;
    case 'number':
      return `系数和常数须为整数，且不能过大${at}。`;
    case 'brackets':
      return `不支持用括号合并计算，请逐项写出${at}。`;
    case 'unknown': {
      const near = fault.cells.map((cell) => cellName(cell, words)).join('、');
      return `没有名为“${fault.name}”的指标${at}${near === '' ? '' : `，相近的有：${near}`}。`;
    }
    case 'ambiguous':
      return `“${fault.name}”可以指 ${fault.count} 个指标${at}，请写明行和列：${candidates(fault, words, '、')}。`;
  }
}

function sentenceEn(problem: ChecklistProblem, words: Words): string {
  switch (problem.code) {
    case 'unknown-form':
      return 'this version has no such form.';
    case 'unknown-rule':
      return 'this version has no such rule; the setting does nothing.';
    case 'not-understood':
      return faultEn(problem.fault, words);
    case 'never-applicable':
      return `its cells stand only in ${formNames(problem.forms, words, ', ')}, not in the forms of this checklist; it is never checked.`;
    case 'contradictory':
      return `${togetherEn(problem)} cannot hold together; every report would fail.`;
    case 'redundant':
      return problem.with.length === 0 && problem.form === null
        ? 'it holds for all numbers that are not negative, so it finds nothing and can go.'
        : `it follows from ${togetherEn(problem)} and can go.`;
    case 'undecided':
      return 'too many combinations: the search ended at its limit and could not tell whether it contradicts or repeats others.';
    case 'duplicate-manual':
    case 'duplicate-form':
      return `the same as item ${problem.first + 1}.`;
    case 'no-relations':
      return 'it has no sums, so it finds nothing and can go.';
    case 'unknown-labels':
      return `some of its sums name rows or columns that its table does not have (${problem.labels.map((label) => `“${label}”`).join(', ')}); they are never checked.`;
  }
}

function togetherEn({ code, with: others, form }: Extract<ChecklistProblem, { with: unknown }>): string {
  const parts = [
    ...(others.length === 0
      ? []
      : [`relation${others.length === 1 ? '' : 's'} ${others.map((index) => index + 1).join(', ')}`]),
    ...(form === null ? [] : ['the relations of the form']),
  ];
  if (code === 'redundant') return parts.join(' and ');
  return parts.length === 0 ? 'its two sides' : `it and ${parts.join(' and ')}`;
}

function faultEn(fault: RelationFault, words: Words): string {
  const at = `(from character ${fault.start + 1})`;
  switch (fault.code) {
    case 'too-long':
      return 'the text is too long; please part it.';
    case 'no-comparison':
      return 'there is no comparison; join the two sides by =, ≠, ≥, ≤, > or <.';
    case 'second-comparison':
      return `only one comparison is allowed ${at}; please part it.`;
    case 'empty-term':
      return `a cell is missing between the signs ${at}.`;
    case 'number':
      return `coefficients and numbers must be whole and not too large ${at}.`;
    case 'brackets':
      return `sums in brackets are not supported ${at}; please write out each term.`;
    case 'unknown': {
      const near = fault.cells.map((cell) => cellName(cell, words)).join('; ');
      return `no cell is called “${fault.name}” ${at}${near === '' ? '' : `; near are: ${near}`}.`;
    }
    case 'ambiguous':
      return `“${fault.name}” may be any of ${fault.count} cells ${at}; name row and column: ${candidates(fault, words, '; ')}.`;
  }
}

function candidates(fault: Extract<RelationFault, { code: 'ambiguous' }>, words: Words, joint: string): string {
  const names = fault.cells.map((cell) => cellName(cell, words)).join(joint);
  return fault.count > fault.cells.length ? `${names}…` : names;
}

/** In the words of the newest form that has the cell; with its id, which can be written too. */
function cellName(cell: CellId, { forms, language }: Words): string {
  const tables = forms.flatMap((form) => form.tables);
  return `${namingOf(tables, language).cell(cell)} ${cell}`;
}

function formNames(ids: readonly FormId[], { forms, language }: Words, joint: string): string {
  return ids
    .map((id) => {
      const name = forms.find((form) => form.id === id)?.name;
      return (language === 'en' ? name?.en : name?.zh) ?? id;
    })
    .join(joint);
}
