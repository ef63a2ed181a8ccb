import { gather } from '../document/gather';
import { exactSum } from '../relations/exact';
import { defineRule, type Report, type RuleFinding } from './rule';

interface Order extends Readonly<Record<string, string | number | null>> {
  readonly row: string;
  readonly whole: string;
  readonly limit: number;
  readonly value: number;
}

/** Null where one of the cells was not read. */
function valuesOf({ facts }: Report, row: string, columns: readonly string[]): number[] | null {
  const values = columns.map((column) => facts.get(`licence.${row}.${column}`)?.value ?? null);
  return values.includes(null) ? null : values.filter((value) => value !== null);
}

const PAIRS = [
  { whole: 'applied', parts: ['accepted'] },
  { whole: 'accepted', parts: ['granted', 'refused'] },
] as const;

export const rule = defineRule<Order>({
  id: 'enforcement-licence-order',
  severity: 'warning',
  about: 'enforcement-statistics',
  source: { document: '行政执法统计年报制度', clause: '行政许可表' },
  summary: {
    'zh-CN': '行政许可表：申请≥受理≥许可＋不予许可；上年受理、本年办结的可多出。',
    en: 'Licences: applied for ≥ accepted ≥ granted + refused; those accepted last year may add to it.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      data.whole === 'applied'
        ? `${name.cell(`licence.${data.row}.accepted`)}填 ${data.value}，大于申请 ${data.limit}。`
        : `${name.cell(`licence.${data.row}.granted`)}与不予许可合计 ${data.value}，大于受理 ${data.limit}。`,
    en: ({ data }, name) =>
      data.whole === 'applied'
        ? `${name.cell(`licence.${data.row}.accepted`)} is ${data.value}, more than were applied for, ${data.limit}.`
        : `${name.cell(`licence.${data.row}.granted`)} and those refused make ${data.value}, more than were accepted, ${data.limit}.`,
  },
  advice: {
    'zh-CN': '核对各项；含上年受理件的，可不改。',
    en: 'Check them; where they hold some accepted last year, they may stand.',
  },
  examples: [
    { name: '相符', enforcement: {}, findings: 0 },
    { name: '未填受理', enforcement: { 'licence.total.accepted': '' }, findings: 0 },
    { name: '受理多于申请', enforcement: { 'licence.total.accepted': '26659' }, findings: 1 },
    { name: '办结多于受理', enforcement: { 'licence.total.granted': '26562' }, findings: 1 },
  ],
  check: (report) => {
    const rows = new Set(gather([...report.facts.keys()], (cell) => LICENCE.exec(cell)?.[1] ?? []));
    return gather([...rows], (row) =>
      gather(PAIRS, ({ whole, parts }): RuleFinding<Order>[] => {
        const [limit] = valuesOf(report, row, [whole]) ?? [];
        const values = valuesOf(report, row, parts);
        if (limit === undefined || values === null) return [];
        const value = exactSum(values);
        if (value <= limit) return [];
        const cells = [whole, ...parts].map((column) => `licence.${row}.${column}`);
        const place = report.facts.get(cells[1] ?? '')?.place ?? null;
        return [{ data: { row, whole, limit, value }, cells, place, about: `${row}.${whole}` }];
      }),
    );
  },
});

const LICENCE = /^licence\.(.+)\.[^.]+$/;
