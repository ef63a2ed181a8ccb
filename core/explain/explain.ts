/** Findings into sentences, zh-CN and en. */
import { OWN_FINDING } from '../findings/own';
import { MISSING } from '../forms/facts';
import type { CellId, Form, FormTable, TableId } from '../forms/form';
import { slipOf } from '../locate/likelihood';
import type { RollUp } from '../organs/roll-up';
import type { SetFinding } from '../organs/set';
import type { Outcome } from '../outcome';
import { type Relation, type RelationResult, relationKey } from '../relations/relation';
import type { Finding, Slip } from '../rules/finding';
import type { Language, Naming, Rule } from '../rules/rule';
import { namingOf } from './naming';
import { explainRollUp, explainSet, type RollUpWords, type SetExplanation } from './organs';
import { ownSums } from './own-sums';

/** One number of a sum. */
export interface SumTerm {
  readonly cell: CellId;
  /** 自然人: what tells it apart from the other terms of this sum. */
  readonly name: string;
  readonly raw: string;
  /** Empty cells count as 0. */
  readonly value: number;
  readonly suspect: boolean;
}

/** One relation, term by term. */
export interface SumLine {
  /** Relation key: `applicants-sum@granted`. */
  readonly relation: string;
  /** 表三“予以公开”行 */
  readonly name: string;
  readonly left: readonly SumTerm[];
  readonly right: readonly SumTerm[];
  readonly leftSum: number;
  readonly rightSum: number;
  /** leftSum − rightSum. */
  readonly difference: number;
}

export interface Explanation {
  readonly message: string;
  readonly advice: string;
  /** 国办公开办函〔2021〕30号，表三 */
  readonly source: string;
  readonly sums: readonly SumLine[];
  /** Why this cell, or why several. Empty where there is nothing to say. */
  readonly reasoning: string;
}

export class Explainer {
  constructor(
    private readonly forms: readonly Form[],
    private readonly rules: readonly Rule[],
    /** Forms of reports of another kind, which have no part in sets. */
    private readonly others: readonly Form[] = [],
  ) {}

  explain(finding: Finding, outcome: Outcome, language: Language): Explanation {
    const name = namingOf(this.tablesOf(outcome), language);
    const rule = this.rules.find((each) => each.id === finding.rule);
    if (rule === undefined) {
      const own = finding.rule === OWN_FINDING ? finding.data['text'] : undefined;
      return { message: typeof own === 'string' ? own : finding.rule, advice: '', source: '', sums: [], reasoning: '' };
    }
    return {
      message: rule.messages[language](finding, name),
      advice: rule.advice[language],
      source: `${rule.source.document}${language === 'en' ? ', ' : '，'}${rule.source.clause}`,
      sums: [...formSums(finding, outcome, name, language), ...ownSums(finding, outcome, name)],
      reasoning: reasoning(finding, language, name),
    };
  }

  explainSet(finding: SetFinding, language: Language): SetExplanation {
    return explainSet(finding, this.rules, this.namingOfYear(finding.year, language), language);
  }

  explainRollUp(rollUp: RollUp, language: Language): RollUpWords {
    return explainRollUp(rollUp, this.namingOfYear(rollUp.year, language), language);
  }

  /** A set has no one form: its figures are named as the form of its year names them. */
  private namingOfYear(year: number, language: Language): Naming {
    const form = this.forms.find(({ years }) => years.from <= year && (years.to === null || year <= years.to));
    return namingOf((form ?? this.forms.at(-1))?.tables ?? [], language);
  }

  cellName(cell: CellId, outcome: Pick<Outcome, 'form' | 'forms'>, language: Language): string {
    return namingOf(this.tablesOf(outcome), language).cell(cell);
  }

  /** One relation of the form term by term, in the numbers of the outcome, whatever became of it. */
  sumLine(
    result: RelationResult,
    outcome: Pick<Outcome, 'form' | 'forms' | 'facts'>,
    suspects: ReadonlySet<CellId>,
    language: Language,
  ): SumLine {
    return sumLine(result, suspects, outcome, namingOf(this.tablesOf(outcome), language), language);
  }

  /** The tables as they were read: each of the form it was found in. */
  tablesOf(outcome: Pick<Outcome, 'form' | 'forms'>): FormTable[] {
    const known = [...this.forms, ...this.others];
    const report = known.find((form) => form.id === outcome.form);
    return (report?.tables ?? []).map((table) => {
      const own = known.find((form) => form.id === outcome.forms[table.id]);
      return own?.tables.find((each) => each.id === table.id) ?? table;
    });
  }
}

function formSums(finding: Finding, outcome: Outcome, name: Naming, language: Language): SumLine[] {
  const suspects = new Set(finding.suspects.map((change) => change.cell));
  return finding.relations.flatMap((failure) => {
    const result = outcome.relations.find(({ relation }) => relation.id === failure.id && relation.at === failure.at);
    return result === undefined ? [] : [sumLine(result, suspects, outcome, name, language)];
  });
}

/** Relations of other reports: their cells are named whole, for no one heading tells them apart. */
const OF_OTHER_FORMS = /^(?:accounts|website|acts)-/;

function sumLine(
  result: RelationResult,
  suspects: ReadonlySet<CellId>,
  outcome: Pick<Outcome, 'facts'>,
  name: Naming,
  language: Language,
): SumLine {
  const { relation } = result;
  const ofOther = OF_OTHER_FORMS.test(relation.id);
  const downColumn = relation.id === 'balance' || relation.id === 'outcomes-sum';
  const term = (cell: CellId): SumTerm => {
    const [table = '', ...rest] = cell.split('.');
    const column = rest.pop() ?? '';
    const fact = outcome.facts[cell] ?? MISSING;
    return {
      cell,
      name: ofOther ? name.cell(cell) : downColumn ? name.row(table, rest.join('.')) : name.column(table, column),
      raw: fact.raw,
      value: fact.value ?? 0,
      suspect: suspects.has(cell),
    };
  };
  const table = relation.left[0]?.split('.')[0] ?? '';
  return {
    relation: relationKey(relation),
    name: ofOther ? name.table(table) : sumName(table, relation, name, language),
    left: relation.left.map(term),
    right: relation.right.map(term),
    leftSum: result.left ?? 0,
    rightSum: result.right ?? 0,
    difference: result.difference ?? 0,
  };
}

/** 表三“予以公开”行, 表三“自然人”列; a group of table four is neither. */
function sumName(table: TableId, { id, at }: Relation, name: Naming, language: Language): string {
  const [zh, en] = DIRECTIONS[id] ?? ['', ''];
  const own = zh === '列' ? name.column(table, at) : name.row(table, at);
  return language === 'en' ? `${name.table(table)}${en} “${own}”` : `${name.table(table)}“${own}”${zh}`;
}

const DIRECTIONS: Readonly<Record<string, readonly [string, string]>> = {
  'applicants-sum': ['行', ', row'],
  balance: ['列', ', column'],
  'outcomes-sum': ['列', ', column'],
};

const SLIPS: Readonly<Record<Slip, Readonly<Record<Language, string>>>> = {
  sign: { 'zh-CN': '可能多写或少写负号。', en: 'A minus sign may be added or lost. ' },
  unit: { 'zh-CN': '可能用错单位（如“万”）。', en: 'The unit may be another, such as ten thousands. ' },
  transposed: { 'zh-CN': '相邻两位数字颠倒。', en: 'Two adjacent digits are swapped. ' },
  'digit-lost': { 'zh-CN': '可能少写一位数字。', en: 'A digit may be lost. ' },
  'digit-added': { 'zh-CN': '可能多写一位数字。', en: 'A digit may be doubled or added. ' },
  'digit-wrong': { 'zh-CN': '可能有一位数字写错。', en: 'One digit may be wrong. ' },
  'left-empty': { 'zh-CN': '该格空白，按 0 计。', en: 'The cell is empty and counts as 0. ' },
};

function reasoning(finding: Finding, language: Language, name: Naming): string {
  const { repairs, relations } = finding;
  const [first] = repairs;
  if (relations.length === 0) return '';
  const chinese = language === 'zh-CN';
  if (first === undefined) return unrepaired(finding, chinese);
  if (repairs.length > 1) return tied(finding, first.length, chinese, name) + favour(finding, chinese);
  const [change] = first;
  if (first.length > 1 || change === undefined) {
    return chinese
      ? '这几格一并改动，全部算式相符；没有更少的改法。'
      : 'Changed together, they make all sums agree; fewer cells cannot.';
  }
  const slip = slipOf(change);
  const hint = slip === null ? '' : SLIPS[slip][language];
  return chinese
    ? `${hint}改这一格，${relations.length} 式都相符；没有别的单格能做到。`
    : `${hint}Changing this cell makes all ${relations.length} sums agree; no other single cell does.`;
}

/** Where the sums alone cannot tell, but something else speaks for some. */
function favour({ favoured = 0 }: Finding, chinese: boolean): string {
  if (favoured === 0) return '';
  if (favoured === 1) {
    return chinese
      ? '正文或上年报告所载数字支持排在最前的改法。'
      : ' The prose or last year’s report speaks for the first.';
  }
  return chinese
    ? `正文或上年报告所载数字支持排在前面的 ${favoured} 种改法。`
    : ` The prose or last year’s report speaks for the first ${favoured}.`;
}

function unrepaired({ data, operations = [], suspects }: Finding, chinese: boolean): string {
  if (operations.length > 0) {
    return chinese
      ? `照此改回，全部算式相符（涉及 ${suspects.length} 格）。`
      : `Undone, it makes all sums agree (${suspects.length} cells).`;
  }
  // The search counts steps; when they are used up it has not shown that there is no repair.
  if (data['searchEnded'] === 1) {
    return chinese
      ? '可能的改法太多，搜索到上限为止未能确定，请逐项核对。'
      : 'Too many possible repairs: the search ended at its limit. Check each figure.';
  }
  return chinese
    ? '改动三格以内不能使全部算式相符，请逐项核对。'
    : 'No change of up to three cells makes all sums agree: check each figure.';
}

/** More than these are marked, not told. */
const TOLD = 8;

function tied({ repairs, suspects, relations }: Finding, together: number, chinese: boolean, name: Naming): string {
  if (together > 1) {
    return chinese
      ? `共有 ${repairs.length} 种改法，每种须一并改动 ${together} 格，仅凭本表分不出是哪一种（涉及 ${suspects.length} 格）。`
      : `There are ${repairs.length} possible repairs, each of ${together} cells together; this table alone cannot tell which (${suspects.length} cells).`;
  }
  const column = new Set(suspects.map(({ cell }) => cell.split('.').at(-1)));
  const nameOf = (cell: CellId): string => {
    if (relations.length !== 1) return name.cell(cell);
    return column.size === 1 && suspects.length > 1 ? rowName(cell, name) : lastName(cell, name);
  };
  const each = suspects
    .slice(0, TOLD)
    .map(({ cell, value, expected }) => `${nameOf(cell)} ${value ?? (chinese ? '空' : 'empty')}→${expected}`);
  const more = suspects.length > TOLD ? '…' : '';
  return chinese
    ? `改动其中任一格都能使算式相符，仅凭本表分不出是哪一格：${each.join('、')}${more}。`
    : `Changing any one of these cells makes the sums agree; this table alone cannot tell which: ${each.join(', ')}${more}.`;
}

/** Within one sum of one column the row tells the cells apart. */
function rowName(cell: CellId, name: Naming): string {
  const [table = '', ...rest] = cell.split('.');
  return name.row(table, rest.slice(0, -1).join('.'));
}

/** Within one sum the column tells the cells apart. */
function lastName(cell: CellId, name: Naming): string {
  const [table = ''] = cell.split('.');
  return name.column(table, cell.split('.').at(-1) ?? '');
}
