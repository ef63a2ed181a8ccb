/** Real sentences of published reports, organs masked, and what each says of the tables; then the traps. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../core/read/text';
import { changesIn } from '../../core/statements/changes';
import { informationFees } from '../../core/statements/information-fee';
import { brokenSums } from '../../core/statements/parts';
import { type Passage, passagesOf, placeIn, quoteIn } from '../../core/statements/passage';
import { sharesIn } from '../../core/statements/shares';
import { statementsOf } from '../../core/statements/statements';

function passages(text: string): readonly Passage[] {
  return passagesOf(readText(text), [], new Set());
}

/** `words=amount` of each statement; an interval as low..high. */
function said(text: string, year: number, scope: 'region' | 'organ' | null): string[] {
  return statementsOf({ passages: passages(text), year, scope }).map(({ words, amount: { low, high } }) =>
    low === high ? `${words}=${low}` : `${words}=${low}..${high}`,
  );
}

const SENTENCES: readonly (readonly [number, string, number, 'region' | 'organ' | null, string])[] = [
  [
    1,
    '新收到政府信息公开申请42件，上年结转政府信息公开申请1件，予以公开4件，部分公开10件，不予公开0件，无法提供21件，不予处理0件，其他处理3件，结转下年度继续办理5件',
    2025,
    'organ',
    '收到申请=42 上年结转=1 予以公开=4 部分公开=10 不予公开=0 无法提供=21 不予处理=0 其他处理=3 结转下年度=5',
  ],
  [
    2,
    '收到行政许可申请114738件，受理114730件，准予许可114397件，不予许可146件，撤销许可187件',
    2025,
    'organ',
    '行政许可（受理）=114730 行政许可=114397 行政许可（不予）=146',
  ],
  [
    3,
    '收到依申请公开件176件，其中，当面申请的72件，来信申请的69件，网上申请的35件。办结依申请公开件177件（含2022年结转的3件），其中，予以公开60件，部分公开51件，不予公开4件，信息无法提供30件、不予处理3件，其他处理29件',
    2023,
    'organ',
    '收到申请=176 办结（答复）=177 上年结转=3 予以公开=60 部分公开=51 不予公开=4 无法提供=30 不予处理=3 其他处理=29',
  ],
  [
    4,
    '全市共收到依申请件927件，上年结转34件，办结930件，31件结转到2025年度继续办理',
    2024,
    'region',
    '收到申请=927 上年结转=34 办结（答复）=930 结转下年度=31',
  ],
  [
    5,
    '共接到社会公众依申请公开184件，上年结转办理1件，年内共办结182件，结转下年度继续办理3件。因政府信息公开引起行政复议62件，行政诉讼21件',
    2023,
    'organ',
    '收到申请=184 上年结转=1 办结（答复）=182 结转下年度=3 行政复议=62 行政诉讼=21',
  ],
  [
    6,
    '全市全年新收政府信息公开申请1541件，加上上年结转的，除去本年度结转下年度办理的，共办理政府信息公开申请1527件，其中予以公开或部分公开占58.5%、不予公开占7.3%、无法提供占28.9%，其他情况占5.2%',
    2024,
    'region',
    '收到申请=1541 办结（答复）=1527',
  ],
  [
    7,
    '市政府办公厅代表市政府共受理政府信息公开申请859件，申请数量较去年回落12.3%；答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请按照《条例》顺延到下年度答复），均在法定期限内予以答复。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。信息公开类行政复议7件，诉讼9件，均获维持',
    2019,
    'organ',
    '收到申请=859 办结（答复）=805 上年结转=18 结转下年度=72 予以公开和部分公开=258 不予公开=35 无法提供=265 不予处理=158 其他处理=0 行政复议=7 行政诉讼=9',
  ],
  [
    8,
    '共收到8份政府信息公开申请，均为自然人申请。其中，予以公开2件，部分公开2件，属于四类过程性性信息1件，本办不掌握相关政府信息2件，其他1件（申请人自主撤销）。无下年度结转',
    2022,
    'organ',
    '收到申请=8 予以公开=2 部分公开=2 属于四类过程性信息=1 不掌握相关政府信息=2 法人或其他组织=0 结转下年度=0',
  ],
  [9, '本年度，共受理政府信息公开申请2件', 2023, 'organ', '收到申请=2'],
  [
    10,
    '我局共收到信息公开申请22起，比2022年（31起）下降29%，答复22起。其中公开1起，不属于政府信息4起，告知其他途径3起，不存在9起，属于行政执法案卷5起',
    2023,
    'organ',
    '收到申请=22 办结（答复）=22 公开=1 信息不存在=9 属于行政执法案卷=5',
  ],
  [
    11,
    '全年共收到依申请公开件1件，已按期答复1件，无转结下年度继续办理件。涉及复议0件，诉讼0件',
    2024,
    'organ',
    '收到申请=1 办结（答复）=1 行政复议=0 行政诉讼=0 结转下年度=0',
  ],
  [
    12,
    '2022年我镇全年共收到依申请公开0件，公开0件，不予公开0件，因政府信息依申请公开引起行政复议0件，行政诉讼0件',
    2022,
    'organ',
    '收到申请=0 公开=0 不予公开=0 行政复议=0 行政诉讼=0',
  ],
  [
    13,
    '全年未受理依申请公开，未发生政府信息公开类行政复议、行政诉讼情况',
    2022,
    'organ',
    '收到申请=0 行政复议、行政诉讼=0',
  ],
  [
    14,
    '2023年全区共收到依申请公开85件，除2件结转下年办理外，均依法依规答复，答复率100%',
    2023,
    'region',
    '收到申请=85 结转下年度=2',
  ],
  [
    15,
    '全县受理线上信息公开申请65件，依法办结62件，结转下年度办理3件，受理线下信息公开申请9件，已全部依法办结',
    2024,
    'region',
    '收到申请=74',
  ],
  [
    16,
    '全年行政许可决定278件、行政处罚1217件、行政强制402件、无行政事业性收费',
    2024,
    'organ',
    '行政许可=278 行政处罚=1217 行政强制=402 行政事业性收费=0',
  ],
  [
    17,
    '截至12月31日，我局共办结行政许可事项9110件、行政处罚203件、实施行政强制15件，并通过政府门户网站公示行政许可55条、行政确认4条',
    2024,
    'organ',
    '行政许可=9110 行政处罚=203 行政强制=15',
  ],
  [18, '主动公开行政事业性收费1项，公开费用总额为4.043万元', 2023, 'organ', '行政事业性收费=4.043'],
  [
    19,
    '主动公开行政许可事项128条，行政事业性收费共47.10万元。收到政府信息公开申请2件（1件属自然人申请，1件属商业企业申请）',
    2023,
    'organ',
    '行政事业性收费=47.1 收到申请=2 自然人=1 商业企业=1',
  ],
  [20, '本年度制发0件，废止0件，现行有效2件', 2023, 'organ', '规范性文件制发=0 规范性文件废止=0 规范性文件现行有效=2'],
  [
    21,
    '本年度行政规范性文件发布0条，废止数量0条，现行有效数量0条',
    2025,
    'organ',
    '规范性文件制发=0 规范性文件废止=0 规范性文件现行有效=0',
  ],
  [22, '继续有效20件，失效2件、废止4件', 2024, 'region', '规范性文件现行有效=20 规范性文件废止=4..6'],
  [
    23,
    '因依申请公开引起行政复议2件、行政诉讼0件，其中行政复议纠错1件',
    2024,
    'organ',
    '行政复议=2 行政诉讼=0 行政复议结果纠正=1',
  ],
  [
    24,
    '因政府信息公开发生行政复议1件，申请人已撤回；发生行政诉讼1件，结果维持',
    2024,
    'organ',
    '行政复议=1 行政诉讼=1 行政诉讼结果维持=1',
  ],
  [
    25,
    '全县共受理依申请公开12件，予以公开及部分公开的有6件，占50%；无法提供的有6件，占50%',
    2024,
    'region',
    '收到申请=12 予以公开和部分公开=6 无法提供=6',
  ],
  [26, '2023年收到政府信息公开申请1件，为本机关不掌握的政府信息', 2023, 'organ', '收到申请=1 不掌握相关政府信息=1'],
  [27, '收到政府信息公开申请3项全部予以公开，无上年结转', 2024, 'organ', '收到申请=3 予以公开=3 上年结转=0'],
  [
    30,
    '2022年，全区各职能部门、镇街共收到政府信息公开申请1499件。其中，网络1303、信函172、当面24。完成答复1453件，包括上年结转30件。其中，予以公开966件，占66.48%',
    2022,
    'region',
    '收到申请=1499 办结（答复）=1453 上年结转=30 予以公开=966',
  ],
];

describe('what real sentences state', () => {
  it.each(SENTENCES)('sentence %i', (_, text, year, scope, expected) => {
    expect(said(text, year, scope).sort()).toEqual(expected.split(' ').sort());
  });

  it('reads the fee of sentences 28 and 29', () => {
    const fees = (text: string): (number | null)[] => informationFees(passages(text)).map(({ yuan }) => yuan);
    expect(fees('2025 年有 1 件政府信息公开申请案件收取信息处理费 380 元')).toEqual([380]);
    expect(fees('依据《政府信息公开信息处理费管理办法》规定，2025年全市实际收取信息处理费共计400元')).toEqual([400]);
  });

  it('reads the change of sentence 10, with its base', () => {
    const [passage] = passages('我局共收到信息公开申请22起，比2022年（31起）下降29%，答复22起');
    expect(passage && changesIn(passage, 2023)).toMatchObject([
      { change: -29, unit: 'percent', current: 22, base: 31 },
    ]);
  });
});

const TRAPS: readonly (readonly [string, string, 'region' | 'organ' | null])[] = [
  ['cumulative', '自2008年以来累计受理政府信息公开申请381份；历年累计收到政府信息公开申请500件', 'organ'],
  ['another scope', '全市共收到政府信息公开申请927件', 'organ'],
  ['own numbers in a region’s report', '我局收到政府信息公开申请9件', 'region'],
  ['part of a year', '2024年上半年收到政府信息公开申请267件，截至11月底收到政府信息公开申请300件', 'organ'],
  ['another year', '2022年收到政府信息公开申请31件，2024年有所下降', 'organ'],
  ['powers and posts', '公布行政许可15项，公示行政处罚决定55条，公开行政许可信息3567条', 'organ'],
  ['published, not decided', '通过门户网站公示行政许可55件', 'organ'],
  ['words that look like numbers', '受理零件采购申请，一起推进政府信息公开申请工作，一件一件抓落实', 'organ'],
  ['old-law categories', '政府信息公开申请中不属于政府信息4件，告知其他途径3件', 'organ'],
  ['letters and hotlines', '依申请公开渠道畅通。处理群众留言92条，12345热线办结40件', 'organ'],
  ['requests of other kinds', '受理行政许可申请114738次，受理专利申请20件', 'organ'],
  ['internal rules', '制定规章制度12件', 'organ'],
  ['a digit lost by a page tool', '统计期限为202311日，收到政府信息公开申请202311225件', 'organ'],
  ['the organ’s subordinates', '下属单位收到政府信息公开申请5件', 'organ'],
  ['that nothing was charged', '未收取政府信息公开申请任何费用', 'organ'],
  ['one channel only', '未收到书面政府信息公开申请', 'organ'],
];

describe('what says nothing of the tables', () => {
  it.each(TRAPS)('%s', (_, text, scope) => {
    expect(said(text, 2024, scope)).toEqual([]);
  });

  it('rounds are intervals', () => {
    expect(said('全年收到政府信息公开申请300余件', 2024, 'organ')).toEqual(['收到申请=300..399']);
    expect(said('全年收到政府信息公开申请约50件', 2024, 'organ')).toEqual(['收到申请=45..55']);
    expect(said('全年收到政府信息公开申请十二件', 2024, 'organ')).toEqual(['收到申请=12']);
    expect(said('全年收到政府信息公开申请1.8万余件', 2024, 'organ')).toEqual(['收到申请=18000..18999']);
  });

  it('counts that begin like a year are counts', () => {
    expect(said('全年收到政府信息公开申请42099件，办结政府信息公开申请2098件', 2024, 'organ')).toEqual([
      '收到申请=42099',
      '办结（答复）=2098',
    ]);
  });

  it('今年以来 is no sum over years, however far back it stands', () => {
    const far =
      '今年以来，收到政府信息公开申请564件，办结政府信息公开申请541件，予以公开135件，部分公开66件，不予公开97件，无法提供160件，不予处理50件，结转下年度31件';
    expect(said(far, 2024, 'organ').at(-1)).toBe('结转下年度=31');
  });

  it('fees run into billions, and their unit may stand in brackets before them', () => {
    expect(said('行政事业性收费金额共计4169700000元', 2024, 'region')).toEqual(['行政事业性收费=4169700000']);
    expect(said('行政事业性收费金额（万元）：46.13', 2024, 'organ')).toEqual(['行政事业性收费=46.13']);
  });

  it('does not cross from one subject to the next', () => {
    expect(said('因政府信息公开被申请行政复议134件，行政诉讼57件', 2024, 'organ')).toEqual([
      '行政复议=134',
      '行政诉讼=57',
    ]);
  });
});

describe('totals and their parts', () => {
  const broken = (text: string): number[] =>
    passages(text)
      .flatMap(brokenSums)
      .map(({ total }) => total);
  it.each([
    ['holds', '公开信息314条，其中，人员招录3条，预决算2条，决算表1条，疫情8条，资源配置12条，环保20条，指南268条'],
    ['nested', '共965条，通过网站发布490条，其中：机构140条；文件13条；动态260条；人事9条；财政13条；其他55条。'],
    ['by quarter', '公开信息771条，分别为：第一季度140条，第二季度378条，第三季度137条，第四季度116条'],
    ['of one channel, another follows', '公开信息64条，其中财政17条，法规2条，执法3条，文件6条；通过另一网站公开36条'],
    ['等', '公开信息100条，其中文件30条、动态20条等'],
    ['余', '公开信息13921条，其中网站12766条，微信1100余条'],
    ['主要', '公开信息100条，主要包括文件60条、动态20条、公告15条'],
    ['part in brackets', '公开信息380条，其中文件30条，动态94条，机关104条（其中人事4条），业务152条'],
    ['a part of parts', '发布2139条，其中动态1744条，政务393条，解读21条，回应2条'],
    ['applicants told in part', '收到6854件，按申请人分，自然人申请6453件，商业企业申请215件'],
    ['parts of an earlier number', '答复33件，包括上年结转2件；其中予以公开21件；无法提供1件'],
    ['outcomes, then what is still open', '收到56件，其中，予以公开42件，不予公开10件，截至年底尚在办理期限内5件'],
    ['outcomes told in part', '收到政府信息公开申请62件，其中予以公开22件，部分公开17件；结转下年度继续办理2件'],
  ])('%s', (_, text) => {
    expect(broken(text)).toEqual([]);
  });

  it.each([
    ['more than the total', '发布信息239条，其中政务动态161条，信息公开71条，政策解读信息12条', 239],
    ['all ways to ask', '收到政府信息公开申请62件，其中网络59件、信函3件、当面3件', 62],
    ['a nil among them', '收到信息81条，包括动态0条、公告27条、文件4条', 81],
    ['bare numbers behind 分别为', '通过网站、微信和公告栏共公开信息819条，分别为704条、111条和0条', 819],
    ['one less', '共发布信息53篇，其中政策2篇、动态5篇、公告43篇、其他4篇', 53],
    ['across a full stop', '发布信息共计615条。其中，网页发布简介32条，草案3条，政策579条，公告2条', 615],
  ])('%s', (_, text, total) => {
    expect(broken(text)).toEqual([total]);
  });
});

it('finds shares with their part and what they may be of', () => {
  const [passage] = passages('受理依申请公开事项29例，其中通过网络收到申请25件，占比86%，通过来信收到申请4件，占比14%');
  expect(passage && sharesIn(passage)).toMatchObject([
    { percent: 86, part: 25, places: 0 },
    { percent: 14, part: 4, places: 0 },
  ]);
});

it('a quote is given as printed, with its place', () => {
  const [passage] = passages('本年度，共　受理政府\u200b信息公开申请 ２ 件');
  if (passage === undefined) throw new Error('no passage');
  const start = passage.text.indexOf('受理');
  expect(quoteIn(passage, start, passage.text.length)).toBe('受理政府\u200b信息公开申请 ２ 件');
  expect(placeIn(passage, start, passage.text.length)).toMatchObject({ block: 0, start: 6 });
});

it('lines of print are one text, and a quote is placed in the line it begins in', () => {
  const [passage] = passages(
    '本年度，全市共受理政府信息公开申请3119件，答\n复3050件（含上年度结转申请34件，另有103件顺延到下年\n度答复）。',
  );
  if (passage === undefined) throw new Error('no passage');
  expect(statementsOf({ passages: [passage], year: 2024, scope: 'region' }).map(({ amount }) => amount.low)).toEqual([
    3119, 3050, 34, 103,
  ]);
  const start = passage.text.indexOf('答复');
  expect(quoteIn(passage, start, start + 7)).toBe('答复3050件');
  expect(placeIn(passage, start, start + 7)).toEqual({ block: 0, start: 23, end: 24 });
  const second = passage.text.indexOf('103');
  expect(placeIn(passage, second, second + 3)).toMatchObject({ block: 1 });
});
