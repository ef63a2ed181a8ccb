/** 行政执法统计年报: tables of penalties, licences, coercive measures and other acts, a row for each organ. */

import { gather } from '../document/gather';
import type { CellType, Form, FormColumn, FormTable, Label, TableId } from './form';
import { column, label } from './open-info-annual';

/** `part`: counted in the total of its table. `total`: that total. `apart`: neither. */
export type Role = 'part' | 'total' | 'apart';

export interface ActColumn {
  readonly column: FormColumn;
  readonly type: CellType;
  readonly role: Role;
  /** Asked of the head next to the numbers, without spaces, brackets and units; the first that fits counts. */
  readonly head: RegExp;
  /** Asked of all heads above it, where the head alone is told in several places. */
  readonly under?: RegExp;
}

export interface ActTable {
  readonly id: TableId;
  readonly name: Label;
  /** So many of its columns are no chance. */
  readonly least: number;
  readonly columns: readonly ActColumn[];
}

const act = (
  id: string,
  zh: string,
  en: string,
  head: RegExp,
  role: Role = 'part',
  more: Partial<Pick<ActColumn, 'type' | 'under'>> = {},
): ActColumn => ({ column: column(id, zh, en), type: 'count', role, head, ...more });

const TOTAL = /^(?:合计|总计|总数|处罚总数|处罚合计)(?:宗数|件数|数量)?$/;
const COUNT = '(?:数量|宗数|件数|数|宗|件)?$';

export const ACT_TABLES: readonly ActTable[] = [
  {
    id: 'penalty',
    name: label('行政处罚表', 'Penalties'),
    least: 3,
    columns: [
      act('amount', '罚没金额', 'Amount', /罚没(?:总)?(?:金|数|收)额|罚没款|罚没收入/, 'apart', { type: 'decimal' }),
      act('warning', '警告、通报批评', 'Warnings', /警告/),
      act('criticism', '通报批评', 'Public criticism', /^通报批评/),
      act('confiscation', '没收', 'Confiscations', /^没收违法所得.*没收非法财物|^没收(?:数量|宗数|件数)?$/),
      act('gains', '没收违法所得', 'Gains confiscated', /^没收违法所得/),
      act('goods', '没收非法财物', 'Goods confiscated', /^没收非法财物/),
      act('suspended', '暂扣许可证件、降低资质等级', 'Suspended or downgraded', /^暂扣/),
      act('downgraded', '降低资质等级', 'Downgraded', /^降低资质/),
      act('revoked', '吊销许可证件', 'Revoked', /^吊销/),
      act('restricted', '限制开展生产经营活动', 'Business restricted', /^限制开展/),
      act('stopped', '责令停产停业、责令关闭、限制从业', 'Stopped, closed or barred', /^责令停产/),
      act('closed', '责令关闭', 'Closed', /^责令关闭/),
      act('barred', '限制从业', 'Barred', /^限制从业/),
      act('detention', '行政拘留', 'Detentions', /^(?:行政)?拘留/),
      act('fine', '罚款', 'Fines', new RegExp(`^罚款${COUNT}`)),
      act('other', '其他行政处罚', 'Other', /^其他/),
      act('total', '合计', 'Total', TOTAL, 'total'),
    ],
  },
  {
    id: 'licence',
    name: label('行政许可表', 'Licences'),
    least: 3,
    columns: [
      act('refused', '不予许可', 'Refused', /^不(?:予|准予)(?:行政)?许可/, 'apart'),
      act('notAccepted', '不予受理', 'Not accepted', /^不予受理/, 'apart'),
      act('withdrawn', '撤销许可', 'Withdrawn', /^撤销/, 'apart'),
      act('applied', '申请', 'Applied for', new RegExp(`^(?:行政)?(?:许可)?申请${COUNT}`), 'apart'),
      act('accepted', '受理', 'Accepted', new RegExp(`^(?:许可)?受理${COUNT}`), 'apart'),
      act('granted', '予以许可', 'Granted', new RegExp(`^(?:准予|予以)?(?:行政)?许可${COUNT}`), 'apart'),
    ],
  },
  {
    id: 'coercion',
    name: label('行政强制表', 'Coercive measures'),
    least: 4,
    columns: [
      act('auction', '拍卖或者依法处理', 'Auctioned', /^拍卖/),
      act('court', '申请法院强制执行', 'Through a court', /^申请(?:人民)?法院/),
      act('sealed', '查封场所、设施或者财物', 'Sealed', /^查封/),
      act('seized', '扣押财物', 'Seized', /^扣押/),
      act('frozen', '冻结存款、汇款', 'Frozen', /^冻结/),
      act('surcharge', '加处罚款或者滞纳金', 'Surcharges', /^加处/),
      act('transfer', '划拨存款、汇款', 'Transfers', /^划拨/),
      act('removal', '排除妨碍、恢复原状', 'Obstacles removed', /^排除/),
      act('substitute', '代履行', 'Performed by others', /^代履行/),
      act('otherExecution', '其他强制执行', 'Other execution', /^其他(?:行政)?(?:强制)?执行/),
      act('otherMeasure', '其他行政强制措施', 'Other measures', /^其他(?:行政)?强制措施/),
      act('otherExecution', '其他强制执行', 'Other execution', /^其他/, 'part', { under: /强制执行(?!.*强制措施)/ }),
      act('otherMeasure', '其他行政强制措施', 'Other measures', /^其他/, 'part', { under: /强制措施(?!.*强制执行)/ }),
      act('total', '合计', 'Total', /^(?:合计|总计|总数)(?:宗数|件数|数量)?$/, 'total'),
    ],
  },
  {
    id: 'acts',
    name: label('其他行政执法行为表', 'Other acts'),
    least: 2,
    columns: [
      act('inspection', '行政检查', 'Inspections', /^(?:行政)?检查(?:总)?(?:次数|数量|宗数|次)?$/, 'apart'),
      act('adjudication', '行政裁决', 'Adjudications', /^行政裁决/, 'apart'),
      act('confirmation', '行政确认', 'Confirmations', /^行政确认/, 'apart'),
      act('registration', '行政登记', 'Registrations', /^行政登记/, 'apart'),
      act('payment', '行政给付', 'Payments', /^行政给付/, 'apart'),
      act('reward', '行政奖励', 'Rewards', /^行政奖励/, 'apart'),
    ],
  },
];

/** Totals of the report: a row of them, or the only row there is. */
export const TOTAL_ROW = 'total';

function tableOf({ id, name, columns }: ActTable): FormTable {
  const own = columns.filter(
    (each, at) => columns.findIndex(({ column: other }) => other.id === each.column.id) === at,
  );
  return {
    id,
    name,
    section: 0,
    shape: 'articles',
    rows: [
      {
        id: TOTAL_ROW,
        label: label('合计', 'Total'),
        aliases: [],
        path: [],
        cells: own.map(({ column: each, type }) => ({ id: `${id}.${TOTAL_ROW}.${each.id}`, column: each, type })),
      },
    ],
    open: gather(own, ({ column: each }) => [each]),
    optional: true,
    relations: [],
    locatedBy: id === 'penalty' || id === 'coercion' ? 'enforcement-suspect-cell' : null,
  };
}

export const ENFORCEMENT_STATISTICS: Form = {
  id: 'enforcement-statistics@2018',
  name: label('行政执法统计年报', 'Annual statistics of law enforcement'),
  title: '行政执法统计年报',
  basis: '国办发〔2018〕118号，行政执法统计年报制度',
  years: { from: 2018, to: null },
  sections: [],
  tables: ACT_TABLES.map(tableOf),
};
