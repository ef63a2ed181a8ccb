import type { Change } from './finding';
import { defineRule, type Naming } from './rule';

/** So many of a tie are told. */
const TOLD = 3;

const zh = (repair: readonly Change[], name: Naming): string =>
  repair.map(({ cell, value, expected }) => `${name.cell(cell)}填 ${value ?? '空'}，推算应为 ${expected}`).join('，并');
const en = (repair: readonly Change[], name: Naming): string =>
  repair
    .map(({ cell, value, expected }) => `${name.cell(cell)} says ${value ?? 'nothing'}, the sums ask for ${expected}`)
    .join(' and ');

/** Its findings are made by core/locate/locate. */
export const rule = defineRule<Record<string, never>>({
  id: 'enforcement-suspect-cell',
  // Not an error: where one decision imposes several kinds, some count it under each.
  severity: 'warning',
  about: 'enforcement-statistics',
  source: { document: '行政执法统计年报制度', clause: '合计为各种类之和，合计行为各执法主体之和' },
  summary: {
    'zh-CN':
      '行政执法统计年报算式不符时，指出改动哪一格能使各式相符。代替 enforcement-sum、enforcement-organs-sum 的提示。',
    en: 'Where sums of the statistics fail, names the cell whose change makes them agree. Replaces enforcement-sum and enforcement-organs-sum.',
  },
  messages: {
    'zh-CN': ({ repairs }, name) => {
      const [first] = repairs;
      if (first === undefined) return '行政执法统计表算式不符，未能确定单元格。';
      if (repairs.length === 1) return `疑似单元格有误：${zh(first, name)}。`;
      const some = repairs.slice(0, TOLD).map((repair) => zh(repair, name));
      return `行政执法统计表有一处不符，改动以下任一格都能使算式相符（共 ${repairs.length} 种改法），如${some.join('；或')}。`;
    },
    en: ({ repairs }, name) => {
      const [first] = repairs;
      if (first === undefined) return 'Sums of the statistics fail; the cell could not be determined.';
      if (repairs.length === 1) return `Probably a wrong cell: ${en(first, name)}.`;
      const some = repairs.slice(0, TOLD).map((repair) => en(repair, name));
      return `A sum of the statistics fails; any of ${repairs.length} changes makes it agree, such as: ${some.join('; or ')}.`;
    },
  },
  advice: { 'zh-CN': '与统计台账核对该单元格。', en: 'Check this cell against the register.' },
  examples: [
    { name: '相符', enforcement: {}, findings: 0 },
    { name: '一行之内，各格不分', enforcement: { 'penalty.total.total': '108165' }, findings: 1 },
    { name: '行列相交，指出一格', enforcement: { organs: '2', 'penalty.示例支队.fine': '7' }, findings: 1 },
  ],
});
