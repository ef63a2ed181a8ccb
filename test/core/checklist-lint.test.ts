import { describe, expect, it } from 'vitest';
import { type Checklist, type ChecklistProblem, explainProblem, lintChecklist } from '../../core/index';
import { checklistOf } from '../support/example';

const FORM = 'open-info-annual@2021';
const lint = (relations: readonly string[], over: Partial<Checklist> = {}): ChecklistProblem[] =>
  lintChecklist(checklistOf(relations, { forms: [FORM], ...over }));
const at = (index: number) => ({ part: 'relations', index }) as const;
const told = (code: 'contradictory' | 'redundant', index: number, others: readonly number[], form: string | null) => ({
  code,
  where: at(index),
  with: others,
  form,
});

describe('nothing', () => {
  it.each([
    [[]],
    [['现行有效 ≥ 制发']],
    [['现行有效 ≥ 制发', '行政许可 > 0', '上年结转 = 上年.结转下年度']],
    [['现行有效 = 上年.现行有效 + 制发 − 废止']],
    [['行政许可 ≠ 行政处罚', '行政许可 ≥ 行政处罚']],
    [['2×行政许可 = 3×行政处罚 + 1']],
  ])('is said of %j', (relations) => {
    expect(lint(relations)).toEqual([]);
  });
});

describe('what is not there', () => {
  it('names forms and rules that this version has not', () => {
    const over = { forms: [FORM, 'open-info-annual@2031'], rules: { 't4-total': 'off', 't9-none': 'error' } } as const;
    expect(lint([], over)).toEqual([
      { code: 'unknown-form', where: { part: 'forms', form: 'open-info-annual@2031' } },
      { code: 'unknown-rule', where: { part: 'rules', rule: 't9-none' } },
    ]);
  });

  it('gives the failure of a text with its place', () => {
    expect(lint(['行政许可 > 0', '行政许个 > 0', '现行有效 > 0', '行政许可'])).toMatchObject([
      { code: 'not-understood', where: at(1), fault: { code: 'unknown', start: 0, end: 4 } },
      { code: 'not-understood', where: at(2), fault: { code: 'ambiguous', count: 2 } },
      { code: 'not-understood', where: at(3), fault: { code: 'no-comparison' } },
    ]);
  });

  it('sees a relation over cells of another form', () => {
    const text = '其他对外管理服务事项 处理决定 = 0';
    expect(lint([text])).toEqual([{ code: 'never-applicable', where: at(0), forms: ['open-info-annual@2019'] }]);
    expect(lint([text], { forms: [] })).toEqual([]);
    expect(lint([text], { forms: [FORM, 'open-info-annual@2019'] })).toEqual([]);
  });

  it('finds manual items that are there twice, by id or by words', () => {
    const manual = [
      { id: 'a', text: '核对盖章稿' },
      { id: 'b', text: '核对附件' },
      { id: 'a', text: '核对链接' },
      { id: 'd', text: '核对 附件' },
    ];
    expect(lint([], { manual })).toEqual([
      { code: 'duplicate-manual', where: { part: 'manual', index: 2 }, first: 0 },
      { code: 'duplicate-manual', where: { part: 'manual', index: 3 }, first: 1 },
    ]);
  });
});

describe('contradictions', () => {
  it.each<[readonly string[], readonly ChecklistProblem[]]>([
    [['行政许可 > 行政许可'], [told('contradictory', 0, [], null)]],
    [['行政许可 + 1 < 1'], [told('contradictory', 0, [], null)]],
    [['2×行政许可 = 2×行政处罚 + 1'], [told('contradictory', 0, [], null)]],
    [['行政收费 > 行政收费'], [told('contradictory', 0, [], null)]],
    [['新收.自然人 > 新收'], [told('contradictory', 0, [], FORM)]],
    [['上年.新收.自然人 > 上年.新收'], [told('contradictory', 0, [], FORM)]],
    [['（七）总计 > 新收 + 上年结转'], [told('contradictory', 0, [], FORM)]],
    [['现行有效 ≥ 制发', '行政许可 > 1', '规章制发 > 规章现行有效'], [told('contradictory', 2, [0], null)]],
    [['行政许可 > 行政处罚', '行政处罚 > 行政强制', '行政强制 ≥ 行政许可'], [told('contradictory', 2, [0, 1], null)]],
    [['新收 = 0', '予以公开 > 上年结转'], [told('contradictory', 1, [0], FORM)]],
  ])('%j', (relations, problems) => {
    expect(lint(relations)).toEqual(problems);
  });

  it('are parted: each is told with the fewest it takes', () => {
    expect(lint(['行政许可 > 5', '行政处罚 = 2', '行政许可 < 3', '行政处罚 > 2'])).toEqual([
      told('contradictory', 2, [0], null),
      told('contradictory', 3, [1], null),
    ]);
  });
});

describe('redundancies', () => {
  it.each<[readonly string[], readonly ChecklistProblem[]]>([
    [['行政许可 ≥ 0'], [told('redundant', 0, [], null)]],
    [['新收 ≥ 新收.自然人'], [told('redundant', 0, [], FORM)]],
    [['新收 + 上年结转 = （七）总计 + 结转下年度'], [told('redundant', 0, [], FORM)]],
    [['行政复议 = 维持 + 纠正 + 行政复议其他结果 + 尚未审结'], [told('redundant', 0, [], FORM)]],
    [['行政许可 ≥ 5', '行政许可 > 4'], [told('redundant', 1, [0], null)]],
    [['现行有效 ≥ 制发', '规章现行有效 ≥ 规章制发'], [told('redundant', 1, [0], null)]],
    [['行政许可 ≥ 行政处罚', '行政处罚 ≥ 行政强制', '行政许可 ≥ 行政强制'], [told('redundant', 2, [0, 1], null)]],
    [['行政许可 > 3', '行政许可 ≠ 2'], [told('redundant', 1, [0], null)]],
  ])('%j', (relations, problems) => {
    expect(lint(relations)).toEqual(problems);
  });

  it('of money are not those of whole numbers', () => {
    expect(lint(['行政收费 > 4', '行政收费 ≥ 5'])).toEqual([told('redundant', 0, [1], null)]);
    expect(lint(['行政收费 ≥ 5', '行政收费 > 4'])).toEqual([told('redundant', 1, [0], null)]);
    expect(lint(['行政收费 > 4', '行政收费 < 5'])).toEqual([]);
  });
});

it('is done with a long list of relations over the whole of table three, or says that it is not', () => {
  const rows = ['予以公开', '部分公开', '重复申请', '属于国家秘密', '信访举报投诉类申请'];
  const relations = rows.flatMap((row) =>
    ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构'].map(
      (column) => `3×${row}.${column} ≤ 2×新收 + 7`,
    ),
  );
  const problems = lint(relations);
  expect(problems.every(({ code }) => code === 'redundant' || code === 'undecided')).toBe(true);
});

describe('in words', () => {
  const all: readonly (readonly [readonly string[], Partial<Checklist>])[] = [
    [
      ['行政许个 > 0', '现行有效 > 0', '行政许可', '行政许可=1=2', '行政许可+=1', '0.5 = 行政许可', '(行政许可+1)=2'],
      {},
    ],
    [['其他对外管理服务事项 处理决定 = 0', '行政许可 > 行政许可', '新收.自然人 > 新收', '行政许可 ≥ 0'], {}],
    [['行政处罚 > 5', '行政处罚 > 4', '行政处罚 < 3', `${'行政许可+'.repeat(110)}1=1`], {}],
    [
      [],
      {
        forms: ['x'],
        rules: { y: 'off' },
        manual: [
          { id: 'a', text: 'b' },
          { id: 'a', text: 'c' },
        ],
      },
    ],
  ];

  it.each(['zh-CN', 'en'] as const)('are whole in %s', (language) => {
    const sentences = all.flatMap(([relations, over]) => {
      const checklist = checklistOf(relations, { forms: [FORM], ...over });
      return lintChecklist(checklist).map((problem) => explainProblem(problem, checklist, language));
    });
    expect(sentences.length).toBeGreaterThan(14);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((sentence) => /undefined|null|NaN|\[object/.test(sentence))).toEqual([]);
  });

  it('say where, and what else it takes', () => {
    const checklist = checklistOf(['新收 = 0', '予以公开 > 上年结转'], { forms: [FORM] });
    const [problem] = lintChecklist(checklist);
    if (problem === undefined) throw new Error('nothing was found');
    expect(explainProblem(problem, checklist, 'zh-CN')).toBe(
      '第 2 项自定关系“予以公开 > 上年结转”：它与第 1 项和报表自身的勾稽关系不能同时成立，任何报告都会不符。',
    );
    expect(explainProblem(problem, checklist, 'en')).toBe(
      'Relation 2 “予以公开 > 上年结转”: it and relation 1 and the relations of the form cannot hold together; every report would fail.',
    );
  });
});
