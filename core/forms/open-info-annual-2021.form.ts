/** 国办公开办函〔2021〕30号: the form for reports of 2021 on. 200 number cells, 42 relations. */
import type { Form } from './form';
import {
  ARTICLES,
  applicationsTable,
  COMMON_OUTCOMES,
  column,
  DISPUTES_TABLE,
  disclosureTable,
  label,
  OTHER_OUTCOME,
  outcome,
  SECTIONS,
  TITLE,
} from './open-info-annual';

const MADE = column('made', '本年制发件数', 'Made this year', ['制发数量', '本年新制发数量', '制发件数', '本年发件']);
const REPEALED = column('repealed', '本年废止件数', 'Repealed this year', ['废止数量', '废止件数', '本年废止数量']);
const IN_FORCE = column('inForce', '现行有效件数', 'In force', ['现行有效数量', '现行有效件']);
const DECISIONS = column('decisions', '本年处理决定数量', 'Decisions this year', ['处理决定数量']);
const AMOUNT = column('amount', '本年收费金额（单位：万元）', 'Fees this year (10,000 yuan)', [
  '本年收费金额',
  '收费金额',
]);

const RULE_COUNTS = [MADE, REPEALED, IN_FORCE].map((each) => ({ column: each, type: 'count' as const }));
const DECISION_COUNT = [{ column: DECISIONS, type: 'count' as const }];

export const form: Form = {
  id: 'open-info-annual@2021',
  name: label('2021 年格式', '2021 form'),
  title: TITLE,
  basis: '国办公开办函〔2021〕30号',
  years: { from: 2021, to: null },
  sections: SECTIONS,
  tables: [
    disclosureTable([
      { id: 'regulation', label: label('规章', 'Regulations'), article: ARTICLES.rules, cells: RULE_COUNTS },
      {
        id: 'normativeDocument',
        label: label('行政规范性文件', 'Normative documents'),
        aliases: ['规范性文件', '规范性档案'],
        article: ARTICLES.rules,
        cells: RULE_COUNTS,
      },
      { id: 'licence', label: label('行政许可', 'Licences'), article: ARTICLES.services, cells: DECISION_COUNT },
      { id: 'penalty', label: label('行政处罚', 'Penalties'), article: ARTICLES.sanctions, cells: DECISION_COUNT },
      {
        id: 'coercion',
        label: label('行政强制', 'Coercive measures'),
        article: ARTICLES.sanctions,
        cells: DECISION_COUNT,
      },
      {
        id: 'fee',
        label: label('行政事业性收费', 'Administrative fees'),
        article: ARTICLES.fees,
        cells: [{ column: AMOUNT, type: 'decimal', unit: '万元' }],
      },
    ]),
    applicationsTable([
      ...COMMON_OUTCOMES,
      outcome(
        'otherOutcome.notCorrected',
        OTHER_OUTCOME,
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        'Not corrected in time',
      ),
      outcome(
        'otherOutcome.feeUnpaid',
        OTHER_OUTCOME,
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        'Fee not paid in time',
      ),
      outcome('otherOutcome.rest', OTHER_OUTCOME, '3.其他', 'Other'),
    ]),
    DISPUTES_TABLE,
  ],
};
