/** V19-1, V19-2, V19-5 of the 2019 form: numbers of one row that seldom stand in this order. */
import { gather } from '../document/gather';
import { cell2019, value2019 } from './disclosure-2019';
import { firstPlace } from './failures';
import { defineRule, type Report } from './rule';

/** Rows and columns in the order that is usual: the first is not more than the second. */
const ORDERS = gather(['regulation', 'normativeDocument'], (row) => [
  { row, less: 'newlyPublished', more: 'newlyMade' },
  { row, less: 'newlyPublished', more: 'published' },
]);

const COLUMNS = {
  newlyMade: { 'zh-CN': '本年新制作数量', en: 'newly made' },
  newlyPublished: { 'zh-CN': '本年新公开数量', en: 'newly published' },
  published: { 'zh-CN': '对外公开总数量', en: 'published in all' },
  projects: { 'zh-CN': '采购项目数量', en: 'projects' },
  amount: { 'zh-CN': '采购总金额', en: 'total amount' },
} as const;

type Column = keyof typeof COLUMNS;

type Data = {
  readonly row: string;
  readonly first: string;
  readonly second: string;
  readonly left: number;
  readonly right: number;
};

export const rule = defineRule<Data>({
  id: 'disclosure-2019-order',
  severity: 'warning',
  source: { document: '国办公开办函〔2019〕60号（试行）', clause: '表二第二十条第（一）、（九）项' },
  summary: {
    'zh-CN':
      '2019 年格式表二：本年新公开不多于本年新制作，也不多于对外公开总数；集中采购的项目数与金额同为 0 或同不为 0。',
    en: 'Table 2 of the 2019 form: no more newly published than newly made or published in all; projects and amount of procurement are both 0 or neither.',
  },
  messages: {
    'zh-CN': ({ data }, name) => {
      const [first, second] = [COLUMNS[data.first as Column], COLUMNS[data.second as Column]].map(
        (each) => each['zh-CN'],
      );
      const relation = data.row === 'procurement' ? '应同为 0 或同不为 0' : '前者一般不大于后者';
      return `${name.table('disclosure')}“${name.row('disclosure', data.row)}”${first} ${data.left}，${second} ${data.right}，${relation}。`;
    },
    en: ({ data }, name) => {
      const [first, second] = [COLUMNS[data.first as Column], COLUMNS[data.second as Column]].map((each) => each.en);
      const relation = data.row === 'procurement' ? 'both are 0 or neither' : 'the first is seldom the greater';
      return `${name.table('disclosure')}, ${name.row('disclosure', data.row)}: ${data.left} ${first}, ${data.right} ${second}; ${relation}.`;
    },
  },
  advice: {
    'zh-CN': '核对各列口径；往年制作、本年公开的可不改。',
    en: 'Check what each column counts; documents made earlier and published this year are fine.',
  },
  examples: [
    {
      name: '相符',
      form: '2019',
      cells: {
        'disclosure.normativeDocument.newlyMade': 5,
        'disclosure.normativeDocument.newlyPublished': 4,
        'disclosure.normativeDocument.published': 30,
        'disclosure.procurement.projects': 6,
        'disclosure.procurement.amount': '52.15万元',
      },
      findings: 0,
    },
    {
      name: '新公开多于总数',
      form: '2019',
      cells: {
        'disclosure.normativeDocument.newlyMade': 5,
        'disclosure.normativeDocument.newlyPublished': 5,
        'disclosure.normativeDocument.published': 1,
      },
      findings: 1,
    },
    {
      name: '有项目无金额',
      form: '2019',
      cells: { 'disclosure.procurement.projects': 6, 'disclosure.procurement.amount': 0 },
      findings: 1,
    },
  ],
  *check(report) {
    for (const { row, less, more } of ORDERS) {
      const left = value2019(report, row, less);
      const right = value2019(report, row, more);
      if (left !== null && right !== null && left > right)
        yield finding(report, { row, first: less, second: more, left, right });
    }
    const left = value2019(report, 'procurement', 'projects');
    const right = value2019(report, 'procurement', 'amount');
    if (left === null || right === null || (left === 0) === (right === 0)) return;
    yield finding(report, { row: 'procurement', first: 'projects', second: 'amount', left, right });
  },
});

function finding(report: Report, data: Data) {
  const cells = [cell2019(data.row, data.first), cell2019(data.row, data.second)];
  return { data, cells, place: firstPlace(report, cells) };
}
