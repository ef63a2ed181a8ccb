/** What the national forms of 2019 and 2021 share: tables three and four, and how cells are put together. */
import type { Relation } from '../relations/relation';
import type { CellType, FormCell, FormColumn, FormRow, FormTable, Label } from './form';

export const TITLE = '政府信息公开工作年度报告';

export const SECTIONS: readonly string[] = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

export function label(zh: string, en: string): Label {
  return { zh, en };
}

export function column(
  id: string,
  zh: string,
  en: string,
  aliases: readonly string[] = [],
  path: readonly Label[] = [],
): FormColumn {
  return { id, label: label(zh, en), aliases, path };
}

// --- Table two -------------------------------------------------------------------------------------------------

interface DisclosureRow {
  readonly id: string;
  readonly label: Label;
  readonly aliases?: readonly string[];
  readonly article: Label;
  readonly cells: readonly { readonly column: FormColumn; readonly type: CellType; readonly unit?: string }[];
}

export const ARTICLES = {
  rules: label('第二十条第（一）项', 'Article 20 (1)'),
  services: label('第二十条第（五）项', 'Article 20 (5)'),
  sanctions: label('第二十条第（六）项', 'Article 20 (6)'),
  fees: label('第二十条第（八）项', 'Article 20 (8)'),
  procurement: label('第二十条第（九）项', 'Article 20 (9)'),
} as const;

export function disclosureTable(rows: readonly DisclosureRow[]): FormTable {
  return {
    id: 'disclosure',
    name: label('表二', 'Table 2'),
    section: 2,
    shape: 'articles',
    relations: [],
    locatedBy: null,
    rows: rows.map((row) => ({
      id: row.id,
      label: row.label,
      aliases: row.aliases ?? [],
      path: [row.article],
      cells: row.cells.map((cell) => ({ id: `disclosure.${row.id}.${cell.column.id}`, ...cell })),
    })),
  };
}

// --- Table three -----------------------------------------------------------------------------------------------

const LEGAL_PERSONS = label('法人或其他组织', 'Legal persons and other organisations');

const APPLICANTS: readonly FormColumn[] = [
  column('individual', '自然人', 'Individuals'),
  column('company', '商业企业', 'Companies', ['企业'], [LEGAL_PERSONS]),
  column('research', '科研机构', 'Research bodies', [], [LEGAL_PERSONS]),
  column('charity', '社会公益组织', 'Charities', [], [LEGAL_PERSONS]),
  column('legalService', '法律服务机构', 'Legal services', [], [LEGAL_PERSONS]),
  column('otherOrganisation', '其他', 'Others', [], [LEGAL_PERSONS]),
  column('total', '总计', 'Total', ['合计']),
];

const OUTCOMES = label('三、本年度办理结果', '3. Outcomes this year');

export const REFUSED = label('（三）不予公开', '(3) Refused');
export const UNAVAILABLE = label('（四）无法提供', '(4) Cannot be provided');
export const NOT_HANDLED = label('（五）不予处理', '(5) Not handled');
export const OTHER_OUTCOME = label('（六）其他处理', '(6) Otherwise handled');

type OutcomeRow = Pick<FormRow, 'id' | 'label' | 'path'> & { readonly aliases?: readonly string[] };

/** A row of the outcomes; `group` is its heading from (three) to (six), or null for a row that stands alone. */
export function outcome(
  id: string,
  group: Label | null,
  zh: string,
  en: string,
  aliases: readonly string[] = [],
): OutcomeRow {
  return { id, label: label(zh, en), aliases, path: group === null ? [OUTCOMES] : [OUTCOMES, group] };
}

/** Rows (one) to (five), the same in both forms. */
export const COMMON_OUTCOMES: readonly OutcomeRow[] = [
  outcome('granted', null, '（一）予以公开', '(1) Granted'),
  outcome('partlyGranted', null, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '(2) Partly granted', [
    '部分公开',
  ]),
  outcome('refused.stateSecret', REFUSED, '1.属于国家秘密', 'State secret'),
  outcome('refused.otherLaw', REFUSED, '2.其他法律行政法规禁止公开', 'Barred by another law'),
  outcome('refused.safetyAndStability', REFUSED, '3.危及“三安全一稳定”', 'Endangers safety and stability'),
  outcome('refused.thirdPartyRights', REFUSED, '4.保护第三方合法权益', 'Third-party rights'),
  outcome('refused.internalAffairs', REFUSED, '5.属于三类内部事务信息', 'Internal affairs'),
  outcome('refused.deliberative', REFUSED, '6.属于四类过程性信息', 'Deliberative process'),
  outcome('refused.enforcementFile', REFUSED, '7.属于行政执法案卷', 'Enforcement file'),
  outcome('refused.administrativeQuery', REFUSED, '8.属于行政查询事项', 'Administrative query'),
  outcome('unavailable.notHeld', UNAVAILABLE, '1.本机关不掌握相关政府信息', 'Not held'),
  outcome('unavailable.needsCreation', UNAVAILABLE, '2.没有现成信息需要另行制作', 'Would have to be created'),
  outcome('unavailable.stillUnclear', UNAVAILABLE, '3.补正后申请内容仍不明确', 'Still unclear after correction'),
  outcome('notHandled.petition', NOT_HANDLED, '1.信访举报投诉类申请', 'Petition or complaint'),
  outcome('notHandled.repeated', NOT_HANDLED, '2.重复申请', 'Repeated request'),
  outcome('notHandled.publication', NOT_HANDLED, '3.要求提供公开出版物', 'Public publication'),
  outcome('notHandled.excessive', NOT_HANDLED, '4.无正当理由大量反复申请', 'Excessive requests'),
  outcome(
    'notHandled.reconfirmation',
    NOT_HANDLED,
    '5.要求行政机关确认或重新出具已获取信息',
    'Reconfirmation of information',
  ),
];

const RECEIVED: OutcomeRow = {
  id: 'received',
  label: label('一、本年新收政府信息公开申请数量', '1. Requests received this year'),
  path: [],
};
const CARRIED_IN: OutcomeRow = {
  id: 'carriedIn',
  label: label('二、上年结转政府信息公开申请数量', '2. Carried over from last year'),
  path: [],
};
const DECIDED = outcome('decided', null, '（七）总计', '(7) Total decided', ['合计']);
const CARRIED_OUT: OutcomeRow = {
  id: 'carriedOut',
  label: label('四、结转下年度继续办理', '4. Carried over to next year'),
  path: [],
};

export function applicationsTable(outcomes: readonly OutcomeRow[]): FormTable {
  const rows = [RECEIVED, CARRIED_IN, ...outcomes, DECIDED, CARRIED_OUT].map(
    (row): FormRow => ({
      ...row,
      aliases: row.aliases ?? [],
      cells: APPLICANTS.map(
        (applicant): FormCell => ({ id: `applications.${row.id}.${applicant.id}`, column: applicant, type: 'count' }),
      ),
    }),
  );
  return {
    id: 'applications',
    name: label('表三', 'Table 3'),
    section: 3,
    shape: 'applicants',
    locatedBy: 't3-suspect-cell',
    rows,
    relations: applicationRelations(
      rows.map((row) => row.id),
      outcomes.map((row) => row.id),
    ),
  };
}

/** 第一项加第二项之和，等于第三项加第四项之和; each total is the sum of its parts. */
function applicationRelations(rows: readonly string[], outcomes: readonly string[]): Relation[] {
  const cell = (row: string, applicant: string): string => `applications.${row}.${applicant}`;
  const parts = APPLICANTS.map((applicant) => applicant.id).filter((id) => id !== 'total');
  return [
    ...rows.map((row) => ({
      id: 'applicants-sum',
      at: row,
      left: [cell(row, 'total')],
      right: parts.map((part) => cell(row, part)),
      rule: 't3-row-total',
    })),
    ...APPLICANTS.map(({ id }) => ({
      id: 'balance',
      at: id,
      left: [cell('received', id), cell('carriedIn', id)],
      right: [cell('decided', id), cell('carriedOut', id)],
      rule: 't3-balance',
    })),
    ...APPLICANTS.map(({ id }) => ({
      id: 'outcomes-sum',
      at: id,
      left: [cell('decided', id)],
      right: outcomes.map((row) => cell(row, id)),
      rule: 't3-items-total',
    })),
  ];
}

// --- Table four ------------------------------------------------------------------------------------------------

const RESULTS = [
  ['upheld', '结果维持', 'Upheld', '维持'],
  ['corrected', '结果纠正', 'Corrected', '纠正'],
  ['otherResult', '其他结果', 'Other result', '其他'],
  ['pending', '尚未审结', 'Pending', '未审结'],
  ['total', '总计', 'Total', '合计'],
] as const;

const LAWSUIT = label('行政诉讼', 'Lawsuits');

const DISPUTES: readonly { readonly id: string; readonly path: readonly Label[] }[] = [
  { id: 'review', path: [label('行政复议', 'Administrative review')] },
  { id: 'lawsuit.direct', path: [LAWSUIT, label('未经复议直接起诉', 'Without review')] },
  { id: 'lawsuit.afterReview', path: [LAWSUIT, label('复议后起诉', 'After review')] },
];

export const DISPUTES_TABLE: FormTable = {
  id: 'disputes',
  name: label('表四', 'Table 4'),
  section: 4,
  shape: 'strip',
  locatedBy: null,
  rows: DISPUTES.map(({ id, path }) => ({
    id,
    label: null,
    aliases: [],
    path,
    cells: RESULTS.map(([result, zh, en, alias]) => ({
      id: `disputes.${id}.${result}`,
      column: column(result, zh, en, [alias], path),
      type: 'count' as const,
    })),
  })),
  relations: DISPUTES.map(({ id }) => ({
    id: 'results-sum',
    at: id,
    left: [`disputes.${id}.total`],
    right: RESULTS.filter(([result]) => result !== 'total').map(([result]) => `disputes.${id}.${result}`),
    rule: 't4-total',
  })),
};
