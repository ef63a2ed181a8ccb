import { listedPartsIn } from '../statements/listed-parts';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';

export const rule = defineRule<{ stated: number; listed: number }>({
  id: 'listed-parts-count',
  severity: 'info',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确' },
  summary: {
    'zh-CN': '前言称报告由几部分组成的，与所列名称个数一致。',
    en: 'Where a foreword says of how many parts the report is made, it names as many.',
  },
  messages: {
    'zh-CN': ({ data }) => `称“${data.stated} 部分”，实列 ${data.listed} 项。`,
    en: ({ data }) => `The text speaks of ${data.stated} parts and names ${data.listed}.`,
  },
  advice: { 'zh-CN': '更正部分数或补全名称。', en: 'Correct the number, or name the part left out.' },
  examples: [
    {
      name: '六部分，列六项',
      prose: {
        0: [
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。',
        ],
      },
      findings: 0,
    },
    { name: '列举不全', prose: { 0: ['报告包括总体情况、主动公开情况、依申请公开情况等六个部分。'] }, findings: 0 },
    {
      name: '六部分，列五项',
      prose: {
        0: [
          '本年度报告由政府信息公开工作总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的问题及改进措施六部分组成。',
        ],
      },
      findings: 1,
    },
    {
      name: '七部分，列五项',
      prose: {
        0: [
          '本年度报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，存在的问题，其他需要报告的事项七部分组成。',
        ],
      },
      findings: 1,
    },
  ],
  *check({ passages }) {
    for (const passage of passages) {
      for (const { start, end, stated, least, most } of listedPartsIn(passage)) {
        yield {
          data: { stated, listed: stated > most ? most : least },
          quote: quoteIn(passage, start, end),
          place: placeIn(passage, start, end),
        };
      }
    }
  },
});
