import type { Change } from './finding';
import { defineRule, type MessageInput, type Naming } from './rule';

const shown = (value: number | null): string => (value === null ? '空' : String(value));

function one(change: Change, name: Naming): string {
  return `${name.cell(change.cell)}填 ${shown(change.value)}，按行、列算式推算应为 ${change.expected}`;
}

function chinese({ repairs }: MessageInput, name: Naming): string {
  const [first, ...others] = repairs;
  if (first === undefined) return '表三有若干算式不符，未能确定单元格。';
  if (others.length === 0) {
    return first.length === 1
      ? `疑似单元格有误：${first.map((change) => one(change, name)).join('')}。`
      : `疑似有 ${first.length} 个单元格有误：${first.map((change) => one(change, name)).join('；')}。`;
  }
  const cells = new Set(repairs.flat().map((change) => change.cell)).size;
  return `表三有数据不符，${cells} 个单元格都可能有误，共 ${repairs.length} 种改法，例如${first.map((change) => one(change, name)).join('；')}。`;
}

function english({ repairs }: MessageInput, name: Naming): string {
  const each = (change: Change): string =>
    `${name.cell(change.cell)} says ${change.value ?? 'nothing'}, the sums of its row and column ask for ${change.expected}`;
  const [first, ...others] = repairs;
  if (first === undefined) return 'Several sums of table 3 fail; the cell could not be determined.';
  const cells = new Set(repairs.flat().map((change) => change.cell)).size;
  const changes = first.map(each).join('; ');
  if (others.length === 0)
    return first.length === 1
      ? `Probably a wrong cell: ${changes}.`
      : `Probably ${first.length} wrong cells: ${changes}.`;
  return `Sums of table 3 fail; any of ${cells} cells may be wrong, with ${repairs.length} possible repairs, for example: ${changes}.`;
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
  ],
});
