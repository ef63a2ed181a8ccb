/**
 * Real sentences of published reports, organs masked, with the tables that they agree with and, for each, tables that
 * contradict them: what must then be found. Numbered as in the rule book.
 */
export type Rows = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

export interface RealSentence {
  readonly number: number;
  readonly text: string;
  readonly year: number;
  readonly section: number;
  readonly organ: string;
  readonly form?: '2019';
  /** Rows of table three; a bare number is of individuals. */
  readonly applications?: Rows;
  readonly disclosure?: Readonly<Record<string, number | string>>;
  /** upheld, corrected, other, pending */
  readonly disputes?: Readonly<Record<string, readonly [number, number, number, number]>>;
  /** Received last year. */
  readonly lastYear?: number;
  /** What the rules on prose find although the tables are as above: the sentence is wrong in itself. */
  readonly wrong?: readonly string[];
  /** Each changes the tables and tells the rule that must find it. */
  readonly against: readonly {
    readonly rule: string;
    readonly applications?: Rows;
    readonly disclosure?: Readonly<Record<string, number | string>>;
    readonly disputes?: Readonly<Record<string, readonly [number, number, number, number]>>;
    readonly lastYear?: number;
  }[];
}

const BUREAU = '示例县示例局';
const OFFICE = '示例县人民政府办公室';
const TOWN = '示例县示例镇人民政府';
const COUNTY = '示例县人民政府';

export const SENTENCES: readonly RealSentence[] = [
  {
    number: 1,
    text: '新收到政府信息公开申请42件，上年结转政府信息公开申请1件，予以公开4件，部分公开10件，不予公开0件，无法提供21件，不予处理0件，其他处理3件，结转下年度继续办理5件。',
    year: 2025,
    section: 1,
    organ: BUREAU,
    applications: {
      received: 42,
      carriedIn: 1,
      granted: 4,
      partlyGranted: 10,
      'unavailable.notHeld': 21,
      'otherOutcome.rest': 3,
      decided: 38,
      carriedOut: 5,
    },
    against: [
      { rule: 'text-r1', applications: { received: 41 } },
      { rule: 'text-r2', applications: { carriedIn: 0 } },
      { rule: 'text-r4', applications: { carriedOut: 6 } },
      { rule: 'text-kind', applications: { granted: 5 } },
      { rule: 'text-kind', applications: { 'refused.deliberative': 1 } },
      { rule: 'text-kind', applications: { 'otherOutcome.notCorrected': 1 } },
    ],
  },
  {
    number: 2,
    text: '收到行政许可申请114738件，受理114730件，准予许可114397件，不予许可146件，撤销许可187件。',
    year: 2025,
    section: 1,
    organ: BUREAU,
    disclosure: { 'licence.decisions': 114543 },
    against: [{ rule: 'text-enforce', disclosure: { 'licence.decisions': 114000 } }],
  },
  {
    number: 2,
    text: '收到行政许可申请114738件，受理114730件，准予许可114397件，不予许可146件，撤销许可187件。',
    year: 2025,
    section: 1,
    organ: BUREAU,
    disclosure: { 'licence.decisions': 114730 },
    against: [],
  },
  {
    number: 2,
    text: '收到行政许可申请114738件，受理114730件，准予许可114397件，不予许可146件，撤销许可187件。',
    year: 2025,
    section: 1,
    organ: BUREAU,
    disclosure: { 'licence.decisions': 114397 },
    against: [],
  },
  {
    number: 3,
    text: '收到依申请公开件176件，其中，当面申请的72件，来信申请的69件，网上申请的35件。办结依申请公开件177件（含2022年结转的3件），其中，予以公开60件，部分公开51件，不予公开4件，信息无法提供30件、不予处理3件，其他处理29件。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    applications: {
      received: 176,
      carriedIn: 3,
      granted: 60,
      partlyGranted: 51,
      'refused.internalAffairs': 4,
      'unavailable.notHeld': 25,
      'unavailable.needsCreation': 5,
      'notHandled.repeated': 3,
      'otherOutcome.rest': 29,
      decided: 177,
      carriedOut: 2,
    },
    against: [
      { rule: 'text-r1', applications: { received: 167 } },
      { rule: 'text-r2', applications: { carriedIn: 2 } },
      { rule: 'text-done', applications: { decided: 178 } },
      { rule: 'text-kind', applications: { 'unavailable.needsCreation': 6 } },
    ],
  },
  {
    number: 4,
    text: '全县共收到依申请件927件，上年结转34件，办结930件，31件结转到2025年度继续办理。',
    year: 2024,
    section: 1,
    organ: COUNTY,
    applications: { received: 927, carriedIn: 34, granted: 930, decided: 930, carriedOut: 31 },
    against: [
      { rule: 'text-r4', applications: { carriedOut: 30 } },
      { rule: 'text-done', applications: { decided: 931 } },
    ],
  },
  {
    number: 5,
    text: '共接到社会公众依申请公开184件，上年结转办理1件，年内共办结182件，结转下年度继续办理3件。因政府信息公开引起行政复议62件，行政诉讼21件。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    applications: { received: 184, carriedIn: 1, granted: 182, decided: 182, carriedOut: 3 },
    disputes: { review: [60, 2, 0, 0], 'lawsuit.direct': [10, 0, 0, 0], 'lawsuit.afterReview': [11, 0, 0, 0] },
    against: [
      { rule: 'text-review', disputes: { review: [61, 2, 0, 0] } },
      { rule: 'text-review', disputes: { 'lawsuit.direct': [9, 0, 0, 0] } },
      { rule: 'text-r2', applications: { carriedIn: 2 } },
    ],
  },
  {
    number: 6,
    text: '全县全年新收政府信息公开申请1541件，加上上年结转的，除去本年度结转下年度办理的，共办理政府信息公开申请1527件，其中予以公开或部分公开占58.5%、不予公开占7.3%、无法提供占28.9%，其他情况占5.2%。',
    year: 2024,
    section: 1,
    organ: COUNTY,
    applications: {
      received: 1541,
      carriedIn: 40,
      granted: 600,
      partlyGranted: 294,
      'refused.deliberative': 112,
      'unavailable.notHeld': 441,
      'otherOutcome.rest': 80,
      decided: 1527,
      carriedOut: 54,
    },
    against: [
      { rule: 'text-r1', applications: { received: 1540 } },
      { rule: 'text-percent', applications: { granted: 500 } },
      { rule: 'text-percent', applications: { 'unavailable.notHeld': 541 } },
    ],
  },
  {
    number: 7,
    text: '市政府办公厅代表市政府共受理政府信息公开申请859件；答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请按照《条例》顺延到下年度答复），均在法定期限内予以答复。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。信息公开类行政复议7件，诉讼9件，均获维持。',
    year: 2019,
    section: 1,
    organ: '示例市人民政府办公厅',
    form: '2019',
    applications: {
      received: 859,
      carriedIn: 18,
      granted: { individual: 257, company: 15 },
      partlyGranted: { individual: 1, company: 2 },
      'refused.deliberative': 35,
      'unavailable.notHeld': 265,
      'unavailable.stillUnclear': 72,
      'notHandled.petition': 158,
      decided: 805,
      carriedOut: 72,
    },
    disputes: { review: [5, 0, 0, 2], 'lawsuit.direct': [8, 0, 0, 1] },
    wrong: ['text-kind', 'text-kind-sum', 'text-all-upheld', 'text-percent'],
    against: [],
  },
  {
    number: 8,
    text: '共收到8份政府信息公开申请，均为自然人申请。其中，予以公开2件，部分公开2件，属于四类过程性性信息1件，本办不掌握相关政府信息2件，其他1件（申请人自主撤销）。无下年度结转。',
    year: 2022,
    section: 3,
    organ: OFFICE,
    applications: {
      received: 8,
      granted: 2,
      partlyGranted: 2,
      'refused.deliberative': 1,
      'unavailable.notHeld': 2,
      'otherOutcome.rest': 1,
      decided: 8,
    },
    against: [
      { rule: 'text-kind', applications: { received: { individual: 7, company: 1 } } },
      { rule: 'text-none-conflict', applications: { carriedOut: 1 } },
      { rule: 'text-kind', applications: { 'refused.deliberative': 2 } },
    ],
  },
  {
    number: 9,
    text: '本年度，共受理政府信息公开申请2件。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    applications: { received: 3, granted: 3, decided: 3 },
    wrong: ['text-r1'],
    against: [],
  },
  {
    number: 10,
    text: '我局共收到信息公开申请22起，比2022年（31起）下降29%，答复22起。其中公开1起，不属于政府信息4起，告知其他途径3起，不存在9起，属于行政执法案卷5起。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    applications: {
      received: 22,
      granted: 1,
      'refused.enforcementFile': 5,
      'unavailable.notHeld': 9,
      'otherOutcome.rest': 7,
      decided: 22,
    },
    lastYear: 31,
    against: [
      { rule: 'text-r1', applications: { received: 21 } },
      { rule: 'text-kind', applications: { 'refused.enforcementFile': 4 } },
    ],
  },
  {
    number: 11,
    text: '全年共收到依申请公开件1件，已按期答复1件，无转结下年度继续办理件。涉及复议0件，诉讼0件。',
    year: 2024,
    section: 1,
    organ: TOWN,
    applications: { received: 1, granted: 1, decided: 1 },
    against: [
      { rule: 'text-none-conflict', applications: { carriedOut: 1 } },
      { rule: 'text-review', disputes: { review: [1, 0, 0, 0] } },
      { rule: 'text-review', disputes: { 'lawsuit.direct': [0, 0, 0, 1] } },
    ],
  },
  {
    number: 12,
    text: '2022年我镇全年共收到依申请公开0件，公开0件，不予公开0件，因政府信息依申请公开引起行政复议0件，行政诉讼0件。',
    year: 2022,
    section: 1,
    organ: TOWN,
    against: [
      { rule: 'text-r1', applications: { received: 1 } },
      { rule: 'text-kind', applications: { granted: 1 } },
      { rule: 'text-review', disputes: { review: [0, 0, 1, 0] } },
    ],
  },
  {
    number: 13,
    text: '全年未受理依申请公开，未发生政府信息公开类行政复议、行政诉讼情况。',
    year: 2022,
    section: 1,
    organ: TOWN,
    against: [
      { rule: 'text-none-conflict', applications: { received: 1 } },
      { rule: 'text-none-conflict', disputes: { review: [1, 0, 0, 0] } },
      { rule: 'text-none-conflict', disputes: { 'lawsuit.afterReview': [1, 0, 0, 0] } },
    ],
  },
  {
    number: 14,
    text: '2023年全县共收到依申请公开85件，除2件结转下年办理外，均依法依规答复，答复率100%。',
    year: 2023,
    section: 1,
    organ: COUNTY,
    applications: { received: 85, granted: 83, decided: 83, carriedOut: 2 },
    against: [
      { rule: 'text-r1', applications: { received: 58 } },
      { rule: 'text-r4', applications: { carriedOut: 3 } },
    ],
  },
  {
    number: 15,
    text: '全县受理线上信息公开申请65件，依法办结62件，结转下年度办理3件，受理线下信息公开申请9件，已全部依法办结。',
    year: 2024,
    section: 1,
    organ: COUNTY,
    applications: { received: 74, granted: 71, decided: 71, carriedOut: 3 },
    against: [{ rule: 'text-r1', applications: { received: 65 } }],
  },
  {
    number: 16,
    text: '全年行政许可决定278件、行政处罚1217件、行政强制402件、无行政事业性收费。',
    year: 2024,
    section: 1,
    organ: BUREAU,
    disclosure: { 'licence.decisions': 278, 'penalty.decisions': 1217, 'coercion.decisions': 402 },
    against: [
      { rule: 'text-enforce', disclosure: { 'penalty.decisions': 1271 } },
      { rule: 'text-enforce', disclosure: { 'coercion.decisions': 420 } },
      { rule: 'text-none-conflict', disclosure: { 'fee.amount': '3.2' } },
    ],
  },
  {
    number: 17,
    text: '截至12月31日，我局共办结行政许可事项9110件、行政处罚203件、实施行政强制15件，并通过政府门户网站公示行政许可55条、行政确认4条。',
    year: 2024,
    section: 1,
    organ: BUREAU,
    disclosure: { 'licence.decisions': 9110, 'penalty.decisions': 203, 'coercion.decisions': 15 },
    against: [{ rule: 'text-enforce', disclosure: { 'licence.decisions': 55 } }],
  },
  {
    number: 18,
    text: '主动公开行政事业性收费1项，公开费用总额为4.043万元。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    disclosure: { 'fee.amount': '4.043' },
    against: [
      { rule: 'text-fee', disclosure: { 'fee.amount': '1' } },
      { rule: 'fee-unit', disclosure: { 'fee.amount': '40430' } },
    ],
  },
  {
    number: 19,
    text: '主动公开行政许可事项128条，行政事业性收费共约47.10万元。收到政府信息公开申请2件（1件属自然人申请，1件属商业企业申请）。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    applications: { received: { individual: 1, company: 1 }, granted: 2, decided: 2 },
    disclosure: { 'licence.decisions': 3120, 'fee.amount': '47.1042' },
    against: [
      { rule: 'text-fee', disclosure: { 'fee.amount': '74.1' } },
      { rule: 'text-kind', applications: { received: { individual: 2 } } },
    ],
  },
  {
    number: 20,
    text: '本年度制发0件，废止0件，现行有效2件。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    disclosure: { 'normativeDocument.inForce': 2 },
    against: [
      { rule: 'text-norm', disclosure: { 'normativeDocument.inForce': 3 } },
      { rule: 'text-norm', disclosure: { 'normativeDocument.made': 1 } },
    ],
  },
  {
    number: 21,
    text: '本年度行政规范性文件发布0条，废止数量0条，现行有效数量0条。',
    year: 2025,
    section: 1,
    organ: TOWN,
    against: [
      { rule: 'text-norm', disclosure: { 'normativeDocument.made': 2 } },
      { rule: 'text-norm', disclosure: { 'normativeDocument.repealed': 1 } },
      { rule: 'text-norm', disclosure: { 'normativeDocument.inForce': 1 } },
    ],
  },
  {
    number: 22,
    text: '开展规范性文件清理，继续有效20件，失效2件、废止4件。',
    year: 2024,
    section: 1,
    organ: COUNTY,
    disclosure: { 'normativeDocument.inForce': 20, 'normativeDocument.repealed': 6 },
    against: [],
  },
  {
    number: 22,
    text: '继续有效20件，失效2件、废止4件。',
    year: 2024,
    section: 1,
    organ: COUNTY,
    disclosure: { 'normativeDocument.inForce': 20, 'normativeDocument.repealed': 4 },
    against: [
      { rule: 'text-norm', disclosure: { 'normativeDocument.inForce': 26 } },
      { rule: 'text-norm', disclosure: { 'normativeDocument.repealed': 7 } },
    ],
  },
  {
    number: 23,
    text: '因依申请公开引起行政复议2件、行政诉讼0件，其中行政复议纠错1件。',
    year: 2024,
    section: 1,
    organ: '示例市示例区示例街道办事处',
    disputes: { review: [1, 1, 0, 0] },
    against: [
      { rule: 'text-review', disputes: { review: [2, 0, 0, 0] } },
      { rule: 'text-review', disputes: { 'lawsuit.direct': [1, 0, 0, 0] } },
    ],
  },
  {
    number: 24,
    text: '因政府信息公开发生行政复议1件，申请人已撤回；发生行政诉讼1件，结果维持。',
    year: 2024,
    section: 4,
    organ: OFFICE,
    disputes: { review: [0, 0, 1, 0], 'lawsuit.afterReview': [1, 0, 0, 0] },
    against: [
      { rule: 'text-review', disputes: { review: [0, 0, 0, 0] } },
      { rule: 'text-review', disputes: { 'lawsuit.afterReview': [0, 1, 0, 0] } },
    ],
  },
  {
    number: 25,
    text: '全县共受理依申请公开12件，予以公开及部分公开的有6件，占50%；无法提供的有6件，占50%。',
    year: 2024,
    section: 1,
    organ: COUNTY,
    applications: { received: 12, granted: 5, partlyGranted: 1, 'unavailable.notHeld': 6, decided: 12 },
    against: [
      { rule: 'text-kind', applications: { partlyGranted: 2 } },
      { rule: 'text-r1', applications: { received: 13 } },
    ],
  },
  {
    number: 26,
    text: '2023年收到政府信息公开申请1件，为本机关不掌握的政府信息。',
    year: 2023,
    section: 1,
    organ: BUREAU,
    applications: { received: 1, 'unavailable.notHeld': 1, decided: 1 },
    against: [
      { rule: 'text-r1', applications: { received: 2 } },
      { rule: 'text-kind', applications: { 'unavailable.notHeld': 0, granted: 1 } },
    ],
  },
  {
    number: 27,
    text: '收到政府信息公开申请3项全部予以公开，无上年结转。',
    year: 2024,
    section: 1,
    organ: BUREAU,
    applications: { received: 3, granted: 3, decided: 3 },
    against: [
      { rule: 'text-kind', applications: { granted: 2 } },
      { rule: 'text-none-conflict', applications: { carriedIn: 1 } },
    ],
  },
  {
    number: 28,
    text: '2025 年有 1 件政府信息公开申请案件收取信息处理费 380 元。',
    year: 2025,
    section: 6,
    organ: COUNTY,
    applications: { received: 40, granted: 40, decided: 40 },
    disclosure: { 'fee.amount': '12.5' },
    against: [],
  },
  {
    number: 29,
    text: '依据《政府信息公开信息处理费管理办法》规定，2025年全县实际收取信息处理费共计400元。',
    year: 2025,
    section: 6,
    organ: COUNTY,
    applications: { received: 900, granted: 697, 'otherOutcome.feeUnpaid': 203, decided: 900 },
    disclosure: { 'fee.amount': '12.5' },
    against: [],
  },
  {
    number: 30,
    text: '2022年，全县各职能部门、镇街共收到政府信息公开申请1499件。其中，网络1303、信函172、当面24。完成答复1453件，包括上年结转30件。其中，予以公开966件，占66.48%。',
    year: 2022,
    section: 1,
    organ: COUNTY,
    applications: {
      received: 1499,
      carriedIn: 30,
      granted: 966,
      'otherOutcome.rest': 487,
      decided: 1453,
      carriedOut: 76,
    },
    against: [
      { rule: 'text-r1', applications: { received: 1500 } },
      { rule: 'text-done', applications: { decided: 1423 } },
      { rule: 'text-r2', applications: { carriedIn: 31 } },
      { rule: 'text-kind', applications: { granted: 969 } },
    ],
  },
];
