import { type Empties, emptiesOf, emptyMeansZero, openTotals } from './empties';
import { firstPlace } from './failures';
import { defineRule, type Report } from './rule';

export const rule = defineRule<{ table: string; count: number }>({
  id: 'cells-blank',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二至表四据实填报' },
  summary: {
    'zh-CN': '单元格空白或填“/”等。每表一条；过半空白而别处填 0 的，最多的一张表作警示。',
    en: 'Cells are empty or hold a dash. Once per table; a warning for the emptiest table where more than half is empty although 0 is written elsewhere.',
  },
  messages: {
    'zh-CN': ({ data }, name) => `${name.table(data.table)}有 ${data.count} 个单元格为空或填“/”“—”“无”等。`,
    en: ({ data }, name) => `${name.table(data.table)} has ${data.count} cells that are empty or hold a dash.`,
  },
  advice: { 'zh-CN': '无数据的统一填 0。', en: 'Write 0 where there is nothing.' },
  examples: [
    { name: '都填 0', cells: {}, findings: 0 },
    { name: '一格空白', cells: { 'disclosure.penalty.decisions': '' }, findings: 1 },
    {
      name: '行内有数而总计空白，另有规则',
      cells: { 'applications.received.individual': 1, 'applications.received.total': '' },
      findings: 0,
    },
    {
      name: '斜线与空白一并计',
      cells: { 'disclosure.penalty.decisions': '/', 'disclosure.licence.decisions': '' },
      findings: 1,
    },
  ],
  *check(report) {
    const tables = report.tables
      .filter((reading) => reading.found)
      .map((reading) => emptiesOf(report, reading))
      .map((each) => withoutOpenTotals(report, each))
      .filter(({ empty, read }) => empty.length > 0 && (empty.length < read || emptyMeansZero(report)));
    const share = ({ empty, read }: (typeof tables)[number]): number => empty.length / read;
    // One habit, one warning: it shows in several tables at once.
    const worst = tables.reduce<(typeof tables)[number] | null>(
      (top, each) => (top === null || share(each) > share(top) ? each : top),
      null,
    );
    for (const each of tables) {
      const warn = each === worst && share(each) > 0.5 && !emptyMeansZero(report);
      yield {
        data: { table: each.reading.table.id, count: each.empty.length },
        severity: warn ? 'warning' : 'info',
        cells: each.empty,
        place: firstPlace(report, each.empty),
        about: each.reading.table.id,
      };
    }
  },
});

/** Totals left open are told by t3-total-blank: they are no 0. */
function withoutOpenTotals(report: Report, empties: Empties): Empties {
  const open = new Set(openTotals(report, empties.reading).map(({ cell }) => cell));
  return { ...empties, empty: empties.empty.filter((cell) => !open.has(cell)) };
}
