/** What the heads of the nine tables call their columns. Kept by id, for each table has its own order. */

import type { FormColumn, FormTable, Label, TableId } from './form';
import { column, label } from './open-info-annual';

export interface HeadPattern {
  readonly column: FormColumn;
  /** Asked of the heads of a column, outermost first, joined; the first that fits counts. */
  readonly head: RegExp;
}

export interface Ledger {
  readonly id: TableId;
  readonly name: Label;
  /** The caption above the table, without spaces, numbering and 公开01表. */
  readonly caption: RegExp;
  /** `subjects`: a row has a code. `sides`: income beside spending. `economic`: codes in two halves. `expenses`: one row. */
  readonly kind: 'subjects' | 'sides' | 'economic' | 'expenses';
  readonly columns: readonly HeadPattern[];
}

const head = (id: string, zh: string, en: string, pattern: RegExp): HeadPattern => ({
  column: column(id, zh, en),
  head: pattern,
});

const BASIC = head('basic', '基本支出', 'Basic', /基本支出/);
const PROJECT = head('project', '项目支出', 'Projects', /项目支出/);
const BALANCE = [
  BASIC,
  PROJECT,
  head('opening', '年初结转和结余', 'Carried in', /年初/),
  head('closing', '年末结转和结余', 'Carried out', /年末/),
  head('income', '本年收入', 'Income', /本年收入/),
  head('spent', '本年支出合计', 'Spent', /本年支出|合计|小计/),
];
const AMOUNT = head('amount', '决算数', 'Final', /决算数|金额/);

/** In the order of 财政部’s set; provinces print the last three in another. */
export const LEDGERS: readonly Ledger[] = [
  {
    id: 'totals',
    name: label('收入支出决算总表', 'Income and spending'),
    caption: /^(?:部门)?收入支出决算总表$/,
    kind: 'sides',
    columns: [AMOUNT],
  },
  {
    id: 'income',
    name: label('收入决算表', 'Income by subject'),
    caption: /^(?:部门)?收入决算(?:总)?表$/,
    kind: 'subjects',
    columns: [
      head('total', '本年收入合计', 'Total', /合计/),
      head('grant', '财政拨款收入', 'Grants', /财政拨款/),
      head('superior', '上级补助收入', 'From superiors', /上级补助/),
      head('services', '事业收入', 'Services', /事业收入/),
      head('business', '经营收入', 'Business', /经营收入/),
      head('affiliates', '附属单位上缴收入', 'From affiliates', /附属单位/),
      head('other', '其他收入', 'Other', /其他收入/),
    ],
  },
  {
    id: 'spending',
    name: label('支出决算表', 'Spending by subject'),
    caption: /^(?:部门)?支出决算(?:总)?表$/,
    kind: 'subjects',
    columns: [
      head('total', '本年支出合计', 'Total', /合计/),
      BASIC,
      PROJECT,
      head('superior', '上缴上级支出', 'To superiors', /上缴上级/),
      head('business', '经营支出', 'Business', /经营支出/),
      head('affiliates', '对附属单位补助支出', 'To affiliates', /附属单位/),
    ],
  },
  {
    id: 'grantTotals',
    name: label('财政拨款收入支出决算总表', 'Grants: income and spending'),
    caption: /^财政拨款收入支出决算总表$/,
    kind: 'sides',
    columns: [
      head('general', '一般公共预算财政拨款', 'General budget', /一般公共预算/),
      head('fund', '政府性基金预算财政拨款', 'Funds', /政府性基金/),
      head('capital', '国有资本经营预算财政拨款', 'State capital', /国有资本/),
      head('total', '合计', 'Total', /合计|小计/),
      AMOUNT,
    ],
  },
  {
    id: 'generalBudget',
    name: label('一般公共预算财政拨款支出决算表', 'General budget by subject'),
    caption: /^一般公共预算财政拨款支出决算表$/,
    kind: 'subjects',
    columns: [BASIC, PROJECT, head('total', '合计', 'Total', /合计|小计|本年支出/)],
  },
  {
    id: 'basicSpending',
    name: label('一般公共预算财政拨款基本支出决算表', 'General budget, basic spending'),
    caption: /^一般公共预算财政拨款基本支出决算(?:明细)?表$/,
    kind: 'economic',
    columns: [AMOUNT],
  },
  {
    id: 'expenses',
    name: label('财政拨款“三公”经费支出决算表', 'Travel, vehicles, receptions'),
    caption: /^(?:一般公共预算)?财政拨款["“”']?三公["“”']?经费支出决算表$/,
    kind: 'expenses',
    columns: [
      head('abroad', '因公出国（境）费', 'Travel abroad', /出国/),
      head('reception', '公务接待费', 'Receptions', /接待/),
      head('vehicles', '公务用车购置及运行维护费小计', 'Vehicles', /小计/),
      head('purchase', '公务用车购置费', 'Vehicles bought', /用车购置费$|用车购置费[预决]算数$/),
      head('running', '公务用车运行维护费', 'Vehicles run', /用车运行(?:维护)?费(?:[预决]算数)?$/),
      head('total', '合计', 'Total', /合计/),
    ],
  },
  {
    id: 'fund',
    name: label('政府性基金预算财政拨款收入支出决算表', 'Funds by subject'),
    caption: /^政府性基金预算财政拨款收入支出决算表$/,
    kind: 'subjects',
    columns: BALANCE,
  },
  {
    id: 'capital',
    name: label('国有资本经营预算财政拨款支出决算表', 'State capital by subject'),
    caption: /^国有资本经营预算财政拨款(?:收入)?支出决算表$/,
    kind: 'subjects',
    columns: BALANCE,
  },
];

/** Rows of the two tables of totals that every report has, and of the two halves of table six. */
export const KNOWN_ROWS: readonly { readonly id: string; readonly label: Label; readonly printed: RegExp }[] = [
  { id: 'yearIncome', label: label('本年收入合计', 'Income of the year'), printed: /^本年收入(?:合计)?$/ },
  { id: 'yearSpending', label: label('本年支出合计', 'Spending of the year'), printed: /^本年支出(?:合计)?$/ },
  {
    id: 'drawn',
    label: label('使用非财政拨款结余', 'Reserves drawn'),
    printed: /^(?:使用|用).{0,4}非财政拨款结余(?:\(?含专用结余\)?)?$/,
  },
  { id: 'distributed', label: label('结余分配', 'Distributed'), printed: /^结余分配$/ },
  { id: 'opening', label: label('年初结转和结余', 'Carried in'), printed: /^年初(?:财政拨款)?结转和结余$/ },
  { id: 'closing', label: label('年末结转和结余', 'Carried out'), printed: /^年末(?:财政拨款)?结转和结余$/ },
  { id: 'staff', label: label('人员经费合计', 'Staff'), printed: /^人员经费合计$/ },
  { id: 'office', label: label('公用经费合计', 'Office'), printed: /^公用经费合计$/ },
];

function isHalf({ id }: { readonly id: string }): boolean {
  return id === 'staff' || id === 'office';
}

export function tableOf({ id, name, kind, columns }: Ledger): FormTable {
  const cells = (row: string): FormTable['rows'][number]['cells'] =>
    columns.map(({ column: own }) => ({ id: `${id}.${row}.${own.id}`, column: own, type: 'decimal' }));
  const row = (own: string, text: Label): FormTable['rows'][number] => ({
    id: own,
    label: text,
    aliases: [],
    path: [],
    cells: cells(own),
  });
  const rows =
    kind === 'subjects'
      ? [row('total', label('合计', 'Total'))]
      : kind === 'expenses'
        ? [row('final', label('决算数', 'Final')), row('budget', label('预算数', 'Budget'))]
        : kind === 'economic'
          ? KNOWN_ROWS.filter(isHalf).map((known) => row(known.id, known.label))
          : [
              ...KNOWN_ROWS.filter((known) => !isHalf(known)).map((known) => row(known.id, known.label)),
              row('incomeTotal', label('收入总计', 'Income, total')),
              row('spendingTotal', label('支出总计', 'Spending, total')),
            ];
  return {
    id,
    name,
    section: 0,
    // Labels beside numbers.
    shape: 'articles',
    rows,
    open: columns.map((each) => each.column),
    relations: [],
    locatedBy: 'accounts-suspect-cell',
  };
}
