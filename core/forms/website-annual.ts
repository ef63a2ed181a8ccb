/** 政府网站工作年度报表: one table of labels and values, in groups. */

import { gather } from '../document/gather';
import type { Relation } from '../relations/relation';
import type { CellType, Form, FormRow, FormTable, Label } from './form';
import { column, label } from './open-info-annual';

export const WEBSITE = 'website';

export interface Field {
  readonly id: string;
  readonly label: Label;
  /** As it is also written; with the name of its group before it, it is known in any case. */
  readonly aliases?: readonly string[];
  readonly type?: CellType;
  readonly unit?: string;
}

export interface FieldGroup {
  readonly label: Label;
  readonly aliases?: readonly string[];
  readonly fields: readonly Field[];
}

const field = (id: string, zh: string, en: string, unit: string, aliases: readonly string[] = []): Field => ({
  id,
  label: label(zh, en),
  aliases,
  unit,
});

/** In the order of the form. A group within a group stands for itself: its name alone is printed beside its fields. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    label: label('访问量', 'Visits'),
    fields: [
      field('visitors', '独立用户访问总量', 'Visitors', '个', ['独立用户访问量', '独立访问用户总量', '独立用户总量']),
      field('visits', '网站总访问量', 'Visits', '次', ['总访问量', '网站访问总量', '网站访问量']),
    ],
  },
  {
    label: label('信息发布', 'Publishing'),
    fields: [
      field('published', '总数', 'Total', '条', ['信息发布总数', '信息发布总量']),
      field('overview', '概况类信息更新量', 'Overview', '条', ['概况信息更新量', '概况类信息']),
      field('news', '政务动态信息更新量', 'Government news', '条', ['政务动态类信息更新量', '政务动态信息']),
      field('catalogue', '信息公开目录信息更新量', 'Disclosure catalogue', '条', [
        '政府信息公开目录信息更新量',
        '信息公开目录更新量',
      ]),
    ],
  },
  {
    label: label('专栏专题', 'Special topics'),
    aliases: ['专题专栏'],
    fields: [
      field('topics', '维护数量', 'Maintained', '个', ['专栏专题维护数量']),
      field('topicsNew', '新开设数量', 'New', '个', ['新开设专栏专题数量', '新开设数']),
    ],
  },
  {
    label: label('解读信息发布', 'Interpretation'),
    aliases: ['解读信息'],
    fields: [
      field('interpretations', '总数', 'Total', '条', ['解读信息发布总数']),
      field('interpretationTexts', '解读材料数量', 'Texts', '条', ['解读材料']),
      field('interpretationProducts', '解读产品数量', 'Products', '个', ['解读产品']),
      field('interpretationComments', '媒体评论文章数量', 'Comments', '篇', ['媒体评论文章']),
    ],
  },
  {
    label: label('解读回应', 'Response'),
    fields: [
      field('responses', '回应公众关注热点或重大舆情数量', 'Responses to public concern', '次', [
        '回应公众关注热点或重大舆情次数',
        '回应公众关注热点或重大舆情',
      ]),
    ],
  },
  {
    label: label('办事服务', 'Services'),
    fields: [
      field('users', '注册用户数', 'Registered users', '个', ['注册用户数量', '注册用户总数']),
      field('services', '政务服务事项数量', 'Services', '项', ['政务服务事项数']),
      field('servicesOnline', '可全程在线办理政务服务事项数量', 'Services wholly online', '项', [
        '可全程在线办理的政务服务事项数量',
        '全程在线办理政务服务事项数量',
        '可全程在线办理事项数量',
      ]),
    ],
  },
  {
    label: label('办件量', 'Cases'),
    aliases: ['办件总量'],
    fields: [
      field('cases', '总数', 'Total', '件', ['办件量总数', '办件总数']),
      field('casesPersons', '自然人办件量', 'Of persons', '件'),
      field('casesBodies', '法人办件量', 'Of bodies', '件', ['法人办件数量']),
    ],
  },
  {
    label: label('留言办理', 'Messages'),
    fields: [
      field('messages', '收到留言数量', 'Received', '条', ['收到留言数']),
      field('messagesHandled', '办结留言数量', 'Handled', '条', ['办结留言数']),
      { ...field('messagesDays', '平均办理时间', 'Days on average', '天', ['平均办理天数']), type: 'decimal' },
      field('messagesPublic', '公开答复数量', 'Answered in public', '条', ['公开答复数']),
    ],
  },
  {
    label: label('征集调查', 'Surveys'),
    aliases: ['意见征集'],
    fields: [
      field('surveys', '征集调查期数', 'Surveys', '期', ['征集期数', '调查征集期数']),
      field('surveyOpinions', '收到意见数量', 'Opinions received', '条', ['收到意见数']),
      field('surveyResults', '公布调查结果期数', 'Results published', '期', ['公布征集调查结果期数', '公布结果期数']),
    ],
  },
  {
    label: label('在线访谈', 'Interviews'),
    fields: [
      field('interviews', '访谈期数', 'Interviews', '期', ['在线访谈期数']),
      field('interviewMessages', '网民留言数量', 'Messages', '条', ['网民留言数']),
      field('interviewAnswers', '答复网民提问数量', 'Questions answered', '条', ['答复网民提问数', '答复网民留言数量']),
    ],
  },
  {
    label: label('安全防护', 'Security'),
    fields: [
      field('assessments', '安全检测评估次数', 'Assessments', '次', ['安全检测评估次数量']),
      field('problems', '发现问题数量', 'Problems found', '个', ['发现问题数']),
      field('problemsSolved', '问题整改数量', 'Problems solved', '个', ['整改问题数量', '问题整改数']),
    ],
  },
];

const VALUE = column('value', '数值', 'Value');

function rowOf(group: FieldGroup, { id, label: own, aliases = [], type = 'count', unit }: Field): FormRow {
  // 总数 stands in three groups, and alone says nothing.
  const name = own.zh === '总数' ? label(`${group.label.zh}总数`, `${group.label.en}, total`) : own;
  const cell = { id: `${WEBSITE}.${id}.value`, column: VALUE, type, ...(unit === undefined ? {} : { unit }) };
  return { id, label: name, aliases, path: [group.label], cells: [cell] };
}

const cell = (id: string): string => `${WEBSITE}.${id}.value`;

function sum(total: string, parts: readonly string[], rule: string): Relation {
  return { id: 'website-sum', at: total, left: [cell(total)], right: parts.map(cell), rule };
}

const TABLE: FormTable = {
  id: WEBSITE,
  name: label('网站年度报表', 'Website report'),
  section: 0,
  shape: 'articles',
  rows: gather(FIELD_GROUPS, (group) => group.fields.map((own) => rowOf(group, own))),
  relations: [
    sum('cases', ['casesPersons', 'casesBodies'], 'website-cases-total'),
    sum('published', ['overview', 'news', 'catalogue'], 'website-parts-total'),
    sum(
      'interpretations',
      ['interpretationTexts', 'interpretationProducts', 'interpretationComments'],
      'website-parts-total',
    ),
  ],
  locatedBy: null,
};

export const WEBSITE_ANNUAL: Form = {
  id: 'website-annual@2018',
  name: label('政府网站工作年度报表', 'Annual report on a government website'),
  title: '政府网站工作年度报表',
  basis: '国办函〔2018〕12号《国务院办公厅关于做好政府网站年度报表发布工作的通知》',
  years: { from: 2018, to: null },
  sections: [],
  tables: [TABLE],
};
