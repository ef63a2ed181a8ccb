import { type PersonalDataKind, personalDataIn, placeOfPersonalData } from '../statements/personal-data';
import { defineRule } from './rule';

const NAMES: Readonly<Record<PersonalDataKind, { 'zh-CN': string; en: string }>> = {
  identity: { 'zh-CN': '身份证号码', en: 'the number of an identity card' },
  mobile: { 'zh-CN': '手机号码', en: 'a mobile phone number' },
  account: { 'zh-CN': '银行账号', en: 'the number of a bank account' },
};

export const rule = defineRule<{ kind: PersonalDataKind }>({
  id: 'privacy-leak',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '《政府信息公开条例》', clause: '第十五条：涉及个人隐私的政府信息' },
  summary: {
    'zh-CN':
      '正文中不出现身份证号码（错误）、手机号码、个人银行账号。固定电话、办公地址、公务邮箱不算。问题只显示脱敏后的号码。',
    en: 'The text holds no number of an identity card (error), of a mobile phone or of a person’s bank account; land lines, office addresses and official mail are fine. Findings show masked numbers only.',
  },
  messages: {
    'zh-CN': ({ data, quote }) => `正文出现疑似${NAMES[data.kind]['zh-CN']}（${quote ?? ''}）。`,
    en: ({ data, quote }) => `The text holds what looks like ${NAMES[data.kind].en} (${quote ?? ''}).`,
  },
  advice: {
    'zh-CN': '脱敏后重新发布，如138****1234；值班电话尽量用固定电话。',
    en: 'Mask it and publish again, as in 138****1234; give a land line where one can call.',
  },
  examples: [
    {
      name: '固定电话、邮编、公务邮箱、信用代码、索引号',
      prose: {
        6: [
          '联系电话：0527-12345678、01012345678，邮编：223600，邮箱：13800138000@example.com。',
          '统一社会信用代码：113208000141234567；索引号：014319723/2025-00012；网站标识码3208000001。',
        ],
      },
      findings: 0,
    },
    { name: '已脱敏', prose: { 6: ['联系人：张某，电话138****8000。'] }, findings: 0 },
    { name: '手机号码', prose: { 6: ['如有疑问，请联系张某（电话：138 0013 8000）。'] }, findings: 1 },
    { name: '身份证号码', prose: { 3: ['申请人李某（身份证号11010519491231002X）申请公开征地批文。'] }, findings: 1 },
    { name: '银行卡号', prose: { 6: ['退费账号：6222021234567890128，开户行某银行。'] }, findings: 1 },
  ],
  *check(report) {
    for (const passage of report.passages) {
      for (const each of personalDataIn(passage)) {
        yield {
          data: { kind: each.kind },
          severity: each.kind === 'identity' ? 'error' : 'warning',
          quote: each.masked,
          place: placeOfPersonalData(passage, each),
          // Not the quote: digits left standing in a mask would tell numbers apart in a fingerprint.
          about: each.kind,
        };
      }
    }
  },
});
