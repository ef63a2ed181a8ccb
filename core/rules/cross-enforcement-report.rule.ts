import { gather } from '../document/gather';
import { likenessOf } from '../document/organ-name';
import { kindOfForm } from '../forms/form';
import { exactSum } from '../relations/exact';
import { defineRule, type Report, type RuleFinding } from './rule';

interface Crossed extends Readonly<Record<string, string | number | null>> {
  readonly cell: string;
  readonly value: number;
  readonly other: string;
  readonly counted: number;
}

/** What table 2 counts, and what of the statistics it may be, the likeliest first. */
const COUNTS: readonly (readonly [row: string, readonly (readonly string[])[]])[] = [
  [
    'licence',
    [
      ['granted', 'refused'],
      ['granted'],
      ['granted', 'refused', 'withdrawn'],
      ['granted', 'withdrawn'],
      ['accepted'],
      ['granted', 'refused', 'notAccepted'],
      ['granted', 'refused', 'notAccepted', 'withdrawn'],
    ],
  ],
  ['penalty', [['total']]],
  ['coercion', [['total']]],
];

function statisticsOf({ statistics, organ, year }: Report): Report['statistics'] {
  if (statistics === null || year === null || statistics.year !== year) return null;
  if (kindOfForm(statistics.form) !== 'enforcement-statistics') return null;
  return likenessOf(organ, statistics.organ) === null ? null : statistics;
}

export const rule = defineRule<Crossed>({
  id: 'cross-enforcement-report',
  severity: 'info',
  source: {
    document: '国办公开办函〔2021〕30号，国办发〔2018〕118号',
    clause: '表二第二十条第（五）（六）项与行政执法统计年报',
  },
  summary: {
    'zh-CN':
      '表二行政许可、行政处罚、行政强制件数与同一机关同年行政执法统计年报的合计一致（许可可含不予许可、撤销）；统计口径不同的可不改。',
    en: 'Licences, penalties and coercive measures of table 2 are those of the organ’s statistics of law enforcement of the same year (licences with or without refusals). Where they count otherwise, both may stand.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.row('disclosure', data.cell.split('.')[1] ?? '')}填 ${data.value}，同年行政执法统计年报为 ${data.counted}。`,
    en: ({ data }, name) =>
      `Table 2, ${name.row('disclosure', data.cell.split('.')[1] ?? '')}: ${data.value}; the statistics of law enforcement of the same year have ${data.counted}.`,
  },
  advice: { 'zh-CN': '核对两份报告的统计口径。', en: 'Check what each of the two reports counts.' },
  examples: [
    { name: '没有执法统计年报', cells: { 'disclosure.penalty.decisions': 3 }, organ: '示例县城市管理局', findings: 0 },
    {
      name: '一致；许可含不予许可',
      organ: '示例县城市管理局',
      cells: {
        'disclosure.licence.decisions': 26_564,
        'disclosure.penalty.decisions': 108_156,
        'disclosure.coercion.decisions': 95,
      },
      beside: {},
      findings: 0,
    },
    {
      name: '许可不含不予许可',
      organ: '示例县城市管理局',
      cells: {
        'disclosure.licence.decisions': 26_462,
        'disclosure.penalty.decisions': 108_156,
        'disclosure.coercion.decisions': 95,
      },
      beside: {},
      findings: 0,
    },
    {
      name: '另一机关的',
      organ: '示例县教育局',
      cells: { 'disclosure.penalty.decisions': 3 },
      beside: {},
      findings: 0,
    },
    {
      name: '处罚、强制与统计不一',
      organ: '示例县城市管理局',
      cells: {
        'disclosure.licence.decisions': 26_462,
        'disclosure.penalty.decisions': 108_165,
        'disclosure.coercion.decisions': 59,
      },
      beside: {},
      findings: 2,
    },
  ],
  check(report) {
    const statistics = statisticsOf(report);
    if (statistics === null) return [];
    return gather(COUNTS, ([row, readings]): RuleFinding<Crossed>[] => {
      const cell = `disclosure.${row}.decisions`;
      const own = report.facts.get(cell);
      if (own?.value === undefined || own.value === null) return [];
      const counts = gather(readings, (columns) => {
        const values = columns.map((column) => statistics.facts[`${row}.total.${column}`]?.value ?? null);
        const known = values.filter((value) => value !== null);
        return known.length < values.length ? [] : [exactSum(known)];
      });
      const [counted] = counts;
      if (counted === undefined || counts.includes(own.value)) return [];
      const data = { cell, value: own.value, other: `${row}.total`, counted };
      return [{ data, cells: [cell], place: own.place, about: cell }];
    });
  },
});
