import { defineRule, type MessageInput, type Naming } from './rule';

type Data = {
  /** Names what is stated, however it is written. */
  readonly relation: string;
  /** The numbers of a side as a sum: 3 + 2×4. */
  readonly leftTerms: string;
  readonly rightTerms: string;
  readonly comparison: string;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** As the checklist has it. */
  readonly relationText: string;
  readonly relationName: string | null;
  readonly relationWhy: string | null;
};

/** A sum shows its result; a number alone is its own. */
function side(terms: string, sum: number): string {
  return terms === String(sum) ? terms : `${terms} = ${sum}`;
}

function sideZh(terms: string, sum: number): string {
  return side(terms, sum).replaceAll(' + ', '＋').replaceAll(' − ', '－').replace(' = ', '＝');
}

function chinese({ data, cells }: MessageInput<Data>, name: Naming): string {
  const own = data.relationName === null ? '自定关系' : `自定关系“${data.relationName}”`;
  const where = cells.length === 0 ? '' : `（${cells.map((cell) => name.cell(cell)).join('、')}）`;
  const why = data.relationWhy === null ? '' : `依据：${data.relationWhy}`;
  const apart = data.difference === 0 ? '两边相等' : `相差 ${Math.abs(data.difference)}`;
  return `${own}不成立：${data.relationText}。左边 ${sideZh(data.leftTerms, data.left)}，右边 ${sideZh(data.rightTerms, data.right)}，${apart}${where}。${why}`;
}

function english({ data, cells }: MessageInput<Data>, name: Naming): string {
  const own = data.relationName === null ? 'A relation of the checklist' : `“${data.relationName}” of the checklist`;
  const where = cells.length === 0 ? '' : ` (${cells.map((cell) => name.cell(cell)).join('; ')})`;
  const why = data.relationWhy === null ? '' : ` It rests on: ${data.relationWhy}`;
  const apart = data.difference === 0 ? 'both the same' : `a difference of ${Math.abs(data.difference)}`;
  return `${own} does not hold: ${data.relationText}. Left ${side(data.leftTerms, data.left)}, right ${side(data.rightTerms, data.right)}, ${apart}${where}.${why}`;
}

/** Its findings are made by the checklist in force (core/checklist); without one it says nothing. */
export const rule = defineRule<Data>({
  id: 'own-relation',
  severity: 'warning',
  source: { document: '核查清单', clause: '使用者自定的勾稽关系' },
  summary: {
    'zh-CN': '核查清单中自定的关系（如“现行有效 ≥ 制发”）应成立。级别由清单设定，默认为警示。',
    en: 'The relations that a checklist adds (such as “in force ≥ made”) hold. The checklist sets the severity; a warning unless it does.',
  },
  messages: { 'zh-CN': chinese, en: english },
  advice: {
    'zh-CN': '核对所列数据；口径确有不同的，修改或停用清单中的这项关系。',
    en: 'Check these figures; where they are counted in another way on purpose, change or drop this relation of the checklist.',
  },
  examples: [
    {
      name: '关系成立',
      relations: ['规范性文件 现行有效 ≥ 规范性文件 制发'],
      cells: { 'disclosure.normativeDocument.inForce': 5, 'disclosure.normativeDocument.made': 5 },
      findings: 0,
    },
    {
      name: '没有清单时不作声',
      cells: { 'disclosure.normativeDocument.made': 5 },
      findings: 0,
    },
    {
      name: '现行有效未填：没有说，就不算错',
      relations: ['规范性文件 现行有效 ≥ 规范性文件 制发'],
      cells: { 'disclosure.normativeDocument.inForce': '', 'disclosure.normativeDocument.made': 5 },
      findings: 0,
    },
    {
      name: '没有上年报告，跨年关系不核对',
      relations: ['上年结转 = 上年.结转下年度'],
      cells: { 'applications.carriedIn.total': 5, 'applications.carriedIn.individual': 5 },
      findings: 0,
    },
    {
      name: '只写列名，对两类文件分别核对',
      relations: ['现行有效 ≥ 制发'],
      cells: { 'disclosure.normativeDocument.inForce': 3, 'disclosure.normativeDocument.made': 5 },
      findings: 1,
    },
    {
      name: '带系数、跨年的关系',
      relations: ['行政许可 + 2×行政处罚 ≤ 上年.行政许可 + 10'],
      cells: { 'disclosure.licence.decisions': 20, 'disclosure.penalty.decisions': 4 },
      previous: { cells: { 'disclosure.licence.decisions': 12 } },
      findings: 1,
    },
  ],
});
