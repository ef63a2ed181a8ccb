/** 自定报表格式 in a checklist: as a file, among opinions, and what it finds. */
import { describe, expect, it } from 'vitest';
import { readChecklist, writeChecklist } from '../../core/exchange/checklist';
import { checklistSubject } from '../../core/exchange/checklist-subject';
import { foundIn } from '../../core/exchange/found';
import { OWN_FORM_LIMITS, ownFormSubject, ownFormsOf, ownFormText } from '../../core/exchange/own-form';
import { markOf } from '../../core/exchange/own-words';
import { type Opinion, outcomeSchema } from '../../core/exchange/schema';
import { checklistIdOf, checklistText } from '../../core/exchange/shared-checklist';
import {
  type Checklist,
  check,
  explain,
  explainOutcome,
  explainProblem,
  inferSums,
  type Language,
  lintChecklist,
  OWN_FORM_SUM,
  type OwnForm,
  ownFormOf,
} from '../../core/index';
import { readHtml } from '../../core/read/html';
import { type Statistics, statisticsPage } from '../e2e/harness/statistics';
import { checklistOf } from '../support/example';

function households(): OwnForm {
  const [table] = inferSums(readHtml(statisticsPage()));
  if (table === undefined) throw new Error('no table');
  return ownFormOf('乡镇户数', table, new Set(table.relations.map(({ key }) => key)));
}

const form = households();
const carrying = (ownForms: readonly OwnForm[], over: Partial<Checklist> = {}): Checklist =>
  checklistOf([], { ownForms, ...over });
const [first] = form.relations;
const many = Array<string>(1000).fill('甲');
const wide = {
  ...form,
  relations: first === undefined ? [] : [{ ...first, parts: many.slice(0, 500), lines: many }],
};
const word = (finding: string, value: string, counter = 1): Opinion => ({
  id: `${finding} ${counter}`,
  finding,
  against: '',
  field: 'own',
  value,
  author: '王',
  at: '2025-03-01T00:00:00.000Z',
  counter,
});
const fileOf = (ownForms: unknown): string =>
  JSON.stringify({ format: 'gouji-checklist', version: 2, checklist: { name: '清单', version: '1', ownForms } });

describe('a checklist with forms', () => {
  it('comes back as it was written, as a file that an older program says is newer', () => {
    const own = carrying([form]);
    const text = writeChecklist(own);
    expect(JSON.parse(text)).toMatchObject({ version: 2, checklist: { ownForms: [{ name: '乡镇户数' }] } });
    expect(readChecklist(text)).toEqual({ ok: true, value: own });
  });

  it('leaves those without what they were, byte for byte, and their ids', () => {
    const plain = checklistOf(['行政许可 > 0']);
    expect(JSON.parse(writeChecklist(plain))).toMatchObject({ version: 1 });
    const read = readChecklist(writeChecklist(plain));
    if (!read.ok) throw new Error('refused');
    expect(checklistText(read.value)).toBe(checklistText(plain));
    expect(checklistIdOf(read.value)).toBe(checklistIdOf(plain));
    expect(checklistIdOf(carrying([form]))).not.toBe(checklistIdOf(carrying([{ ...form, name: '又' }])));
  });

  it.each([
    ['not a list', '乡镇', 'checklist.ownForms'],
    ['a form without columns', [{ ...form, columns: undefined }], 'checklist.ownForms.0.columns'],
    ['a cell id for a number', [{ ...form, rows: ['甲', 2] }], 'checklist.ownForms.0.rows.1'],
    [
      'an axis of no kind',
      [{ ...form, relations: [{ ...form.relations[0], axis: 'both' }] }],
      'checklist.ownForms.0.relations.0.axis',
    ],
    [
      'a rounding below nothing',
      [{ ...form, relations: [{ ...form.relations[0], rounding: -1 }] }],
      'checklist.ownForms.0.relations.0.rounding',
    ],
    ['more forms than anybody has', Array.from({ length: 101 }, () => form), 'checklist.ownForms'],
    ['a million relations', [{ ...form, relations: Array(1_000_000).fill(0) }], 'checklist.ownForms.0.relations'],
    [
      'sums that would never end',
      [
        {
          ...form,
          relations: [
            { axis: 'row', total: '计', parts: Array(20_000).fill('甲'), lines: Array(20_000).fill('乙'), rounding: 0 },
          ],
        },
      ],
      'checklist.ownForms.0',
    ],
    ['forms that together would never end', [wide, { ...wide, name: '又' }], 'checklist.ownForms.relations'],
    [
      'a name as long as a page',
      [{ ...form, name: '长'.repeat(OWN_FORM_LIMITS.name + 1) }],
      'checklist.ownForms.0.name',
    ],
  ])('is refused with its place: %s', (_, ownForms, path) => {
    const read = readChecklist(fileOf(ownForms));
    expect(read).toEqual({ ok: false, error: { code: 'unfit', paths: [path] } });
  });

  it('keeps names that look like markup as they are, in sentences too', () => {
    const name = '<img src=x onerror=alert(1)>';
    const read = readChecklist(writeChecklist(carrying([{ ...form, name }])));
    if (!read.ok) throw new Error('refused');
    const outcome = check(readHtml(statisticsPage({ wrong: 5 })), { checklist: read.value });
    const [finding] = outcome.findings;
    expect(finding && explain(finding, outcome, 'zh-CN').message).toContain(`自定格式“${name}”`);
  });
});

describe('the lint', () => {
  const said = (ownForms: readonly OwnForm[]): string[] =>
    lintChecklist(carrying(ownForms)).map((each) => explainProblem(each, carrying(ownForms), 'zh-CN'));

  it('has nothing to say of a form that was kept', () => {
    expect(said([form])).toEqual([]);
  });

  it('names what is there twice, what has no sums, and labels that no table has', () => {
    const [first] = form.relations;
    if (first === undefined) throw new Error('no relation');
    const odd = { ...form, relations: [{ ...first, parts: [...first.parts, '不存在'] }] };
    expect(said([form, { ...form, name: '又' }, { ...form, relations: [] }, odd])).toEqual([
      '自定报表格式“又”：与第 1 项重复。',
      '自定报表格式“乡镇户数”：没有合计关系，核对不出问题，可以移除。',
      '自定报表格式“乡镇户数”：有的合计关系用到表上没有的行或列（“不存在”），永远不会核对。',
    ]);
    for (const problem of lintChecklist(carrying([{ ...form, relations: [] }])))
      expect(explainProblem(problem, carrying([form]), 'en')).toContain('no sums');
  });
});

describe('a check with it', () => {
  const wrong = readHtml(statisticsPage({ year: 2024, wrong: 5 }));

  it('finds what does not add up in next year’s table, and says which sums were read', () => {
    const outcome = check(wrong, { checklist: carrying([form]), sourceName: '2024.html' });
    expect(outcome.findings.map(({ rule, severity }) => [rule, severity])).toEqual([[OWN_FORM_SUM, 'warning']]);
    expect(outcome.ownSums).toHaveLength(11);
    expect(check(wrong, { checklist: checklistOf([]) }).findings).toEqual([]);
    const right = check(readHtml(statisticsPage({ year: 2024 })), { checklist: carrying([form]) });
    expect(right.findings).toEqual([]);
    expect(right.ownSums).toHaveLength(11);
  });

  it('says so of a report of another kind too, which is not called unchecked then', () => {
    const budget = (over: Statistics) =>
      readHtml(statisticsPage(over).replace('<title>', '<title>示例县教育局2025年部门预算 - '));
    const headline = (over: Statistics, language: Language): string =>
      explainOutcome(check(budget(over), { checklist: carrying([form]) }), language).headline;
    const kind = '这是部门预算公开，不是政府信息公开工作年度报告';
    expect(headline({}, 'zh-CN')).toBe(`${kind}，按自定报表格式核对了 11 式合计：0 处疑问。`);
    expect(headline({ wrong: 5 }, 'zh-CN')).toBe(`${kind}，按自定报表格式核对了 11 式合计：1 处疑问。`);
    expect(headline({ wrong: 5 }, 'en')).toContain('; 11 sums checked by forms of one’s own: 1 doubt.');
  });

  it('is as loud as the checklist says, and silent where it says so', () => {
    const by = (setting: 'error' | 'off') =>
      check(wrong, { checklist: carrying([form], { rules: { [OWN_FORM_SUM]: setting } }) });
    expect(by('error').findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(by('off')).toMatchObject({ findings: [], checklist: { off: [OWN_FORM_SUM] } });
    expect(
      foundIn({ id: 'x', source: { address: null, fileName: null }, document: wrong, outcome: by('off') }, [form])
        .findings,
    ).toEqual([]);
  });

  it('loses its findings alone where a form breaks it, and says so', () => {
    const broken: OwnForm = {
      ...form,
      get rows(): string[] {
        throw new Error('no rows');
      },
    };
    const without = check(wrong, { checklist: checklistOf([]) });
    const failures = [{ rule: OWN_FORM_SUM, reason: 'no rows' }];
    expect(check(wrong, { checklist: carrying([broken]) })).toEqual({ ...without, failures });
  });

  it('makes forms kept here as loud, though it carries none of them', () => {
    const source = { address: null, fileName: 'x' };
    const saidBy = (over: Partial<Checklist>): string[] => {
      const outcome = check(wrong, { checklist: checklistOf([], over), sourceName: 'x' });
      return foundIn({ id: 'x', source, document: wrong, outcome }, [form]).findings.map(({ severity }) => severity);
    };
    expect(saidBy({})).toEqual(['warning']);
    for (const setting of ['error', 'info'] as const)
      expect(saidBy({ rules: { [OWN_FORM_SUM]: setting } })).toEqual([setting]);
    // It carries the sums of the rows; those of the columns come from what is kept.
    const rows = { ...form, relations: form.relations.filter(({ axis }) => axis === 'row') };
    expect(saidBy({ ownForms: [rows], rules: { [OWN_FORM_SUM]: 'error' } })).toEqual(['error', 'error']);
  });

  it('keeps how loud it is in the outcome, where it says so, past the guards', () => {
    const outcome = check(wrong, { checklist: carrying([form], { rules: { [OWN_FORM_SUM]: 'error' } }) });
    expect(outcomeSchema.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
    expect(outcome.checklist).toMatchObject({ ownFormSum: 'error' });
    expect(check(wrong, { checklist: carrying([form]) }).checklist).not.toHaveProperty('ownFormSum');
  });

  it('says once what forms kept here say too, in part or all of it', () => {
    const outcome = check(wrong, { checklist: carrying([form]), sourceName: 'x' });
    const source = { address: null, fileName: 'x' };
    const found = (forms: readonly OwnForm[]): number =>
      foundIn({ id: 'x', source, document: wrong, outcome }, forms).findings.length;
    expect(found([{ ...form, name: '同样的' }])).toBe(1);
    const rows = { ...form, relations: form.relations.filter(({ axis }) => axis === 'row') };
    expect(found([rows])).toBe(1);
    const without = check(wrong, { sourceName: 'x' });
    expect(foundIn({ id: 'x', source, document: wrong, outcome: without }, [rows, form]).findings).toMatchObject([
      { data: { crossLine: expect.any(String) } },
    ]);
  });
});

it('a table of which every sum fails is told of in moments', () => {
  const labels = (name: string): string[] => Array.from({ length: 160 }, (_, at) => `${name}${at}`);
  const [rows, columns] = [labels('行'), labels('列')];
  const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const ones = columns.map(() => '1');
  const table = `<table>${row(['名', ...columns])}${rows.map((name) => row([name, ...ones])).join('')}</table>`;
  const sums = (axis: 'row' | 'column', added: readonly string[], lines: readonly string[]) =>
    added.slice(3, 18).map((total) => ({ axis, total, parts: added.slice(0, 2), lines, rounding: 0 }));
  const large = {
    name: '大表',
    rows,
    columns,
    relations: [...sums('row', columns, rows), ...sums('column', rows, columns)],
  };
  const document = readHtml(table);
  const from = process.cpuUsage();
  expect(check(document, { checklist: carrying([large]) }).ownSums).toHaveLength(4800);
  const { user, system } = process.cpuUsage(from);
  // Four seconds and more when each was held against all others.
  expect((user + system) / 1e6).toBeLessThan(2);
});

describe('among opinions', () => {
  const subject = checklistSubject('c1');

  it('they are forms kept here as long as the checklist stands, beside one of the same name', () => {
    const other = { ...form, relations: form.relations.slice(0, 1) };
    const words = [word(ownFormSubject('f1'), ownFormText(other)), word(subject, checklistText(carrying([form])))];
    expect(ownFormsOf(words).map(({ name, from, relations }) => [name, from, relations.length])).toEqual([
      ['乡镇户数', null, 1],
      ['乡镇户数', '示例清单', 2],
    ]);
    const against = markOf(words[1] ?? word(subject, ''));
    const later = (value: string): Opinion => ({ ...word(subject, value, 2), against });
    expect(ownFormsOf([...words, later(checklistText(checklistOf([])))])).toHaveLength(1);
    expect(ownFormsOf([...words, later('')])).toHaveLength(1);
  });

  it('stay while a version that carries them stands, whoever made another beside it or withdrew one', () => {
    const first = word(subject, checklistText(checklistOf([])));
    const made = (value: string, counter: number, against: string): Opinion => ({
      ...word(subject, value, counter),
      against,
    });
    const mine = made(checklistText(carrying([form])), 2, markOf(first));
    const another = { ...form, name: '又' };
    const beside = made(checklistText(carrying([another])), 3, markOf(first));
    const withdrawn = made('', 4, markOf(beside));
    const named = (words: readonly Opinion[]): string[] => ownFormsOf(words).map(({ name }) => name);
    expect(named([first, mine, made(checklistText(checklistOf([])), 3, markOf(first))])).toEqual(['乡镇户数']);
    expect(named([first, mine, beside])).toEqual(['又', '乡镇户数']);
    expect(named([first, mine, beside, withdrawn])).toEqual(['乡镇户数']);
  });

  it('the same content is there once, the one kept by itself', () => {
    const words = [word(subject, checklistText(carrying([form, form]))), word(ownFormSubject('f1'), ownFormText(form))];
    expect(ownFormsOf(words).map(({ id, from }) => [id, from])).toEqual([['f1', null]]);
  });

  it('what is none is passed over', () => {
    const value = (ownForms: unknown): string => JSON.stringify({ name: 'x', ownForms });
    for (const each of ['{"ownForms"', value(7), value([{ name: 'x' }])])
      expect(ownFormsOf([word(subject, each)])).toEqual([]);
  });
});
