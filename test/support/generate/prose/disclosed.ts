/** N9, N10, N11, N15: normative documents, decisions, fees, and what was published. */
import { type Numbers, type Pattern, slipped } from '../phrases';
import { cellOf, type Truth } from '../truth';

function is2021({ form }: Truth): boolean {
  return form.id === 'open-info-annual@2021';
}

export const DOCUMENTS: Pattern = {
  id: 'N9',
  units: ['件', '份', '条', '部'],
  numbers(truth) {
    // 对外公开总数量 of the form of 2019 is not 现行有效.
    if (!is2021(truth)) return null;
    const of = (column: string): number => cellOf(truth, `disclosure.normativeDocument.${column}`);
    return { made: of('made'), repealed: of('repealed'), inForce: of('inForce') };
  },
  templates: [
    '{Y}年，{S}制发行政规范性文件{made}，废止{repealed}，现行有效{inForce}',
    '{S}[共|]制定规范性文件{made}，废止规范性文件{repealed}，现行有效的规范性文件{inForce}',
    '本年度印发行政规范性文件{made}',
    '出台规范性文件{made}，废止规范性文件{repealed}',
    '{S}制定行政规范性文件{made}，现行有效行政规范性文件{inForce}',
    '规范性文件本年制发{made}，废止{repealed}，现行有效{inForce}',
    '本年度行政规范性文件制发{made}，废止数量{repealed}，现行有效数量{inForce}',
    '截至{Y}年12月31日，现行有效规范性文件{inForce}',
    '本年度制发规范性文件{made}；废止规范性文件{repealed}；现行有效规范性文件共{inForce}',
    ({ repealed = 0 }) => (repealed > 0 ? '全年废止行政规范性文件{repealed}' : null),
  ],
  wrong(numbers, _, random) {
    const key = random.pick(Object.keys(numbers));
    const value = numbers[key] ?? 0;
    return { numbers: { ...numbers, [key]: slipped(value, [value], random) }, key };
  },
};

export const DECISIONS: Pattern = {
  id: 'N10',
  units: ['件', '件', '宗', '起'],
  numbers(truth) {
    const of = (row: string): number => cellOf(truth, `disclosure.${row}.decisions`);
    return { licence: of('licence'), penalty: of('penalty'), coercion: of('coercion') };
  },
  templates: [
    '全年行政许可决定{licence}、行政处罚{penalty}、行政强制{coercion}',
    '{S}共办结行政许可事项{licence}、行政处罚{penalty}、实施行政强制{coercion}',
    '{S}作出行政处罚决定{penalty}',
    '作出行政许可决定{licence}，行政处罚决定{penalty}',
    '全年办理行政许可{licence}，行政处罚{penalty}，行政强制{coercion}',
    '{Y}年，{S}作出行政许可{licence}；作出行政处罚{penalty}；实施行政强制{coercion}',
    '本年度行政许可处理决定{licence}，行政处罚处理决定{penalty}，行政强制处理决定{coercion}',
    '截至12月31日，{S}共作出行政许可{licence}、行政处罚{penalty}',
    '实施行政强制措施{coercion}，行政处罚{penalty}',
  ],
  wrong(numbers, _, random) {
    const key = random.pick(Object.keys(numbers));
    const value = numbers[key] ?? 0;
    return { numbers: { ...numbers, [key]: slipped(value, [value], random) }, key };
  },
};

export const FEE: Pattern = {
  id: 'N11',
  units: ['件'],
  numbers(truth) {
    if (!is2021(truth)) return null;
    const wan = cellOf(truth, 'disclosure.fee.amount');
    return { wan, yuan: Number((wan * 1e4).toFixed(0)) };
  },
  templates: [
    '行政事业性收费[共|共计|]{wan#}万元',
    '{S}收取行政事业性收费{wan#}万元',
    '本年度行政事业性收费金额{wan#}万元',
    '主动公开行政事业性收费1项，收费总额为{wan#}万元',
    '{Y}年行政事业性收费总金额{wan#}万元',
    '全年行政事业性收费收入{wan#}万元',
    '行政事业性收费金额共计{yuan#}元',
    '{S}全年收取行政事业性收费{yuan#}元',
    '行政事业性收费约{wan#}万元',
  ],
  wrong(numbers, _, random) {
    const { wan = 0 } = numbers;
    const said = Math.round(wan * random.pick([0.5, 1.5, 2, 3]) + random.int(2, 9));
    // Far enough that neither printed precision nor 约 admits it.
    if (Math.abs(said - wan) * 5 < wan) return null;
    return { numbers: { wan: said, yuan: said * 1e4 }, key: random.pick(['wan', 'yuan']) };
  },
};

const POSTS = [
  '政务动态',
  '通知公告',
  '政策文件',
  '财政预决算信息',
  '人事信息',
  '重点领域信息',
  '政策解读',
  '机构概况类信息',
];

export const POSTED: Pattern = {
  id: 'N15',
  units: ['条', '篇', '件'],
  numbers(_, random) {
    const count = random.int(2, 6);
    const parts = Array.from({ length: count }, () => random.int(1, random.pick([9, 60, 900])));
    const total = parts.reduce((sum, part) => sum + part, 0);
    return { total, count, ...Object.fromEntries(parts.map((part, at) => [`part${at}`, part])) };
  },
  templates: [
    listed('{Y}年，{S}主动公开政府信息{total}，其中', '，'),
    listed('{S}全年共公开政府信息{total}，其中：', '、'),
    listed('{S}通过政府网站发布信息{total}，其中', '，'),
    listed('全年累计在政府门户网站更新发布信息{total}，其中', '，'),
    listed('{S}主动公开信息{total}，包括', '、'),
    listed('本年度共发布各类信息{total}（其中', '，', '）'),
    listed('全年主动公开政府信息{total}。其中，', '，'),
    listed('政府信息公开专栏发布信息{total}，其中', '；'),
    ({ count = 0 }) =>
      count === 3 ? '通过政府网站、政务微信和公告栏共公开信息{total}，分别为{part0}、{part1}和{part2}' : null,
  ],
  wrong(numbers, _, random) {
    const { count = 1, total = 0 } = numbers;
    const key = `part${random.int(0, count - 1)}`;
    const value = numbers[key] ?? 0;
    const said = slipped(value, [value], random);
    // 其中 may name some of them only: what leaves a great part of the total open contradicts nothing.
    const sum = total - value + said;
    if (count > 2 ? sum * 2 < total : sum * 5 < total * 4) return null;
    return { numbers: { ...numbers, [key]: said }, key };
  },
};

function listed(head: string, comma: string, end = '') {
  return ({ count = 0 }: Numbers): string =>
    head +
    POSTS.slice(0, count)
      .map((post, at) => `${post}{part${at}}`)
      .join(comma) +
    end;
}
