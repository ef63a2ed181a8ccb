import { firstPlace } from './failures';
import { defineRule, type Report, tableReading } from './rule';

const CELL = 'disputes.lawsuit.direct.total';
/** Outcomes one may still sue over at once; refusals go to review first. */
const OTHER_OUTCOMES = /^(?:partlyGranted|unavailable|notHandled|otherOutcome)/;

export const rule = defineRule<{ suits: number; year: number }>({
  id: 'direct-suit-after-2024',
  severity: 'info',
  source: { document: '《中华人民共和国行政复议法》（2023 年修订）', clause: '第二十三条第一款第（四）项' },
  summary: {
    'zh-CN':
      '2024 年起，申请公开而行政机关不予公开的应先申请行政复议；本年除公开、不予公开外没有其他办理结果而有直接起诉的，请核实。',
    en: 'Since 2024 who is refused information first asks for review; suits without one, in a year whose only other outcome was disclosure, are worth a look.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `表四“未经复议直接起诉”总计 ${data.suits} 件；自 2024 年起不予公开政府信息的案件应先经复议。`,
    en: ({ data }) => `Table 4 has ${data.suits} suits without review; since 2024 refusals go to review first.`,
  },
  advice: {
    'zh-CN': '核对是否为 2024 年以前的案件或其他类型案件，是的可不改。',
    en: 'Check whether they are of before 2024 or of another kind; then nothing is wrong.',
  },
  examples: [
    { name: '2023 年', year: 2023, cells: { 'disputes.lawsuit.direct.pending': 1, [CELL]: 1 }, findings: 0 },
    { name: '2024 年，没有', year: 2024, cells: {}, findings: 0 },
    { name: '2024 年，有', year: 2024, cells: { 'disputes.lawsuit.direct.pending': 1, [CELL]: 1 }, findings: 1 },
    {
      name: '2024 年，有无法提供的',
      year: 2024,
      cells: {
        'disputes.lawsuit.direct.pending': 1,
        [CELL]: 1,
        'applications.received.individual': 1,
        'applications.received.total': 1,
        'applications.unavailable.notHeld.individual': 1,
        'applications.unavailable.notHeld.total': 1,
        'applications.decided.individual': 1,
        'applications.decided.total': 1,
      },
      findings: 0,
    },
  ],
  *check(report) {
    const suits = report.facts.get(CELL)?.value ?? 0;
    const { year } = report;
    if (year === null || year < 2024 || suits <= 0 || hasOtherOutcomes(report)) return;
    yield { data: { suits, year }, cells: [CELL], place: firstPlace(report, [CELL]) };
  },
});

/** Also where table three was not read: then nothing is known of its outcomes. */
function hasOtherOutcomes(report: Report): boolean {
  const reading = tableReading(report, 'applications');
  if (reading === undefined || !reading.found) return true;
  return reading.table.rows
    .filter(({ id }) => OTHER_OUTCOMES.test(id))
    .some(({ cells }) => cells.some(({ id }) => (report.facts.get(id)?.value ?? 0) !== 0));
}
