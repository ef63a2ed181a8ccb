/** Whole reports that are odd and right: what offices write that trips a reader of numbers up. */
import type { PrintedReport } from '../support/render';
import { applications, disputes } from './worlds';

export interface OddReport {
  readonly name: string;
  readonly form: '2019' | '2021';
  readonly year: number;
  readonly organ: string;
  readonly cells: Readonly<Record<string, number | string>>;
  /** Every cell that `cells` does not give. */
  readonly others?: string;
  readonly prose: NonNullable<PrintedReport['prose']>;
  /** Last year’s numbers, where last year’s report is at hand. */
  readonly previous?: Readonly<Record<string, number | string>>;
}

const PERIOD = (year: number): string => `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

const FIVE = [
  '存在的主要问题：一是政策解读形式较为单一，图文解读比例偏低；二是个别栏目更新不够及时。改进情况：针对上年指出的问题，本年度已建立栏目更新台账，逐月通报，下一步将丰富解读形式，加强业务培训。',
];
const NO_FEE = '本年度未收取信息处理费。';

const FORTY = applications({
  received: { individual: 37, company: 4, legalService: 1 },
  carriedIn: { individual: 3 },
  granted: { individual: 14, company: 2 },
  partlyGranted: { individual: 7 },
  'refused.thirdPartyRights': { individual: 1 },
  'refused.internalAffairs': { individual: 2 },
  'refused.deliberative': { individual: 1 },
  'unavailable.notHeld': { individual: 6, company: 1 },
  'unavailable.needsCreation': { individual: 2 },
  'notHandled.petition': { individual: 1 },
  'notHandled.repeated': { individual: 1 },
  'otherOutcome.notCorrected': { individual: 1 },
  'otherOutcome.rest': { individual: 1 },
  decided: { individual: 37, company: 3 },
  carriedOut: { individual: 3, company: 1, legalService: 1 },
});

export const ODD_REPORTS: readonly OddReport[] = [
  {
    name: 'a department where nothing happened at all',
    form: '2021',
    year: 2024,
    organ: '示例县示例局',
    cells: {},
    prose: {
      0: [PERIOD(2024)],
      1: [
        '（一）主动公开情况。2024年，我局通过县政府门户网站主动公开政府信息26条，其中工作动态12条、通知公告8条、财政预决算2条、其他4条。',
        '（二）依申请公开情况。2024年，我局未收到政府信息公开申请，无上年结转和结转下年度的申请，未发生因政府信息公开引起的行政复议、行政诉讼。',
        '（三）政府信息管理情况。本年度未制发行政规范性文件，无废止文件，无现行有效的行政规范性文件。',
        '（四）平台建设情况。政府信息公开专栏共设置一级栏目5个、二级栏目17个，全年访问量3万余人次。',
        '（五）监督保障情况。召开专题会议2次，开展业务培训1次，参训35人次。社会评议结果良好，全年未发生责任追究情形。',
      ],
      5: FIVE,
      6: [NO_FEE],
    },
  },
  {
    name: 'a city with millions of decisions and a fee of billions',
    form: '2021',
    year: 2023,
    organ: '示例市人民政府',
    cells: {
      ...applications({
        received: { individual: 128_431, company: 9_875, otherOrganisation: 1_204 },
        carriedIn: { individual: 3_310, company: 85 },
        granted: { individual: 88_102, company: 7_001, otherOrganisation: 1_000 },
        partlyGranted: { individual: 12_009, company: 998 },
        'unavailable.notHeld': { individual: 27_430, company: 1_700, otherOrganisation: 150 },
        decided: { individual: 127_541, company: 9_699, otherOrganisation: 1_150 },
        carriedOut: { individual: 4_200, company: 261, otherOrganisation: 54 },
      }),
      ...disputes({
        review: [812, 97, 301, 66],
        'lawsuit.direct': [204, 11, 83, 29],
        'lawsuit.afterReview': [155, 6, 40, 31],
      }),
      'disclosure.regulation.made': 3,
      'disclosure.regulation.repealed': 1,
      'disclosure.regulation.inForce': 61,
      'disclosure.normativeDocument.made': 128,
      'disclosure.normativeDocument.repealed': 77,
      'disclosure.normativeDocument.inForce': 1_846,
      'disclosure.licence.decisions': 12_345_678,
      'disclosure.penalty.decisions': 4_567_890,
      'disclosure.coercion.decisions': 23_456,
      'disclosure.fee.amount': '316441.58',
    },
    prose: {
      0: [PERIOD(2023)],
      1: [
        '2023年，全市各级行政机关共新收政府信息公开申请139,510件，上年结转3395件，办结138390件，结转下年度继续办理4515件。其中，市政府办公厅新收申请862件，办结849件。',
        '全市办理行政许可1234万余件，行政处罚456.8万件；市政府本级制定规章3件，废止1件，现行有效61件。',
        '全市因政府信息公开引发行政复议1276件、行政诉讼559件，其中行政复议被纠正97件。',
        '全市行政事业性收费31.64亿元。',
        '扎实开展政务公开工作考核、社会评议，对3家责任落实不力的单位进行责任追究。',
      ],
      5: FIVE,
      6: ['2023年，全市共发出信息处理费收费通知12件，实际收取信息处理费1860元。'],
    },
  },
  {
    name: 'a township with nothing but slashes',
    form: '2021',
    year: 2025,
    organ: '示例县示例镇人民政府',
    cells: {},
    others: '/',
    prose: {
      0: [PERIOD(2025)],
      1: [
        '2025年，我镇主动公开各类信息58条，其中乡镇动态41条、财政信息6条、惠民补贴11条。',
        '2025年，我镇没有收到公民、法人和其他组织的政府信息公开申请，没有因政府信息公开被申请行政复议、提起行政诉讼。',
        '严格落实工作考核、社会评议和责任追究制度，2025年未发生责任追究情况。',
      ],
      5: FIVE,
      6: ['2025年度，我镇未收取政府信息公开处理费用。'],
    },
  },
  {
    name: 'a city department that speaks of itself and of the whole city',
    form: '2021',
    year: 2024,
    organ: '示例市示例局',
    cells: { ...FORTY, ...disputes({ review: [3, 1, 1, 1] }) },
    prose: {
      0: [PERIOD(2024)],
      1: [
        '全市示例系统共收到政府信息公开申请319件，其中市局本级收到42件，各县（市、区）局收到277件。',
        '市局本级办结40件，结转下年度办理5件；指导各县（市、区）局办理疑难申请18件。',
        '全市系统发生行政复议21件，我局作为被申请人的政府信息公开行政复议6件。',
        '全系统办理行政许可3.2万件，我局未承担许可事项。',
      ],
      5: FIVE,
      6: [NO_FEE],
    },
  },
  {
    name: 'requests carried over, told three times over',
    form: '2021',
    year: 2024,
    organ: '示例县示例局',
    cells: FORTY,
    previous: applications({
      received: { individual: 36 },
      carriedIn: { individual: 2 },
      granted: { individual: 35 },
      decided: { individual: 35 },
      carriedOut: { individual: 3 },
    }),
    prose: {
      0: [PERIOD(2024)],
      1: [
        '2024年我局共办理政府信息公开申请45件（含2023年结转3件），较2023年的38件增加7件；其中当年新收42件，同比增长16.7%。截至年底办结40件，其余5件结转2025年继续办理，预计2025年1月底前办结。',
        '上年结转的3件中，予以公开2件，无法提供1件。2023年收到的36件申请，除3件结转外已全部办结。',
      ],
      3: ['本年新收42件，上年结转3件，共45件；办结40件，结转下年度5件，42＋3＝40＋5。'],
      5: FIVE,
      6: [NO_FEE],
    },
  },
  {
    name: 'shares, and numbers that are not exact',
    form: '2021',
    year: 2024,
    organ: '示例县人民政府',
    cells: FORTY,
    prose: {
      0: [PERIOD(2024)],
      1: [
        '全县全年主动公开政府信息2.3万余条，其中网站1.1万余条、新媒体1.2万多条；网站日均访问约3500人次，同比增长近12%。',
        '全县受理政府信息公开申请40余件，其中自然人申请约占九成；近四成予以公开，两成以上无法提供。',
        '公众满意度达98.6%，较上年提高1.2个百分点；按期答复率100%，群众投诉下降15.3%。',
      ],
      3: [
        '从办理结果看，予以公开16件，占40%；部分公开7件，占17.5%；不予公开4件，占10%；无法提供9件，占22.5%；不予处理2件，占5%；其他处理2件，占5%。从申请人看，自然人37件，占88.1%，法人或其他组织5件，占11.9%。',
      ],
      5: FIVE,
      6: [NO_FEE],
    },
  },
  {
    name: 'notes beneath the tables',
    form: '2021',
    year: 2024,
    organ: '示例县示例局',
    cells: {
      ...FORTY,
      'disclosure.normativeDocument.made': 3,
      'disclosure.normativeDocument.inForce': 17,
      'disclosure.fee.amount': '47.13',
    },
    prose: {
      0: [PERIOD(2024)],
      1: ['我局全年公开信息120条。'],
      2: [
        '注：1.行政规范性文件含与其他部门联合印发的2件；2.行政事业性收费为471,300元，折合47.13万元；3.数据截至2024年12月31日。',
      ],
      3: [
        '说明：上述申请中，有3件为同一申请人就同一事项分别提出，经与申请人沟通合并答复1件；另有咨询类来信12件未列入统计。',
      ],
      5: FIVE,
      6: ['注：本年度依据《政府信息公开信息处理费管理办法》未收取信息处理费。'],
    },
  },
  {
    name: 'a department together with its schools',
    form: '2021',
    year: 2022,
    organ: '示例县教育局',
    cells: {
      ...applications({
        received: { individual: 7 },
        granted: { individual: 5 },
        'unavailable.notHeld': { individual: 2 },
        decided: { individual: 7 },
      }),
    },
    prose: {
      0: [PERIOD(2022), '本报告涵盖县教育局机关及所属32所学校、幼儿园。'],
      1: [
        '县教育局机关主动公开信息216条，所属学校通过各自网站公开信息1045条。全年收到政府信息公开申请7件，均为自然人申请，其中教育局机关5件、所属学校2件，已全部办结。',
        '全年办理招生入学咨询612件、人大建议11件、政协提案9件，“12345”热线工单1305件，办结率100%。',
        '发放各类奖助学金申请表3420份，受理教师资格认定申请288件。',
      ],
      5: FIVE,
      6: [NO_FEE],
    },
  },
  {
    name: 'the form of 2019, with its own words',
    form: '2019',
    year: 2019,
    organ: '示例市示例区示例局',
    cells: {
      ...applications({
        received: { individual: 11, company: 2 },
        granted: { individual: 6, company: 1 },
        'unavailable.notHeld': { individual: 4 },
        otherOutcome: { individual: 1 },
        decided: { individual: 11, company: 1 },
        carriedOut: { company: 1 },
      }),
      'disclosure.licence.previous': 22,
      'disclosure.licence.change': '+1',
      'disclosure.licence.decisions': 316,
    },
    prose: {
      0: [PERIOD(2019)],
      1: [
        '2019年，我局受理政府信息公开申请13件，比上年增加4件；已答复12件，其中同意公开7件，信息不存在4件，其他1件；1件结转2020年办理。权责清单共有行政许可23项，较上年增加1项。',
      ],
      5: FIVE,
      6: ['无其他需要报告的事项。'],
    },
  },
  {
    name: 'numbers in words',
    form: '2021',
    year: 2023,
    organ: '示例区示例街道办事处',
    cells: applications({
      received: { individual: 2, legalService: 1 },
      granted: { individual: 1 },
      partlyGranted: { individual: 1 },
      'refused.deliberative': { legalService: 1 },
      decided: { individual: 2, legalService: 1 },
    }),
    prose: {
      0: ['统计期限为二〇二三年一月一日至二〇二三年十二月三十一日。'],
      1: [
        '全年共收到政府信息公开申请三件，其中自然人两件、法律服务机构一件，均已在法定期限内答复：予以公开一件，部分公开一件，不予公开一件。两件以上的重复来访一律登记。十五个工作日内答复两件，延期答复一件。',
      ],
      5: FIVE,
      6: ['本年度未产生信息处理费。'],
    },
  },
  {
    name: 'sections two to four that tell their tables',
    form: '2021',
    year: 2024,
    organ: '示例县公安局',
    cells: {
      ...FORTY,
      ...disputes({ review: [3, 1, 1, 1], 'lawsuit.direct': [2, 0, 0, 1], 'lawsuit.afterReview': [1, 1, 0, 0] }),
      'disclosure.licence.decisions': 1286,
      'disclosure.penalty.decisions': 203,
      'disclosure.coercion.decisions': 15,
    },
    prose: {
      0: [PERIOD(2024)],
      1: [
        '自2008年《条例》实施以来，我局累计收到政府信息公开申请381件，累计答复370件。2024年上半年收到申请19件，下半年收到23件。',
      ],
      2: [
        '全年办理行政许可1286件、行政处罚203起（其中当场处罚120起）、行政强制15次。通过双公示平台公示行政许可1190条、行政处罚198条，依法不公开5条。',
      ],
      3: ['第一项42件加第二项3件，等于第三项总计40件加第四项5件。'],
      4: [
        '行政复议6件：维持3件，纠正1件，其他结果1件，尚未审结1件。行政诉讼5件，其中未经复议直接起诉3件，复议后起诉2件。2023年遗留的1件诉讼案件已于本年审结，不重复计算。',
      ],
      5: FIVE,
      6: [NO_FEE],
    },
  },
  {
    name: 'a committee with months, calls and letters',
    form: '2021',
    year: 2024,
    organ: '示例经济开发区管理委员会',
    cells: applications({ received: { company: 2 }, 'unavailable.notHeld': { company: 2 }, decided: { company: 2 } }),
    prose: {
      0: [PERIOD(2024)],
      1: [
        '1—12月，管委会网站发布信息890条，其中一季度201条、二季度233条、三季度215条、四季度241条。收到政府信息公开申请2件，申请人均为企业，均因本机关不掌握相关信息告知无法提供。',
        '受理12345工单4310件，办结4298件；收到人大代表建议3件、政协委员提案5件，均已答复；回应网民留言77条。',
      ],
      5: FIVE,
      6: [NO_FEE, '2025年计划增设政策兑现专区1个。'],
    },
  },
  {
    name: 'disputes withdrawn, transferred and still open',
    form: '2021',
    year: 2025,
    organ: '示例县人民政府办公室',
    cells: {
      ...applications({
        received: { individual: 15 },
        carriedIn: { individual: 1 },
        granted: { individual: 9 },
        'notHandled.excessive': { individual: 4 },
        'otherOutcome.rest': { individual: 2 },
        decided: { individual: 15 },
        carriedOut: { individual: 1 },
      }),
      ...disputes({ review: [2, 0, 2, 1], 'lawsuit.afterReview': [1, 0, 0, 0] }),
    },
    prose: {
      0: [PERIOD(2025)],
      1: [
        '县政府办公室新收申请15件，申请人撤回2件；上年结转1件。其中1件转送有权机关，1件延长答复期限。',
        '以县政府办公室为被申请人的行政复议5件，维持2件，申请人撤回申请终止2件，尚未审结1件；行政诉讼1件，一审判决驳回原告诉讼请求，结果维持，原告上诉后二审维持原判。县政府作为复议机关受理的行政复议申请305件不在统计之列。',
      ],
      5: FIVE,
      6: ['本年度未发出收费通知，未收取信息处理费。'],
    },
  },
  {
    name: 'blank zeros, and totals where there is something',
    form: '2021',
    year: 2022,
    organ: '示例县示例乡人民政府',
    cells: applications({ received: { individual: 1 }, granted: { individual: 1 }, decided: { individual: 1 } }),
    others: '',
    prose: {
      0: [PERIOD(2022)],
      1: ['全年收到申请1件，为自然人当面提出，已于5个工作日内予以公开。乡政府有行政执法人员6人，未作出行政处罚决定。'],
      5: FIVE,
      6: ['我乡2022年度没有收取任何费用。'],
    },
  },
  {
    name: 'documents made, cleaned up and expired',
    form: '2021',
    year: 2024,
    organ: '示例市示例区人民政府',
    cells: {
      'disclosure.normativeDocument.made': 9,
      'disclosure.normativeDocument.repealed': 4,
      'disclosure.normativeDocument.inForce': 87,
    },
    previous: { 'disclosure.normativeDocument.inForce': 84, 'disclosure.normativeDocument.made': 2 },
    prose: {
      0: [PERIOD(2024)],
      1: [
        '2024年制定行政规范性文件9件（其中区政府印发5件、区政府办公室印发4件），清理行政规范性文件91件，其中继续有效87件、废止4件，另有失效2件。合法性审核文件132件，备案审查11件。公开政策解读9篇，图解5个。',
        '区级各部门建立规章制度23项。工作考核、社会评议、责任追究按规定开展。',
      ],
      5: FIVE,
      6: [NO_FEE],
    },
  },
];
