/** 国办公开办函〔2019〕60号（试行）: the form for reports of 2019 and 2020. 198 number cells, 40 relations. */
import type { Form } from './form';
import {
  ARTICLES,
  applicationsTable,
  COMMON_OUTCOMES,
  column,
  DISPUTES_TABLE,
  disclosureTable,
  label,
  outcome,
  SECTIONS,
  TITLE,
} from './open-info-annual';

const NEWLY_MADE = column('newlyMade', '本年新制作数量', 'Newly made this year', ['新制作数量', '本年制作数量']);
const NEWLY_PUBLISHED = column('newlyPublished', '本年新公开数量', 'Newly published this year', [
  '新公开数量',
  '本年公开数量',
]);
const PUBLISHED = column('published', '对外公开总数量', 'Published in all', ['公开总数量', '对外公开总数']);
const ITEMS_LAST_YEAR = column('itemsLastYear', '上一年项目数量', 'Items last year', ['上年项目数量']);
const CHANGE = column('change', '本年增/减', 'Change this year', ['本年增减']);
const DECISIONS = column('decisions', '处理决定数量', 'Decisions', ['本年处理决定数量']);
const PROJECTS = column('projects', '采购项目数量', 'Projects');
const AMOUNT = column('amount', '采购总金额', 'Total amount', ['采购金额']);

const RULE_COUNTS = [NEWLY_MADE, NEWLY_PUBLISHED, PUBLISHED].map((each) => ({ column: each, type: 'count' as const }));
const ITEMS = [
  { column: ITEMS_LAST_YEAR, type: 'count' as const },
  { column: CHANGE, type: 'signed' as const },
];
const ITEMS_AND_DECISIONS = [...ITEMS, { column: DECISIONS, type: 'count' as const }];

export const form: Form = {
  id: 'open-info-annual@2019',
  name: label('2019 年格式', '2019 form'),
  title: TITLE,
  basis: '国办公开办函〔2019〕60号（试行）',
  years: { from: 2019, to: 2020 },
  sections: SECTIONS,
  tables: [
    disclosureTable([
      { id: 'regulation', label: label('规章', 'Regulations'), article: ARTICLES.rules, cells: RULE_COUNTS },
      {
        id: 'normativeDocument',
        label: label('规范性文件', 'Normative documents'),
        aliases: ['行政规范性文件', '规范性档案'],
        article: ARTICLES.rules,
        cells: RULE_COUNTS,
      },
      { id: 'licence', label: label('行政许可', 'Licences'), article: ARTICLES.services, cells: ITEMS_AND_DECISIONS },
      {
        id: 'otherService',
        label: label('其他对外管理服务事项', 'Other services'),
        article: ARTICLES.services,
        cells: ITEMS_AND_DECISIONS,
      },
      { id: 'penalty', label: label('行政处罚', 'Penalties'), article: ARTICLES.sanctions, cells: ITEMS_AND_DECISIONS },
      {
        id: 'coercion',
        label: label('行政强制', 'Coercive measures'),
        article: ARTICLES.sanctions,
        cells: ITEMS_AND_DECISIONS,
      },
      { id: 'fee', label: label('行政事业性收费', 'Administrative fees'), article: ARTICLES.fees, cells: ITEMS },
      {
        id: 'procurement',
        label: label('政府集中采购', 'Central procurement'),
        article: ARTICLES.procurement,
        cells: [
          { column: PROJECTS, type: 'count' },
          { column: AMOUNT, type: 'money' },
        ],
      },
    ]),
    applicationsTable([...COMMON_OUTCOMES, outcome('otherOutcome', null, '（六）其他处理', '(6) Otherwise handled')]),
    DISPUTES_TABLE,
  ],
};
