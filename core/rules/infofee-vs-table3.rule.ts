import { type InformationFee, informationFees } from '../statements/information-fee';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';

const CELL = 'applications.otherOutcome.feeUnpaid.total';

export const rule = defineRule<{ value: number; said: string }>({
  id: 'infofee-vs-table3',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三（六）2 与第六部分' },
  summary: {
    'zh-CN': '表三有“逾期未缴费”的，发出过收费通知，第六部分应有说明，不应称未发出、未收费。',
    en: 'Where table 3 has requests dropped for unpaid fees, notices were sent: section 6 has to say so.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.said === ''
        ? `表三“逾期未缴费”有 ${data.value} 件，第六部分未说明收费通知及收取情况。`
        : `表三“逾期未缴费”有 ${data.value} 件，正文称“${data.said}”。`,
    en: ({ data }) =>
      data.said === ''
        ? `Table 3 has ${data.value} dropped for unpaid fees; section 6 says nothing of notices and fees.`
        : `Table 3 has ${data.value} dropped for unpaid fees; the text says “${data.said}”.`,
  },
  advice: { 'zh-CN': '补充收费通知及收取情况。', en: 'State the notices sent and the fees received.' },
  examples: [
    {
      name: '说明了收费通知',
      prose: { 6: ['本年度发出收费通知1件，实际收取信息处理费0元。'] },
      cells: { [CELL]: 1, 'applications.otherOutcome.feeUnpaid.individual': 1 },
      findings: 0,
    },
    {
      name: '称未收取',
      prose: { 6: ['本年度未产生信息处理费。'] },
      cells: {
        [CELL]: 1,
        'applications.otherOutcome.feeUnpaid.individual': 1,
        'applications.received.individual': 1,
        'applications.received.total': 1,
        'applications.decided.individual': 1,
        'applications.decided.total': 1,
      },
      findings: 1,
    },
  ],
  *check({ facts, passages, sections }) {
    const { value = null, place = null } = facts.get(CELL) ?? {};
    if (value === null || value === 0 || !sections.some(({ number }) => number === 6)) return;
    const fees = informationFees(passages);
    if (fees.some((fee) => fee.notices || (fee.yuan ?? 0) > 0)) return;
    const denial = fees.find((fee) => fee.none && !leavesOpen(textOf(fee)));
    if (denial === undefined && fees.length > 0) return;
    if (denial === undefined) yield { data: { value, said: '' }, cells: [CELL], place };
    else {
      const { passage, start, end } = denial;
      const said = quoteIn(passage, start, end);
      yield { data: { value, said }, cells: [CELL], quote: said, place: placeIn(passage, start, end) };
    }
  },
});

/** 未收取 and 收费0元 leave open that notices were sent and nobody paid, unless that is denied too. */
function leavesOpen(said: string): boolean {
  return (
    /收取|0元|零元/.test(said) &&
    !/(?:未|没有|无)[^,;]{0,12}收费通知|收费通知(?:书)?(?:为|共)?(?:0|零)[件份]/.test(said)
  );
}

function textOf({ passage, start, end }: InformationFee): string {
  return passage.text.slice(start, end);
}
