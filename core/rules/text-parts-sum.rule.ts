import { brokenSums } from '../statements/parts';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';
import { brokenFlows } from './stated-flow';
import { brokenKinds } from './stated-kinds';

type Data = {
  readonly sum: number;
  readonly total: number;
  /** 1: requests that came in against those decided and carried over. */
  readonly flow: 0 | 1;
  readonly carriedIn: number | null;
};

/** 343＋上年结转 5＝348 */
function cameIn({ total, carriedIn }: Data, word: string): string {
  return carriedIn === null || carriedIn === 0 ? `${total}` : `${total}${word}${carriedIn}＝${total + carriedIn}`;
}

export const rule = defineRule<Data>({
  id: 'text-parts-sum',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确全面' },
  summary: {
    'zh-CN': '“共…其中…”各分项之和等于总数；收到与办结、结转相抵。有“等”“主要”“余”的不算。',
    en: 'Parts of a total add up to it, and requests decided and carried over to those received; lists that leave something out are passed over.',
  },
  messages: {
    'zh-CN': ({ data, quote }) =>
      data.flow === 1
        ? `“${quote ?? ''}”前后不平：收到 ${cameIn(data, '＋上年结转 ')}，办结与结转下年合计 ${data.sum}。`
        : `“${quote ?? ''}”分项合计 ${data.sum}，与总数 ${data.total} 不符。`,
    en: ({ data, quote }) =>
      data.flow === 1
        ? `“${quote ?? ''}” does not balance: received ${cameIn(data, ' + carried in ')}, decided and carried over ${data.sum}.`
        : `The parts of “${quote ?? ''}” add up to ${data.sum}, not to ${data.total}.`,
  },
  advice: { 'zh-CN': '核对所列各数。', en: 'Check these numbers.' },
  examples: [
    {
      name: '相加相符，分项又有分项',
      prose: { 1: ['公开信息380条，其中文件30条，动态信息94条，机关信息104条（其中：人事信息4条），业务信息152条。'] },
      findings: 0,
    },
    { name: '列举不全', prose: { 1: ['公开信息100条，其中主要有文件30条、动态信息20条等。'] }, findings: 0 },
    {
      name: '分项多于总数',
      prose: { 1: ['发布信息239条，其中政务动态161条，信息公开71条，政策解读信息12条。'] },
      findings: 1,
    },
    {
      name: '办结与结转不足收到数',
      prose: { 3: ['受理政府信息公开申请11件，申请办结数8件，结转下一年办理1件。'] },
      cells: {
        'applications.received.individual': 11,
        'applications.received.total': 11,
        'applications.granted.individual': 8,
        'applications.granted.total': 8,
        'applications.decided.individual': 8,
        'applications.decided.total': 8,
        'applications.carriedOut.individual': 3,
        'applications.carriedOut.total': 3,
      },
      findings: 1,
    },
  ],
  *check(report) {
    const kinds = brokenKinds(report);
    for (const passage of report.passages) {
      const sums = brokenSums(passage).map((each) => ({ ...each, flow: 0 as const, carriedIn: null }));
      const flows = brokenFlows(report, passage).map((each) => ({ ...each, flow: 1 as const }));
      for (const { start, end, total, parts, flow, carriedIn } of [...sums, ...flows]) {
        // Outcomes of requests have a rule of their own.
        if (kinds.some((each) => each.passage === passage && each.start < end && each.end > start)) continue;
        yield {
          data: { sum: parts.reduce((sum, part) => sum + part, 0), total, flow, carriedIn },
          quote: quoteIn(passage, start, end),
          place: placeIn(passage, start, end),
        };
      }
    }
  },
});
