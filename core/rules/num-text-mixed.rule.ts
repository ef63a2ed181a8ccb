import { cellsOf } from './cells';
import { defineRule } from './rule';

export const rule = defineRule<{ raw: string }>({
  id: 'num-text-mixed',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二至表四' },
  summary: { 'zh-CN': '单元格里只填数字，不带文字或单位。', en: 'Cells hold numbers only, no words or units.' },
  messages: {
    'zh-CN': ({ cells, data }, name) => `${name.cell(cells[0] ?? '')}填写“${data.raw}”，含文字、单位或空格。`,
    en: ({ cells, data }, name) => `${name.cell(cells[0] ?? '')} says “${data.raw}”, with words, a unit or spaces.`,
  },
  advice: { 'zh-CN': '单元格只填数字。', en: 'Enter the number alone.' },
  examples: [
    { name: '纯数字', cells: { 'disclosure.penalty.decisions': 12 }, findings: 0 },
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
  *check(report) {
    for (const { cell, fact } of cellsOf(report)) {
      if (cell.type !== 'count' && cell.type !== 'decimal') continue;
      const unsure = fact.state === 'text' && /\d/.test(fact.raw) && /[\p{Script=Han}\s,，]|^[\d.]+$/u.test(fact.raw);
      if (fact.mixed || unsure) yield { data: { raw: fact.raw }, cells: [cell.id], place: fact.place };
    }
  },
});
