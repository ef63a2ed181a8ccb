/** V19-6 of the 2019 form: the unit of the amount stands in its cell. */
import { gather } from '../document/gather';
import { cell2019 } from './disclosure-2019';
import { defineRule } from './rule';

const CELL = cell2019('procurement', 'amount');

export const rule = defineRule<{ raw: string }>({
  id: 'procurement-unit',
  severity: 'info',
  source: { document: '国办公开办函〔2019〕60号（试行）', clause: '表二第二十条第（九）项' },
  summary: {
    'zh-CN': '2019 年格式表二没有规定采购总金额的单位，应在金额后写明元或万元。',
    en: 'The 2019 form gives no unit for the amount of procurement: it is written beside the number.',
  },
  messages: {
    'zh-CN': ({ data }, name) => `${name.cell(CELL)}填写“${data.raw}”，未写单位。`,
    en: ({ data }, name) => `${name.cell(CELL)} has “${data.raw}” without a unit.`,
  },
  advice: { 'zh-CN': '在金额后写明“元”或“万元”。', en: 'Write 元 or 万元 behind the number.' },
  examples: [
    {
      name: '写明单位',
      form: '2019',
      cells: { [CELL]: '251000元', 'disclosure.procurement.projects': 3 },
      findings: 0,
    },
    { name: '为 0', form: '2019', cells: { [CELL]: 0 }, findings: 0 },
    { name: '未写单位', form: '2019', cells: { [CELL]: '52.15', 'disclosure.procurement.projects': 6 }, findings: 1 },
  ],
  *check({ facts, form, document }) {
    const fact = facts.get(CELL);
    if (fact === undefined || fact.value === null || fact.value === 0 || fact.unit !== undefined) return;
    // Some print the unit in the heading of the column instead.
    const block = fact.place === null ? undefined : document.blocks[fact.place.block];
    const heading = block?.kind === 'table' ? gather(block.rows, ({ cells }) => cells.map(({ text }) => text)) : [];
    if (form.id !== 'open-info-annual@2019' || heading.some((text) => /采购.{0,12}元/.test(text))) return;
    yield { data: { raw: fact.raw }, cells: [CELL], place: fact.place };
  },
});
