/** The sums of the nine tables, within a table and between tables, over the rows that a report has. */
import { gather } from '../document/gather';
import type { Relation } from '../relations/relation';
import type { LedgerRow, LedgerRows } from './accounts-rows';
import type { CellId, TableId } from './form';

export const WITHIN = 'accounts-sum';
export const BETWEEN = 'accounts-tables-differ';

type Tables = ReadonlyMap<TableId, LedgerRows>;

/** 收入总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余 and the like: parts that a table may leave out. */
interface Sum {
  readonly id: string;
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
}

/** Relations whose total was read; a part that the table does not have counts nothing. */
export function equationsOf(tables: Tables): Relation[] {
  const cells = cellsOf(tables);
  const within = gather([...tables], ([id, table]) => sumsWithin(id, table));
  const known = (sum: Sum): Sum => ({
    ...sum,
    left: sum.left.filter((cell) => cells.has(cell)),
    right: sum.right.filter((cell) => cells.has(cell)),
  });
  const stated = (sum: Sum, rule: string): Relation[] => {
    const { id, left, right } = known(sum);
    const [total] = sum.left;
    if (total === undefined || !cells.has(total) || right.length === 0) return [];
    return [{ id, at: total, left, right, rule }];
  };
  return [
    ...gather(within, (sum) => stated(sum, WITHIN)),
    ...gather(
      sumsBetween(tables).filter((sum) => [...sum.left, ...sum.right].every((cell) => cells.has(cell))),
      (sum) => stated(sum, BETWEEN),
    ),
  ];
}

function cellsOf(tables: Tables): Set<CellId> {
  return new Set(
    gather([...tables], ([id, { rows }]) =>
      gather(rows, (row) => [...row.values.keys()].map((column) => `${id}.${row.id}.${column}`)),
    ),
  );
}

function sumsWithin(id: TableId, table: LedgerRows): Sum[] {
  if (id === 'totals') return [...listed(id, table, ['amount'], 'amount'), ...grandTotals(id, ['amount'], 'amount')];
  if (id === 'grantTotals') {
    const columns = ['total', 'general', 'fund', 'capital'];
    return [
      ...listed(id, table, columns, 'amount'),
      ...grandTotals(id, columns, 'total'),
      ...table.rows
        .filter(({ side }) => side === 1)
        .map((row) => rowSum(id, row.id, 'total', ['general', 'fund', 'capital'])),
    ];
  }
  if (id === 'basicSpending') return [...nested(id, table, ['amount']), ...halves(table)];
  if (id === 'expenses') {
    return gather(['budget', 'final'], (row) => [
      rowSum(id, row, 'total', ['abroad', 'vehicles', 'reception']),
      rowSum(id, row, 'vehicles', ['purchase', 'running']),
    ]);
  }
  return [...nested(id, table, columnsOf(table)), ...subjectRows(id, table)];
}

function columnsOf({ rows }: LedgerRows): string[] {
  return [...new Set(gather(rows, ({ values }) => [...values.keys()]))];
}

function rowSum(table: TableId, row: string, total: string, parts: readonly string[]): Sum {
  return {
    id: `accounts-row-${total}`,
    left: [`${table}.${row}.${total}`],
    right: parts.map((part) => `${table}.${row}.${part}`),
  };
}

/** Each row of a table by subject: its total, and what comes of the year before. */
function subjectRows(table: TableId, { rows, whole }: LedgerRows): Sum[] {
  if (!whole) return [];
  return gather(rows, (row) => {
    const columns = [...row.values.keys()];
    if (columns.includes('opening')) {
      const cell = (column: string): CellId => `${table}.${row.id}.${column}`;
      const carried = {
        id: 'accounts-carried',
        left: [cell('closing'), cell('spent')],
        right: [cell('opening'), cell('income')],
      };
      return [carried, rowSum(table, row.id, 'spent', ['basic', 'project'])];
    }
    if (columns.includes('spent')) return [rowSum(table, row.id, 'spent', ['basic', 'project'])];
    return [
      rowSum(
        table,
        row.id,
        'total',
        columns.filter((column) => column !== 'total'),
      ),
    ];
  });
}

/** 类 = its 款, 款 = its 项, and 合计 = all 类, in each column. */
function nested(table: TableId, { rows, whole }: LedgerRows, columns: readonly string[]): Sum[] {
  const codes = rows.map(({ id }) => id).filter((id) => /^\d+$/.test(id));
  // The same code twice: nobody knows which is meant.
  if (!whole || new Set(codes).size < codes.length) return [];
  const under = (parent: string): string[] =>
    codes.filter((code) =>
      parent === 'total' ? code.length === 3 : code.length === parent.length + 2 && code.startsWith(parent),
    );
  return gather(['total', ...codes], (parent) =>
    columns.map((column) => ({
      id: `accounts-subjects-${column}`,
      left: [`${table}.${parent}.${column}`],
      right: under(parent).map((code) => `${table}.${code}.${column}`),
    })),
  );
}

/** The items above 本年收入合计 and 本年支出合计; what is not numbered among them may be counted or not. */
function listed(table: TableId, { rows, whole }: LedgerRows, columns: readonly string[], income: string): Sum[] {
  return gather(['yearIncome', 'yearSpending'] as const, (total, side) => {
    const own = rows.filter((row) => row.side === side);
    const end = own.findIndex(({ id }) => id === total);
    const items = own.slice(0, Math.max(end, 0));
    if (!whole || items.length === 0 || items.some(({ numbered }) => !numbered)) return [];
    return (side === 0 ? [income] : columns).map((column) => ({
      id: `accounts-items-${column}`,
      left: [`${table}.${total}.${column}`],
      right: items.map((item) => `${table}.${item.id}.${column}`),
    }));
  });
}

function grandTotals(table: TableId, columns: readonly string[], both: string): Sum[] {
  const cell = (row: string, column: string): CellId => `${table}.${row}.${column}`;
  return [
    {
      id: 'accounts-grand',
      left: [cell('incomeTotal', 'amount')],
      right: ['yearIncome', 'drawn', 'opening'].map((row) => cell(row, 'amount')),
    },
    ...columns.map((column) => ({
      id: `accounts-grand-${column}`,
      left: [cell('spendingTotal', column)],
      right: ['yearSpending', 'distributed', 'closing'].map((row) => cell(row, column)),
    })),
    { id: 'accounts-both-sides', left: [cell('incomeTotal', 'amount')], right: [cell('spendingTotal', both)] },
  ];
}

/** 人员经费 stands on the left, 公用经费 on the right. */
function halves({ rows, whole }: LedgerRows): Sum[] {
  if (!whole) return [];
  const groups = (own: (code: string) => boolean): CellId[] =>
    rows.filter(({ id }) => /^\d{3}$/.test(id) && own(id)).map(({ id }) => `basicSpending.${id}.amount`);
  const isStaff = (code: string): boolean => code === '301' || code === '303';
  return [
    { id: 'accounts-staff', left: ['basicSpending.staff.amount'], right: groups(isStaff) },
    { id: 'accounts-office', left: ['basicSpending.office.amount'], right: groups((code) => !isStaff(code)) },
  ];
}

/** 01 = 02 = 03, 04 = 05 + 08 + 09 part by part, 06 = 05: the same amount stands in two tables. */
function sumsBetween(tables: Tables): Sum[] {
  const same = (left: CellId, ...right: CellId[]): Sum => ({ id: 'accounts-same', left: [left], right });
  return [
    same('income.total.total', 'totals.yearIncome.amount'),
    same('spending.total.total', 'totals.yearSpending.amount'),
    same('income.total.grant', 'grantTotals.yearIncome.amount'),
    same('income.total.superior', 'totals.上级补助收入.amount'),
    same('income.total.services', 'totals.事业收入.amount'),
    same('income.total.business', 'totals.经营收入.amount'),
    same('income.total.affiliates', 'totals.附属单位上缴收入.amount'),
    same('income.total.other', 'totals.其他收入.amount'),
    same('generalBudget.total.total', 'grantTotals.yearSpending.general'),
    same('fund.total.spent', 'grantTotals.yearSpending.fund'),
    same('capital.total.spent', 'grantTotals.yearSpending.capital'),
    same('generalBudget.total.basic', 'basicSpending.staff.amount', 'basicSpending.office.amount'),
    ...budgets(),
    ...functions(tables, 'spending', 'total', 'totals', 'amount'),
    ...functions(tables, 'generalBudget', 'total', 'grantTotals', 'general'),
  ];
}

function budgets(): Sum[] {
  return ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((budget) => ({
    id: 'accounts-same',
    left: [`totals.${budget}收入.amount`],
    right: [`grantTotals.${budget}.amount`],
  }));
}

/** 201 一般公共服务支出 by subject is the item of the same name among the totals. */
function functions(tables: Tables, from: TableId, column: string, to: TableId, other: string): Sum[] {
  const items = new Set((tables.get(to)?.rows ?? []).filter(({ numbered }) => numbered).map(({ id }) => id));
  const groups = (tables.get(from)?.rows ?? []).filter(({ id, label }) => /^\d{3}$/.test(id) && items.has(label));
  return groups.map(({ id, label }: LedgerRow) => ({
    id: 'accounts-same',
    left: [`${from}.${id}.${column}`],
    right: [`${to}.${label}.${other}`],
  }));
}
