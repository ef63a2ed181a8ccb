/** Statistics of law enforcement that add up, in several layouts; cells may be otherwise. */
import type { CellId } from '../../core/index';
import type { SheetPage } from './files/sheets';
import { cellOf, padded, type Sheet, type SheetCell, spanning, transposed } from './layouts/sheet';
import type { Random } from './random';

export type Cells = Readonly<Record<CellId | 'organs', string>>;

type Head = readonly [id: string, text: string, over?: string];

const HEADS: Readonly<Record<string, readonly Head[]>> = {
  penalty: [
    ['warning', '警告、通报批评', '行政处罚实施数量（宗）'],
    ['fine', '罚款', '行政处罚实施数量（宗）'],
    ['confiscation', '没收违法所得、没收非法财物', '行政处罚实施数量（宗）'],
    ['suspended', '暂扣许可证件、降低资质等级', '行政处罚实施数量（宗）'],
    ['revoked', '吊销许可证件', '行政处罚实施数量（宗）'],
    ['restricted', '限制开展生产经营活动', '行政处罚实施数量（宗）'],
    ['stopped', '责令停产停业、责令关闭、限制从业', '行政处罚实施数量（宗）'],
    ['detention', '行政拘留', '行政处罚实施数量（宗）'],
    ['other', '其他行政处罚', '行政处罚实施数量（宗）'],
    ['total', '合计（宗）', '行政处罚实施数量（宗）'],
    ['amount', '罚没金额（万元）'],
  ],
  licence: [
    ['applied', '申请数量（宗）'],
    ['accepted', '受理数量（宗）'],
    ['granted', '许可数量（宗）'],
    ['refused', '不予许可数量（宗）'],
    ['withdrawn', '撤销许可数量（宗）'],
  ],
  coercion: [
    ['sealed', '查封场所、设施或者财物', '行政强制措施实施数量（宗）'],
    ['seized', '扣押财物', '行政强制措施实施数量（宗）'],
    ['frozen', '冻结存款、汇款', '行政强制措施实施数量（宗）'],
    ['otherMeasure', '其他', '行政强制措施实施数量（宗）'],
    ['surcharge', '加处罚款或者滞纳金', '行政强制执行实施数量（宗）'],
    ['transfer', '划拨存款、汇款', '行政强制执行实施数量（宗）'],
    ['auction', '拍卖或者依法处理查封、扣押的场所、设施或者财物', '行政强制执行实施数量（宗）'],
    ['removal', '排除妨碍、恢复原状', '行政强制执行实施数量（宗）'],
    ['substitute', '代履行', '行政强制执行实施数量（宗）'],
    ['otherExecution', '其他', '行政强制执行实施数量（宗）'],
    ['court', '申请法院强制执行', '行政强制执行实施数量（宗）'],
    ['total', '合计（宗）'],
  ],
};

const USUAL: Readonly<Record<string, readonly number[]>> = {
  penalty: [12_175, 94_929, 235, 189, 101, 0, 11, 504, 12, 108_156, 1875],
  licence: [26_569, 26_569, 26_462, 102, 5],
  coercion: [31, 18, 0, 2, 4, 0, 1, 3, 9, 0, 27, 95],
};

const CAPTIONS: Readonly<Record<string, string>> = {
  penalty: '表一 行政处罚实施情况统计表',
  licence: '表二 行政许可实施情况统计表',
  coercion: '表三 行政强制实施情况统计表',
};

const ORGANS = ['示例县城市管理局', '示例支队', '示例中心'];

interface Row {
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
}

/** One organ alone, or several with their sum. */
function rowsOf(table: string, values: readonly number[], count: number): Row[] {
  const [first = ''] = ORGANS;
  if (count < 2) return [{ id: 'total', label: first, values }];
  const parts = ORGANS.slice(0, count).map((label, at) => ({
    id: label,
    label,
    // What the others have not, the first has.
    values: values.map((value, column) =>
      at > 0 ? shareOf(value, at, table, column) : value - sharesOf(value, count, table, column),
    ),
  }));
  return [...parts, { id: 'total', label: '合计', values }];
}

function shareOf(value: number, at: number, table: string, column: number): number {
  const id = HEADS[table]?.[column]?.[0];
  // A total is what the kinds of its own row make: shares of it are taken of the kinds.
  if (id === 'total') return 0;
  // All that one organ received, it has decided; the first has the rest.
  if (id === 'applied' || id === 'accepted') return 0;
  return table === 'licence' ? 0 : Math.floor(value / (3 + at));
}

function sharesOf(value: number, count: number, table: string, column: number): number {
  return Array.from({ length: count - 1 }, (_, at) => shareOf(value, at + 1, table, column)).reduce((a, b) => a + b, 0);
}

function withTotals(table: string, rows: readonly Row[]): Row[] {
  const heads = HEADS[table] ?? [];
  const total = heads.findIndex(([id]) => id === 'total');
  if (total < 0) return [...rows];
  return rows.map((row) => {
    const kinds = row.values.filter((_, at) => at !== total && heads[at]?.[0] !== 'amount');
    return { ...row, values: row.values.map((value, at) => (at === total ? kinds.reduce((a, b) => a + b, 0) : value)) };
  });
}

function sheetOf(table: string, cells: Cells, values: readonly number[], unit: (text: string) => string): Sheet {
  const heads = HEADS[table] ?? [];
  const over = new Map<string, SheetCell>();
  const above = heads.map(([, text, group]) => {
    if (group === undefined) return cellOf(unit(text));
    const known = over.get(group) ?? cellOf(unit(group));
    over.set(group, known);
    return known;
  });
  // What has nothing over it reaches down to the figures.
  const below = heads.map(([, text, group], at) =>
    group === undefined ? (above[at] ?? cellOf('')) : cellOf(unit(text)),
  );
  const name = cellOf('执法主体');
  const rows = withTotals(table, rowsOf(table, values, Number(cells['organs'] ?? '1')));
  return [
    [name, ...above],
    [name, ...below],
    ...rows.map(({ id, label, values: own }) => [
      cellOf(label),
      ...own.map((value, at) => cellOf(cells[`${table}.${id}.${heads[at]?.[0]}`] ?? String(value), 'value')),
    ]),
  ];
}

const asPrinted = (text: string): string => text;
const withoutUnits = (text: string): string => text.replace(/（.*?）/g, '');

type Arrange = (sheets: readonly (readonly [string, Sheet])[]) => SheetPage['parts'];

const each: Arrange = (sheets) => sheets.flat();
const LAYOUTS: Readonly<Record<string, { readonly arrange: Arrange; readonly unit: (text: string) => string }>> = {
  'a table for each': { arrange: each, unit: asPrinted },
  'without units': { arrange: each, unit: withoutUnits },
  'columns numbered': {
    arrange: (sheets) =>
      sheets.flatMap(([caption, sheet]) => {
        const numbers = sheet[0]?.map((_, at) => cellOf(at === 0 ? '栏次' : String(at))) ?? [];
        return [caption, [...sheet.slice(0, 2), numbers, ...sheet.slice(2)]];
      }),
    unit: asPrinted,
  },
  'acts down the side': {
    arrange: (sheets) => sheets.flatMap(([caption, sheet]) => [caption, transposed(sheet)]),
    unit: asPrinted,
  },
  'all in one table': {
    arrange: (sheets) => {
      const width = Math.max(...sheets.map(([, sheet]) => sheet[0]?.length ?? 0));
      return [padded(sheets.flatMap(([caption, sheet]) => [spanning(caption, width), ...sheet]))];
    },
    unit: asPrinted,
  },
};

export const enforcementLayouts = Object.keys(LAYOUTS);

export function enforcementPage(
  cells: Cells = {},
  layout = 'a table for each',
  figures: Readonly<Record<string, readonly number[]>> = USUAL,
): SheetPage {
  const { arrange, unit } = LAYOUTS[layout] ?? { arrange: each, unit: asPrinted };
  const sheets = Object.keys(HEADS).map(
    (table) => [CAPTIONS[table] ?? '', sheetOf(table, cells, figures[table] ?? [], unit)] as const,
  );
  return { title: '示例县城市管理局2024年度行政执法统计年报', parts: arrange(sheets) };
}

/** Other figures that agree. */
export function enforcementFigures(random: Random): Readonly<Record<string, readonly number[]>> {
  const some = (upTo: number): number => (random.chance(0.3) ? 0 : random.int(1, upTo));
  const kinds = (count: number, upTo: number): number[] => Array.from({ length: count }, () => some(upTo));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const penalty = kinds(9, 2000);
  const coercion = kinds(11, 90);
  const [granted, refused] = [some(9000), some(90)];
  const accepted = granted + refused + some(9);
  return {
    penalty: [...penalty, sum(penalty), some(500)],
    coercion: [...coercion, sum(coercion)],
    licence: [accepted + some(40), accepted, granted, refused, some(3)],
  };
}
