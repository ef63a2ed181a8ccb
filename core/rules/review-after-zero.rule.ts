/** P13 and P20: disputes that two years of reports leave without an origin. */
import { firstPlace } from './failures';
import { defineRule, type Report, type RuleFinding } from './rule';

const REVIEWS = 'disputes.review.total';
const AFTER_REVIEW = 'disputes.lawsuit.afterReview.total';
const DISPUTES = [REVIEWS, 'disputes.lawsuit.direct.total', AFTER_REVIEW];
const REQUESTS = ['applications.received.total', 'applications.carriedIn.total'];

type Data = { readonly kind: 'no-review' | 'no-request'; readonly count: number };

export const rule = defineRule<Data>({
  id: 'review-after-zero',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三、表四' },
  summary: {
    'zh-CN': '两年都没有收到申请而表四有复议诉讼的，或两年都没有复议而有复议后起诉的，请核实。须有上年年报。',
    en: 'Disputes without a request in two years, or suits after review without a review in two years. Needs last year’s report.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.kind === 'no-review'
        ? `表四“复议后起诉”${data.count} 件，但本年与上年行政复议总计均为 0。`
        : `表四有行政复议、行政诉讼 ${data.count} 件，但本年与上年均未收到政府信息公开申请。`,
    en: ({ data }) =>
      data.kind === 'no-review'
        ? `Table 4 has ${data.count} suits after review, but no review this year or last.`
        : `Table 4 has ${data.count} reviews and suits, but no request was received this year or last.`,
  },
  advice: {
    'zh-CN': '核对是否为更早年度的案件或由其他机关办理的复议，是的可不改。',
    en: 'Check whether they go back further, or another organ decided; then nothing is wrong.',
  },
  examples: [
    { name: '没有上年年报', cells: { 'disputes.review.pending': 1, [REVIEWS]: 1 }, findings: 0 },
    {
      name: '上年有申请',
      cells: { 'disputes.review.pending': 1, [REVIEWS]: 1 },
      previous: {
        cells: {
          'applications.received.individual': 1,
          'applications.received.total': 1,
          'applications.granted.individual': 1,
          'applications.granted.total': 1,
          'applications.decided.individual': 1,
          'applications.decided.total': 1,
        },
      },
      findings: 0,
    },
    {
      name: '两年没有申请',
      cells: { 'disputes.review.pending': 1, [REVIEWS]: 1 },
      previous: { cells: { 'disclosure.licence.decisions': 1 } },
      findings: 1,
    },
    {
      name: '两年没有复议，有复议后起诉',
      cells: {
        'disputes.lawsuit.afterReview.pending': 1,
        [AFTER_REVIEW]: 1,
        'applications.received.individual': 1,
        'applications.received.total': 1,
        'applications.granted.individual': 1,
        'applications.granted.total': 1,
        'applications.decided.individual': 1,
        'applications.decided.total': 1,
      },
      previous: { cells: { 'disclosure.licence.decisions': 1 } },
      findings: 1,
    },
  ],
  *check(report) {
    const count = total(report, DISPUTES);
    if (count !== null && count > 0 && isZeroInBoth(report, REQUESTS)) {
      yield finding(report, 'no-request', count, DISPUTES);
      return;
    }
    const suits = total(report, [AFTER_REVIEW]);
    if (suits !== null && suits > 0 && isZeroInBoth(report, [REVIEWS]))
      yield finding(report, 'no-review', suits, [AFTER_REVIEW]);
  },
});

/** Sum of cells; null where one was not read as a number. */
function total({ facts }: Pick<Report, 'facts'>, cells: readonly string[]): number | null {
  let sum = 0;
  for (const cell of cells) {
    const value = facts.get(cell)?.value ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function isZeroInBoth(report: Report, cells: readonly string[]): boolean {
  const { previous, year } = report;
  if (previous === null || year === null || previous.year !== year - 1) return false;
  return total(report, cells) === 0 && cells.every((cell) => previous.facts[cell]?.value === 0);
}

function finding(report: Report, kind: Data['kind'], count: number, cells: readonly string[]): RuleFinding<Data> {
  return { data: { kind, count }, cells, place: firstPlace(report, cells) };
}
