import { informationFees } from '../statements/information-fee';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';

export const rule = defineRule<{ yuan: number }>({
  id: 'infofee-multiple',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）', clause: '收费标准：按件、按量' },
  summary: {
    'zh-CN': '信息处理费按件每件 100 元起，按量每页 10、20、40 元，金额是 10 元的整数倍。',
    en: 'Information processing fees are charged in steps of 10 yuan, so their sum is a multiple of 10.',
  },
  messages: {
    'zh-CN': ({ data }) => `信息处理费 ${data.yuan} 元不是 10 元的整数倍，与收费标准不符。`,
    en: ({ data }) => `The information processing fee of ${data.yuan} yuan is no multiple of 10.`,
  },
  advice: {
    'zh-CN': '核对金额（标准见国办函〔2020〕109号）。',
    en: 'Check the amount against the tariff of 2020.',
  },
  examples: [
    { name: '380 元', prose: { 6: ['有1件政府信息公开申请案件收取信息处理费380元。'] }, findings: 0 },
    { name: '385 元', prose: { 6: ['本年度实际收取信息处理费共计385元。'] }, findings: 1 },
  ],
  *check({ passages }) {
    for (const { yuan, passage, start, end } of informationFees(passages)) {
      if (yuan === null || yuan % 10 === 0) continue;
      yield { data: { yuan }, quote: quoteIn(passage, start, end), place: placeIn(passage, start, end) };
    }
  },
});
