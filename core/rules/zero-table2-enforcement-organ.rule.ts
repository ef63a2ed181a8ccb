import { gather } from '../document/gather';
import { emptiesOf } from './empties';
import { isTrialForm } from './old-form';
import { defineRule, tableReading } from './rule';

/** Departments that license or punish every day. */
const ENFORCEMENT =
  /(?:市场监督管理|市场监管|公安|自然资源(?:和规划|与规划)?|交通运输|生态环境|应急管理|卫生健康|城市管理(?:综合)?(?:行政)?执法|综合行政执法|行政审批(?:服务)?)(?:局|委员会|委)$/;
/** Powers moved to another organ, or counted by the one above. */
const MOVED =
  /划转|划入|划归|移交|集中行使|统一行使|相对集中|派出|垂直管理|不具有|无行政(?:许可|处罚)|没有行政(?:许可|处罚)|机构改革|新组建|新设立|筹建/;

export const rule = defineRule<{ organ: string; cells: number }>({
  id: 'zero-table2-enforcement-organ',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二第二十条第（五）、（六）项' },
  summary: {
    'zh-CN':
      '市场监管、公安、自然资源、交通、生态环境、应急、卫健、城管、行政审批等部门表二全为 0 的，疑漏填；正文说明职能划转的不算。',
    en: 'Table 2 all 0 in a department that licenses or punishes every day was likely not filled in; a text that says the powers were moved explains it.',
  },
  messages: {
    'zh-CN': ({ data }) => `“${data.organ}”表二 ${data.cells} 个数字全为 0，疑漏填行政许可、行政处罚等数量。`,
    en: ({ data }) =>
      `All ${data.cells} numbers of table 2 are 0 for “${data.organ}”: licences and penalties were likely left out.`,
  },
  advice: {
    'zh-CN': '核对处理决定数量（包括已公开和依法未公开的）；职能已划转的，在正文说明。',
    en: 'Check the decisions, published or not; where powers were moved, say so.',
  },
  examples: [
    { name: '其他部门', organ: '示例县统计局', cells: {}, findings: 0 },
    { name: '有许可', organ: '示例县公安局', cells: { 'disclosure.licence.decisions': 12 }, findings: 0 },
    {
      name: '说明职能划转',
      organ: '示例县交通运输局',
      prose: { 1: ['行政许可、行政处罚职能已划转县行政审批局和县综合行政执法局。'] },
      findings: 0,
    },
    { name: '全为 0', organ: '示例县市场监督管理局', cells: {}, findings: 1 },
  ],
  *check(report) {
    const { organ, facts, form } = report;
    const reading = tableReading(report, 'disclosure');
    if (organ === null || isTrialForm(form) || reading === undefined || !reading.found) return;
    if (!ENFORCEMENT.test(organ) || /分局|开发区|高新区|园区|新区|[镇乡]/.test(organ)) return;
    const { read, empty } = emptiesOf(report, reading);
    const values = gather(reading.table.rows, ({ cells }) => cells.map(({ id }) => facts.get(id)?.value ?? null));
    // A table of blanks has a rule of its own.
    if (read < values.length || empty.length === read || values.some((value) => value !== null && value !== 0)) return;
    if (report.passages.some(({ text }) => MOVED.test(text))) return;
    const block = reading.blocks[0];
    yield { data: { organ, cells: read }, place: block === undefined ? null : { block }, about: 'disclosure' };
  },
});
