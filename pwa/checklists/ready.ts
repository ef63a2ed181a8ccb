/**
 * 现成的核查清单, to be used as they are or copied and changed. Who does what and when follows the season as offices
 * have it: drafts by mid January, departments and towns public by January 31, the county’s sum by February 20, the
 * government’s own report by March 31 (《政府信息公开条例》第四十九条; the others are custom, and are said to be).
 */
import type { Checklist, ManualItem, RuleSetting } from '../../core/index';

export interface ReadyChecklist {
  /** Never that of a kept one: those are 32 hex digits. */
  readonly id: string;
  readonly checklist: Checklist;
}

const FORM = 'open-info-annual@2021';
const DEADLINES = { department: '01-31', town: '01-31', government: '03-31' } as const;

/** Rules of other reports than those of the 2021 form. */
const OF_OTHER_FORMS: Readonly<Record<string, RuleSetting>> = {
  'accounts-sum': 'off',
  'accounts-suspect-cell': 'off',
  'accounts-table-missing': 'off',
  'accounts-tables-differ': 'off',
  'disclosure-2019-items': 'off',
  'disclosure-2019-order': 'off',
  'procurement-unit': 'off',
};

const COMMON: readonly ManualItem[] = [
  { id: 'column', text: '已发布在“政府信息公开年报”栏目，能点开，排序正确', who: '政务公开办', by: '01-31' },
  { id: 'title', text: '标题是“政府信息公开工作年度报告”，没有写成工作总结，也没有把报送函直接发布', who: '经办人' },
  { id: 'ledger', text: '表三各项与依申请公开台账逐件对过', who: '经办人', by: '01-15' },
  { id: 'copies', text: '本单位网站、上级网站和附件中的同一份报告内容一致', who: '经办人', by: '01-31' },
  { id: 'words', text: '错别字、严重表述错误和个人信息已由另一人通读', who: '复核人' },
];

const TOWN: Checklist = {
  name: '乡镇（街道）年报',
  version: '1',
  forms: [FORM],
  // A town has no power to make regulations whatever its county; the rest of its table two is often left empty for 0.
  rules: {
    ...OF_OTHER_FORMS,
    'regulation-no-power': 'error',
    'zero-table2-enforcement-organ': 'off',
    'cells-blank': 'warning',
    'generic-filler': 'warning',
  },
  deadlines: DEADLINES,
  relations: [],
  manual: [
    ...COMMON,
    { id: 'draft', text: '送审稿已报县（区）政务公开办审核，退回意见已改', who: '经办人', by: '01-20' },
    { id: 'sealed', text: '主要负责人签字、盖章的纸质稿已留存', who: '党政办', by: '01-26' },
    { id: 'villages', text: '村（社区）公开的内容没有计入本机关的数据', who: '经办人' },
  ],
};

const DEPARTMENT: Checklist = {
  name: '部门年报',
  version: '1',
  forms: [FORM],
  rules: { ...OF_OTHER_FORMS, 'regulation-no-power': 'error', 'text-enforce': 'warning', 'x-jump': 'warning' },
  deadlines: DEADLINES,
  relations: [],
  manual: [
    ...COMMON,
    { id: 'draft', text: '送审稿已报政务公开办审核，退回意见已改', who: '经办人', by: '01-20' },
    {
      id: 'enforcement',
      text: '表二许可、处罚、强制件数与行政执法统计年报一致，公示条数没有当作处理决定数',
      who: '法规科',
      by: '01-15',
    },
    { id: 'fee', text: '行政事业性收费以万元为单位，与财务决算一致', who: '财务科', by: '01-15' },
    { id: 'courts', text: '表四与司法行政机关、法院的复议和诉讼案件清单对过', who: '法规科', by: '01-15' },
    { id: 'below', text: '下属单位和派出机构的数据是否计入已说明', who: '经办人' },
  ],
};

const COUNTY: Checklist = {
  name: '县级汇总年报',
  version: '1',
  forms: [FORM],
  rules: {
    ...OF_OTHER_FORMS,
    'rollup-less-than-children': 'error',
    'similar-other-org': 'error',
    'section1-missing-item': 'warning',
    'zero-table2-enforcement-organ': 'off',
  },
  deadlines: DEADLINES,
  relations: [],
  manual: [
    { id: 'units', text: '对照单位名单，应发布的部门、乡镇（街道）全部已发布', who: '政务公开办', by: '01-31' },
    { id: 'late', text: '逾期、未发布和被退回未改的单位已列出', who: '政务公开办', by: '02-05' },
    { id: 'sum', text: '汇总表逐格与各单位之和对过，差额有说明', who: '政务公开办', by: '02-10' },
    { id: 'up', text: '本级汇总数据已报市政务公开办', who: '政务公开办', by: '02-20' },
    { id: 'whole', text: '报告反映本行政区域全貌，不只是政府办公室自己的工作', who: '复核人', by: '03-15' },
    { id: 'appraisal', text: '工作考核、社会评议和责任追究结果已写明', who: '政务公开办', by: '03-15' },
    { id: 'public', text: '政府年度报告已发布', who: '政务公开办', by: '03-31' },
    { id: 'follow', text: '问题清单已发到各单位，整改情况已收回', who: '政务公开办', by: '06-21' },
  ],
};

export const READY: readonly ReadyChecklist[] = [
  { id: 'ready:town', checklist: TOWN },
  { id: 'ready:department', checklist: DEPARTMENT },
  { id: 'ready:county', checklist: COUNTY },
];
