import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-r1',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三第一项与正文' },
  summary: {
    'zh-CN': '正文所称新收（收到、受理）申请数与表三“本年新收”一致；“受理”也可以连上年结转。',
    en: 'The requests said to be received agree with table 3; “accepted” may include those carried over.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称新收申请“${data.stated}”，表三“本年新收”总计为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.stated} requests were received; table 3 has ${data.value}.`,
  },
  advice: { 'zh-CN': '核对并统一正文与表格。', en: 'Check both and make text and table agree.' },
  examples: [
    {
      name: '受理数含上年结转',
      prose: { 3: ['全年共受理政府信息公开申请6件。'] },
      cells: {
        'applications.received.individual': 5,
        'applications.received.total': 5,
        'applications.carriedIn.individual': 1,
        'applications.carriedIn.total': 1,
        'applications.granted.individual': 6,
        'applications.granted.total': 6,
        'applications.decided.individual': 6,
        'applications.decided.total': 6,
      },
      findings: 0,
    },
    {
      name: '正文与表格不一致',
      prose: { 3: ['本年度，共受理政府信息公开申请2件。'] },
      cells: {
        'applications.received.individual': 3,
        'applications.received.total': 3,
        'applications.granted.individual': 3,
        'applications.granted.total': 3,
        'applications.decided.individual': 3,
        'applications.decided.total': 3,
      },
      findings: 1,
    },
    {
      name: '其他年份、其他事项的数字',
      prose: {
        3: [
          '2022年上半年收到政府信息公开申请9件。自2008年以来累计收到政府信息公开申请381件。受理行政许可申请114件，处理群众留言92条。',
        ],
      },
      cells: {
        'applications.received.individual': 3,
        'applications.received.total': 3,
        'applications.granted.individual': 3,
        'applications.granted.total': 3,
        'applications.decided.individual': 3,
        'applications.decided.total': 3,
      },
      findings: 0,
    },
  ],
  check: (report) => mismatches(report, 'received'),
});
