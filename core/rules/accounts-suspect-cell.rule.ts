import type { Change } from './finding';
import { defineRule, type Naming } from './rule';

const zh = ({ cell, value, expected }: Change, name: Naming): string =>
  `${name.cell(cell)}填 ${value ?? '空'}，推算应为 ${expected}`;
const en = ({ cell, value, expected }: Change, name: Naming): string =>
  `${name.cell(cell)} says ${value ?? 'nothing'}, the sums ask for ${expected}`;

/** Its findings are made by core/locate/locate-rounded. */
export const rule = defineRule<Record<string, never>>({
  id: 'accounts-suspect-cell',
  severity: 'error',
  about: 'final-accounts',
  source: { document: '财政部《部门决算报表制度》', clause: '各表表内、表间勾稽关系' },
  summary: {
    'zh-CN':
      '部门决算算式不符时，指出改动哪一格能使有关各式（表内、表间）都在尾差之内相符。代替 accounts-sum、accounts-tables-differ 的提示。',
    en: 'Where sums of final accounts fail, names the cell whose change makes all of them agree within rounding. Replaces accounts-sum and accounts-tables-differ.',
  },
  messages: {
    'zh-CN': ({ repairs }, name) => {
      const changes = repairs.flat();
      const [first] = changes;
      if (first === undefined) return '决算表算式不符，未能确定单元格。';
      if (changes.length === 1) return `疑似单元格有误：${zh(first, name)}。`;
      return `决算表有一处不符，改动以下任一格都能使算式相符（共 ${changes.length} 格），如${zh(first, name)}。`;
    },
    en: ({ repairs }, name) => {
      const changes = repairs.flat();
      const [first] = changes;
      if (first === undefined) return 'Sums of the accounts fail; the cell could not be determined.';
      if (changes.length === 1) return `Probably a wrong cell: ${en(first, name)}.`;
      return `Sums of the accounts fail; any of ${changes.length} changes makes them agree, such as: ${en(first, name)}.`;
    },
  },
  advice: { 'zh-CN': '与决算报表核对该单元格。', en: 'Check this cell against the accounts.' },
  examples: [
    { name: '各表相符', accounts: {}, findings: 0 },
    { name: '尾差在四舍五入之内', accounts: { 'basicSpending.302.amount': '10.01' }, findings: 0 },
    { name: '款级科目写错', accounts: { 'spending.20139.total': '56.00' }, findings: 1 },
    { name: '表间不符', accounts: { 'income.total.total': '109.00' }, findings: 1 },
    {
      name: '两处互不相干的错误分两条',
      accounts: { 'spending.20139.total': '56.00', 'basicSpending.30201.amount': '1.00' },
      findings: 2,
    },
  ],
});
