import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';
import { brokenKinds } from './stated-kinds';

export const rule = defineRule<{ sum: number; decided: number }>({
  id: 'text-kind-sum',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三第三项与正文' },
  summary: {
    'zh-CN': '正文在一句里列出三类以上办理结果的，合计等于所称办结（收到）数或表三（七）总计。',
    en: 'Where a sentence lists three or more outcomes, they add up to the number decided or received.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文各类答复合计 ${data.sum} 件，与办结总数 ${data.decided} 件不符。`,
    en: ({ data }) => `The outcomes in the text add up to ${data.sum}, not to the ${data.decided} decided.`,
  },
  advice: { 'zh-CN': '核对各类件数。', en: 'Check the number of each outcome.' },
  examples: [
    {
      name: '合计相符',
      prose: {
        3: ['办结依申请公开件12件（含2023年结转的3件），其中，予以公开6件，部分公开2件，不予公开1件，无法提供3件。'],
      },
      cells: {
        'applications.received.individual': 9,
        'applications.received.total': 9,
        'applications.carriedIn.individual': 3,
        'applications.carriedIn.total': 3,
        'applications.granted.individual': 6,
        'applications.granted.total': 6,
        'applications.partlyGranted.individual': 2,
        'applications.partlyGranted.total': 2,
        'applications.refused.stateSecret.individual': 1,
        'applications.refused.stateSecret.total': 1,
        'applications.unavailable.notHeld.individual': 3,
        'applications.unavailable.notHeld.total': 3,
        'applications.decided.individual': 12,
        'applications.decided.total': 12,
      },
      findings: 0,
    },
    {
      name: '合计不符',
      prose: { 3: ['答复政府信息公开申请10件。予以公开3件；不予公开1件；无法提供2件；不予处理1件。'] },
      cells: {
        'applications.received.individual': 10,
        'applications.received.total': 10,
        'applications.granted.individual': 3,
        'applications.granted.total': 3,
        'applications.refused.otherLaw.individual': 1,
        'applications.refused.otherLaw.total': 1,
        'applications.unavailable.notHeld.individual': 5,
        'applications.unavailable.notHeld.total': 5,
        'applications.notHandled.repeated.individual': 1,
        'applications.notHandled.repeated.total': 1,
        'applications.decided.individual': 10,
        'applications.decided.total': 10,
      },
      findings: 1,
    },
  ],
  check: (report) =>
    brokenKinds(report).map(({ passage, start, end, sum, decided }) => ({
      data: { sum, decided },
      quote: quoteIn(passage, start, end),
      place: placeIn(passage, start, end),
    })),
});
