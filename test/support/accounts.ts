/** Small final accounts of nine tables that add up, as a page; cells may be otherwise. */
import { type CellId, check, type Document, type Fact, type Outcome } from '../../core/index';

type Cells = Readonly<Record<CellId, string>>;

interface Row {
  /** Cells that only label. */
  readonly head: readonly string[];
  readonly cells: readonly (readonly [id: CellId, usual: string])[];
}

const SPENDING: readonly (readonly [string, string, string, string, string])[] = [
  ['201', '一般公共服务支出', '100.00', '40.00', '60.00'],
  ['20139', '社会工作事务', '100.00', '40.00', '60.00'],
  ['2013901', '行政运行', '40.00', '40.00', ''],
  ['2013999', '其他社会工作事务支出', '60.00', '', '60.00'],
  ['221', '住房保障支出', '10.00', '10.00', ''],
  ['22102', '住房改革支出', '10.00', '10.00', ''],
  ['2210201', '住房公积金', '6.00', '6.00', ''],
  ['2210203', '购房补贴', '4.00', '4.00', ''],
];

function page(cells: Cells, without: readonly string[]): string {
  const show = (text: string): string => `<td>${text}</td>`;
  const value = ([id, usual]: readonly [CellId, string]): string => show(cells[id] ?? usual);
  const table = (id: string, caption: string, heads: readonly string[], rows: readonly string[]): string =>
    without.includes(id)
      ? ''
      : `<p>${caption}</p><p>单位：万元</p><table>${heads.map((head) => `<tr>${head}</tr>`).join('')}${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  const line = ({ head, cells: own }: Row): string => head.map(show).join('') + own.map(value).join('');
  const heads = (...texts: readonly string[]): string => texts.map((text) => `<td>${text}</td>`).join('');
  const subjects = (
    id: string,
    columns: readonly string[],
    pick: (row: (typeof SPENDING)[number]) => readonly string[],
  ): string[] => {
    const rows = [['total', '', '110.00', '50.00', '60.00'] as const, ...SPENDING];
    return rows.map((row) => {
      const own = pick(row).map((usual, at) => [`${id}.${row[0]}.${columns[at]}`, usual] as const);
      return row[0] === 'total'
        ? `<td colspan="2">合计</td>${own.map(value).join('')}`
        : line({ head: [row[0], row[1]], cells: own });
    });
  };
  const two = (left: Row, right: Row): string => line(left) + line(right);
  const row = (text: string, ...own: Row['cells']): Row => ({ head: [text], cells: own });
  const grants = (text: string, id: string, amount: string): Row =>
    row(
      text,
      ...(['total', 'general', 'fund', 'capital'] as const).map(
        (column, at) => [`grantTotals.${id}.${column}`, at < 2 ? amount : ''] as const,
      ),
    );
  const economic = (code: string, text: string, amount: string): Row => ({
    head: [code, text],
    cells: [[`basicSpending.${code}.amount`, amount]],
  });
  const blank = ['', '', '', '', '', ''];
  const balance = [
    heads(
      '科目编码',
      '科目名称',
      '年初结转和结余',
      '本年收入',
      '本年支出合计',
      '基本支出',
      '项目支出',
      '年末结转和结余',
    ),
  ];
  return [
    table(
      'totals',
      '收入支出决算总表',
      ['<td colspan="2">收入</td><td colspan="2">支出</td>', heads('项目', '决算数', '项目', '决算数')],
      [
        two(
          row('一、一般公共预算财政拨款收入', ['totals.一般公共预算财政拨款收入.amount', '110.00']),
          row('一、一般公共服务支出', ['totals.一般公共服务支出.amount', '100.00']),
        ),
        two(
          row('二、其他收入', ['totals.其他收入.amount', '']),
          row('二、住房保障支出', ['totals.住房保障支出.amount', '10.00']),
        ),
        two(
          row('本年收入合计', ['totals.yearIncome.amount', '110.00']),
          row('本年支出合计', ['totals.yearSpending.amount', '110.00']),
        ),
        two(row('使用非财政拨款结余', ['totals.drawn.amount', '']), row('结余分配', ['totals.distributed.amount', ''])),
        two(row('年初结转和结余', ['totals.opening.amount', '']), row('年末结转和结余', ['totals.closing.amount', ''])),
        two(
          row('总计', ['totals.incomeTotal.amount', '110.00']),
          row('总计', ['totals.spendingTotal.amount', '110.00']),
        ),
      ],
    ),
    table(
      'income',
      '收入决算表',
      [heads('科目编码', '科目名称', '本年收入合计', '财政拨款收入', '其他收入')],
      subjects('income', ['total', 'grant', 'other'], (each) => [each[2], each[2], '']),
    ),
    table(
      'spending',
      '支出决算表',
      [heads('科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出')],
      subjects('spending', ['total', 'basic', 'project'], (each) => each.slice(2)),
    ),
    table(
      'grantTotals',
      '财政拨款收入支出决算总表',
      [
        heads(
          '项目',
          '决算数',
          '项目',
          '合计',
          '一般公共预算财政拨款',
          '政府性基金预算财政拨款',
          '国有资本经营预算财政拨款',
        ),
      ],
      [
        two(
          row('一、一般公共预算财政拨款', ['grantTotals.一般公共预算财政拨款.amount', '110.00']),
          grants('一、一般公共服务支出', '一般公共服务支出', '100.00'),
        ),
        two(
          row('二、政府性基金预算财政拨款', ['grantTotals.政府性基金预算财政拨款.amount', '']),
          grants('二、住房保障支出', '住房保障支出', '10.00'),
        ),
        two(
          row('本年收入合计', ['grantTotals.yearIncome.amount', '110.00']),
          grants('本年支出合计', 'yearSpending', '110.00'),
        ),
        two(
          row('年初财政拨款结转和结余', ['grantTotals.opening.amount', '']),
          grants('年末财政拨款结转和结余', 'closing', ''),
        ),
        two(row('总计', ['grantTotals.incomeTotal.amount', '110.00']), grants('总计', 'spendingTotal', '110.00')),
      ],
    ),
    table(
      'generalBudget',
      '一般公共预算财政拨款支出决算表',
      [heads('科目编码', '科目名称', '合计', '基本支出', '项目支出')],
      subjects('generalBudget', ['total', 'basic', 'project'], (each) => each.slice(2)),
    ),
    table(
      'basicSpending',
      '一般公共预算财政拨款基本支出决算表',
      [heads('科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数')],
      [
        two(economic('301', '工资福利支出', '40.00'), economic('302', '商品和服务支出', '10.00')),
        two(economic('30101', '基本工资', '25.00'), economic('30201', '办公费', '6.00')),
        two(economic('30102', '津贴补贴', '15.00'), economic('30211', '差旅费', '4.00')),
        `<td colspan="2">人员经费合计</td>${value(['basicSpending.staff.amount', '40.00'])}<td colspan="2">公用经费合计</td>${value(['basicSpending.office.amount', '10.00'])}`,
      ],
    ),
    table(
      'expenses',
      '财政拨款“三公”经费支出决算表',
      [
        [
          '合计',
          '因公出国（境）费',
          '公务用车购置及运行维护费小计',
          '公务用车购置费',
          '公务用车运行维护费',
          '公务接待费',
        ]
          .map((text) => `<td colspan="2">${text}</td>`)
          .join(''),
        heads(...Array.from({ length: 6 }, () => ['预算数', '决算数']).flat()),
      ],
      [
        (['total', 'abroad', 'vehicles', 'purchase', 'running', 'reception'] as const)
          .flatMap((column, at) => [
            value([`expenses.budget.${column}`, ['9.00', '1.00', '5.00', '0.00', '5.00', '3.00'][at] ?? '']),
            value([`expenses.final.${column}`, ['6.50', '0.00', '4.50', '0.00', '4.50', '2.00'][at] ?? '']),
          ])
          .join(''),
      ],
    ),
    table('fund', '政府性基金预算财政拨款收入支出决算表', balance, [heads('', '', ...blank)]),
    table('capital', '国有资本经营预算财政拨款支出决算表', balance, [heads('', '', ...blank)]),
  ].join('\n');
}

/** `title`: 示例县示例局2024年度部门决算. */
export function renderAccounts(
  cells: Cells = {},
  without: readonly string[] = [],
  prose: readonly string[] = [],
): string {
  const title = '示例县示例局2024年度部门决算';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>\n${page(cells, without)}${prose.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
}

/** The document with another text in one cell. */
function withCell(document: Document, { place }: Fact, text: string): Document {
  const blocks = document.blocks.map((block, at) => {
    if (block.kind !== 'table' || at !== place?.block) return block;
    let ordinal = -1;
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (++ordinal === place.cell ? { ...cell, text } : cell)),
    }));
    return { ...block, rows };
  });
  return { ...document, blocks };
}

export interface Slips {
  /** Cells whose wrong figure gave no error. */
  readonly silent: string[];
  /** An error that does not suspect the cell. */
  readonly elsewhere: string[];
  /** Suspected beside others. */
  readonly tied: string[];
  /** Suspected alone. */
  named: number;
}

/** Every so many figures of accounts made wrong, one at a time: another first digit. */
export function slipsIn(document: Document, { facts }: Outcome, step: number): Slips {
  const slips: Slips = { silent: [], elsewhere: [], tied: [], named: 0 };
  const figures = Object.entries(facts).filter(([, { value }]) => (value ?? 0) !== 0);
  for (const [cell, fact] of figures.filter((_, at) => at % step === 0)) {
    const raw = `${(Number(fact.raw.charAt(0)) % 9) + 1}${fact.raw.slice(1)}`;
    const errors = check(withCell(document, fact, raw)).findings.filter(({ severity }) => severity === 'error');
    const suspects = errors.flatMap((finding) => finding.suspects.map((suspect) => suspect.cell));
    if (errors.length === 0) slips.silent.push(cell);
    else if (!suspects.includes(cell)) slips.elsewhere.push(cell);
    else if (suspects.length > 1) slips.tied.push(cell);
    else slips.named++;
  }
  return slips;
}
