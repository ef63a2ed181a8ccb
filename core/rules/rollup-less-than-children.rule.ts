import type { CellId } from '../forms/form';
import { defineRule } from './rule';

export const rule = defineRule<{ cell: CellId; region: number; sum: number; children: number; more: number }>({
  id: 'rollup-less-than-children',
  severity: 'warning',
  judgesSet: true,
  source: { document: '《中华人民共和国政府信息公开条例》', clause: '第四十九条：本级政府的年度报告' },
  summary: {
    'zh-CN': '全地区汇总的数不小于所属各单位之和。只有本机关数据的报告不比。每个地区一条，逐项见汇总表。',
    en: 'The numbers of a region are no less than the sum of its organs’. Reports of an organ alone are not compared. Once for each region; the table has the rest.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.cell(data.cell)}填 ${data.region}，小于所属 ${data.children} 个单位之和 ${data.sum}${data.more > 0 ? `；另有 ${data.more} 项同样偏小` : ''}。`,
    en: ({ data }, name) =>
      `${name.cell(data.cell)}: ${data.region}, less than ${data.sum}, the sum of ${data.children} organs${data.more > 0 ? `; so are ${data.more} more figures` : ''}.`,
  },
  advice: {
    'zh-CN': '核对汇总范围，以及所属单位在汇总后是否更正过数据。',
    en: 'Check what was rolled up, and whether organs corrected figures afterwards.',
  },
  examples: [{ name: '只看一份报告时不作判断', findings: 0 }],
});
