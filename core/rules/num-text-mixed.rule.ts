import { cellsOf, sameText } from './cells';
import { defineRule } from './rule';

/** More of them than a number can have; likely those of several cells. */
const ONLY_DIGITS = /^\d+…?$/;

export const rule = defineRule<{ raw: string }>({
  id: 'num-text-mixed',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二至表四' },
  summary: { 'zh-CN': '单元格里只填数字，不带文字或单位。', en: 'Cells hold numbers only, no words or units.' },
  messages: {
    'zh-CN': ({ cells, data }, name) =>
      `${name.cell(cells[0] ?? '')}${cells.length > 1 ? `等 ${cells.length} 格` : ''}填写“${data.raw}”，${ONLY_DIGITS.test(data.raw) ? '位数过多，未能核对' : '含文字、单位或空格'}。`,
    en: ({ cells, data }, name) =>
      `${name.cell(cells[0] ?? '')}${cells.length > 1 ? ` and ${cells.length - 1} more cells` : ''}: “${data.raw}”, ${ONLY_DIGITS.test(data.raw) ? 'too many digits to be checked' : 'with words, a unit or spaces'}.`,
  },
  advice: { 'zh-CN': '一格只填一个数字。', en: 'Enter one number alone.' },
  examples: [
    { name: '纯数字', cells: { 'disclosure.penalty.decisions': 12 }, findings: 0 },
    { name: '二十位数字', cells: { 'disclosure.penalty.decisions': '12345678901234567890' }, findings: 1 },
    { name: '带单位', cells: { 'disclosure.penalty.decisions': '12件' }, findings: 1 },
    { name: '金额带单位', cells: { 'disclosure.fee.amount': '43.788万元' }, findings: 1 },
    {
      name: '采购总金额的单位应写在单元格内',
      form: '2019',
      year: 2020,
      cells: { 'disclosure.procurement.amount': '251000元' },
      findings: 0,
    },
  ],
  check: (report) =>
    sameText(cellsOf(report), (fact, { type }) => {
      if (type !== 'count' && type !== 'decimal') return false;
      const unsure = fact.state === 'text' && /\d/.test(fact.raw) && !(type === 'count' && /[a-z]/i.test(fact.raw));
      return fact.mixed === true || unsure;
    }),
});
