import { gather } from '../document/gather';
import type { Change } from './finding';
import { operationText } from './operation-words';
import { defineRule, type Language, type MessageInput, type Naming } from './rule';

const shown = (value: number | null): string => (value === null ? '空' : String(value));

function one(change: Change, name: Naming): string {
  return `${name.cell(change.cell)}填 ${shown(change.value)}，按行、列算式推算应为 ${change.expected}`;
}

/** What a slip of several cells would be, as a sentence of its own. */
function act({ operations = [] }: MessageInput, language: Language, name: Naming): string {
  const told = gather(operations, (operation) => operationText(operation, language, name) ?? []);
  const [first, ...others] = told;
  if (first === undefined) return '';
  if (language === 'en')
    return ` Perhaps ${first}${others.length > 0 ? `, or one of ${others.length} similar slips` : ''}.`;
  return `可能是${first}${others.length > 0 ? `（类似情形共 ${told.length} 种）` : ''}。`;
}

/** So many repairs are told of a tie of three or more; who wants all of them opens the finding. */
const TOLD = 2;

/** A slip that is named tells the first repair in words already. */
function told({ repairs }: MessageInput, slip: string, say: (repair: readonly Change[]) => string): string[] {
  const most = slip === '' ? TOLD : 1;
  return repairs.slice(0, repairs.length > 2 ? most : repairs.length).map(say);
}

/** “部分公开”行自然人列 12→15、总计列 40→43: each row is named once, the table before all of them. */
function rowsOf(repair: readonly Change[], say: (cells: readonly Change[], row: string) => string): string[] {
  const rows = new Map<string, Change[]>();
  for (const change of repair) {
    const row = change.cell.split('.').slice(1, -1).join('.');
    rows.set(row, [...(rows.get(row) ?? []), change]);
  }
  return [...rows].map(([row, changes]) => say(changes, row));
}

const columnOf = ({ cell }: Change): string => cell.split('.').at(-1) ?? '';
const TABLE = 'applications';

function chinese(input: MessageInput, name: Naming): string {
  const { repairs } = input;
  const slip = act(input, 'zh-CN', name);
  const [first, ...others] = repairs;
  if (first === undefined) return `表三有若干算式不符，${slip === '' ? '未能确定单元格。' : slip}`;
  if (others.length === 0) {
    return first.length === 1
      ? `疑似单元格有误：${first.map((change) => one(change, name)).join('')}。`
      : `疑似有 ${first.length} 个单元格有误：${first.map((change) => one(change, name)).join('；')}。${slip}`;
  }
  const cell = (each: Change): string =>
    `${name.column(TABLE, columnOf(each))}列 ${shown(each.value)}→${each.expected}`;
  const row = (own: readonly Change[], id: string): string => `“${name.row(TABLE, id)}”行${own.map(cell).join('、')}`;
  const some = told(input, slip, (repair) => rowsOf(repair, row).join('，')).join('；或');
  return repairs.length === 2
    ? `表三有数据不符，两种改法都能使算式相符：${some}。${slip}`
    : `表三有数据不符，共 ${repairs.length} 种改法都能使算式相符，如${some}。${slip}`;
}

function english(input: MessageInput, name: Naming): string {
  const { repairs } = input;
  const each = (change: Change): string =>
    `${name.cell(change.cell)} says ${change.value ?? 'nothing'}, the sums of its row and column ask for ${change.expected}`;
  const slip = act(input, 'en', name);
  const [first, ...others] = repairs;
  if (first === undefined)
    return `Several sums of table 3 fail${slip === '' ? '; the cell could not be determined.' : `.${slip}`}`;
  const changes = first.map(each).join('; ');
  if (others.length === 0)
    return first.length === 1
      ? `Probably a wrong cell: ${changes}.`
      : `Probably ${first.length} wrong cells: ${changes}.${slip}`;
  const cell = (change: Change): string =>
    `${name.column(TABLE, columnOf(change))} ${change.value ?? 'empty'}→${change.expected}`;
  const row = (own: readonly Change[], id: string): string => `“${name.row(TABLE, id)}” ${own.map(cell).join(', ')}`;
  const some = told(input, slip, (repair) => rowsOf(repair, row).join(', ')).join('; or ');
  return repairs.length === 2
    ? `Sums of table 3 fail; either of two repairs makes them agree: ${some}.${slip}`
    : `Sums of table 3 fail; any of ${repairs.length} repairs makes them agree, such as ${some}.${slip}`;
}

export const rule = defineRule<Record<string, never>>({
  id: 't3-suspect-cell',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三各勾稽关系' },
  summary: {
    'zh-CN':
      '表三算式不符时，指出改动哪一格（最少几格）能使全部算式相符。代替 t3-balance、t3-items-total、t3-row-total 的提示。',
    en: 'Where sums of table 3 fail, names the cell (or the fewest cells) whose change makes all of them agree. Replaces t3-balance, t3-items-total and t3-row-total.',
  },
  messages: { 'zh-CN': chinese, en: english },
  advice: { 'zh-CN': '请对照登记台账核实该单元格。', en: 'Check this cell against the register of requests.' },
  examples: [
    {
      name: '一格写错',
      cells: {
        'applications.received.individual': 21,
        'applications.received.total': 21,
        'applications.granted.individual': 12,
        'applications.granted.total': 21,
        'applications.decided.individual': 21,
        'applications.decided.total': 21,
      },
      findings: 1,
    },
    {
      name: '两处互不相干的错误分两条',
      cells: { 'applications.granted.individual': 2, 'applications.refused.stateSecret.company': 3 },
      findings: 2,
    },
    {
      name: '一行数字右移一列，改动超过三格，仍是一条',
      cells: {
        'applications.received.individual': 24,
        'applications.received.company': 13,
        'applications.received.research': 5,
        'applications.received.charity': 2,
        'applications.received.total': 44,
        'applications.decided.individual': 24,
        'applications.decided.company': 13,
        'applications.decided.research': 5,
        'applications.decided.charity': 2,
        'applications.decided.total': 44,
        'applications.granted.company': 24,
        'applications.granted.research': 13,
        'applications.granted.charity': 5,
        'applications.granted.legalService': 2,
        'applications.granted.total': 44,
      },
      findings: 1,
    },
  ],
});
