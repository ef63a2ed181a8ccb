/** Operations of several cells in words, for messages and reasoning. What one cell's slip is called stands in explain. */
import type { CellId } from '../forms/form';
import type { Change, Operation, OperationKind } from './finding';
import type { Language, Naming } from './rule';

type Say = (changes: readonly Change[], name: Naming) => string;
type Words = Readonly<Record<Language, Say>>;

const ACTS: Readonly<Partial<Record<OperationKind, Words>>> = {
  'total-recomputed': {
    'zh-CN': pair((one, other, name) => `${name.cell(one.cell)}填错，${name.cell(other.cell)}又按错数加总`),
    en: pair((one, other, name) => `${name.cell(one.cell)} is wrong and ${name.cell(other.cell)} was added up from it`),
  },
  'cells-swapped': {
    'zh-CN': pair((one, other, name) => `${name.cell(one.cell)}与${name.cell(other.cell)}的数字互换`),
    en: pair((one, other, name) => `the numbers of ${name.cell(one.cell)} and ${name.cell(other.cell)} are swapped`),
  },
  'rows-swapped': {
    'zh-CN': pair((one, other, name) => `${rowOf(one.cell, name)}行与${rowOf(other.cell, name)}行的数字互换`),
    en: pair((one, other, name) => `rows ${rowOf(one.cell, name)} and ${rowOf(other.cell, name)} are swapped`),
  },
  'row-shifted-left': alongRow('左', 'left'),
  'row-shifted-right': alongRow('右', 'right'),
  'column-shifted-up': alongColumn('上', 'up'),
  'column-shifted-down': alongColumn('下', 'down'),
};

/** “两行的数字互换”, without a full stop; null for what concerns a single cell. */
export function operationText({ kind, changes }: Operation, language: Language, name: Naming): string | null {
  return ACTS[kind]?.[language](changes, name) ?? null;
}

function pair(say: (one: Change, other: Change, name: Naming) => string): Say {
  return ([one, other], name) => (one === undefined || other === undefined ? '' : say(one, other, name));
}

function alongRow(zh: string, en: string): Words {
  const ends = (say: (row: string, from: string, to: string) => string): Say =>
    between((one, other, name) => say(rowOf(one, name), columnOf(one, name), columnOf(other, name)));
  return {
    'zh-CN': ends((row, from, to) => `${row}行自${from}列至${to}列的数字整体${zh}移一列`),
    en: ends((row, from, to) => `row ${row}, from ${from} to ${to}, stands one column to the ${en}`),
  };
}

function alongColumn(zh: string, en: string): Words {
  const ends = (say: (column: string, from: string, to: string) => string): Say =>
    between((one, other, name) => say(columnOf(one, name), rowOf(one, name), rowOf(other, name)));
  return {
    'zh-CN': ends((column, from, to) => `${column}列自${from}行至${to}行的数字整体${zh}移一行`),
    en: ends((column, from, to) => `column ${column}, from row ${from} to row ${to}, stands one row ${en}`),
  };
}

/** First and last cell of the changes. */
function between(say: (first: CellId, last: CellId, name: Naming) => string): Say {
  return (changes, name) => say(changes[0]?.cell ?? '', changes.at(-1)?.cell ?? '', name);
}

function rowOf(cell: CellId, name: Naming): string {
  const [table = '', ...rest] = cell.split('.');
  return `“${name.row(table, rest.slice(0, -1).join('.'))}”`;
}

function columnOf(cell: CellId, name: Naming): string {
  const [table = ''] = cell.split('.');
  return name.column(table, cell.split('.').at(-1) ?? '');
}
