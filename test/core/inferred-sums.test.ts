/** Inferred sums of a document: relations by their labels, and forms of one's own made of them. */
import { describe, expect, it } from 'vitest';
import { ownFormSubject, ownFormsOf, ownFormText, relationSubject } from '../../core/exchange/own-form';
import type { Opinion } from '../../core/exchange/schema';
import {
  check,
  checkOwnForm,
  type Document,
  explain,
  type Finding,
  formsOfTable,
  type InferredTable,
  inferSums,
  type OwnForm,
  ownFormOf,
  ownRelations,
  relationState,
  withOwnForms,
} from '../../core/index';
import { readHtml } from '../../core/read/html';
import { labelledTables } from '../../core/sums/inferred';

interface Yearbook {
  readonly year?: number;
  readonly wrong?: number;
  /** Put before the others. */
  readonly extra?: string;
}

/** 示例县 by township: four columns of numbers, a total below, one beside. */
function yearbook({ year = 2023, wrong = 0, extra = '' }: Yearbook = {}): Document {
  const rows = [
    ['甲镇', 1021, 511, 302],
    ['乙镇', 919, 1952, 417],
    ['丙镇', 613, 351, 228],
    ['丁乡', 427, 864, 193],
    ['戊乡', 388, 279, 156],
  ] as const;
  const sum = (column: 1 | 2 | 3): number => rows.reduce((all, row) => all + row[column], 0);
  const line = (name: string, cells: readonly number[], total: number): string =>
    `<tr><td>${name}</td><td>${total}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const body = rows.map(([name, a, b, c], index) => line(name, [a, b, index === 1 ? c + wrong : c], a + b + c));
  const totals = [sum(1), sum(2), sum(3)];
  return readHtml(`<p>说明</p><p>各乡镇户数</p><table>
    <tr><td>乡镇</td><td>${year}年合计</td><td>城镇</td><td>农村</td><td>其他</td></tr>${extra}${body.join('')}
    ${line('合 计', totals, totals[0] === undefined ? 0 : totals.reduce((all, each) => all + each, 0))}</table>`);
}

function only(document: Document): InferredTable {
  const [table] = inferSums(document);
  if (table === undefined) throw new Error('no table');
  return table;
}

const all = (table: InferredTable): OwnForm => ownFormOf('户数', table, new Set(table.relations.map(({ key }) => key)));

describe('inferred sums', () => {
  it('are relations by their labels, with the sums of their lines', () => {
    const table = only(yearbook());
    expect(table.caption).toBe('各乡镇户数');
    expect(table.relations.map(({ total, parts }) => `${total}=${parts.join('+')}`).sort()).toEqual([
      '2023年合计=城镇+农村+其他',
      '合 计=甲镇+乙镇+丙镇+丁乡+戊乡',
    ]);
    expect(table.relations.every((relation) => relationState(relation) === 'holds')).toBe(true);
    const [down] = table.relations.filter(({ axis }) => axis === 'column');
    expect(down?.sums.map(({ line }) => line)).toEqual(['2023年合计', '城镇', '农村', '其他']);
    expect(down?.sums[1]).toMatchObject({ sum: 3368, difference: 0, total: { text: '3368', place: { cell: 32 } } });
  });

  it('tell which one fails and which cell it is, failing ones first', () => {
    const table = only(yearbook({ wrong: 9 }));
    expect(table.relations.map(relationState)).toEqual(['wrong', 'wrong']);
    const failing = table.relations.flatMap(({ sums }) => sums.filter(({ holds }) => !holds));
    expect(failing.map(({ difference }) => difference)).toEqual([-9, -9]);
    for (const { suspects } of failing) expect(suspects.map(({ text }) => text)).toEqual(['426']);
  });

  it('leave out what a form has claimed, and tables without numbers', () => {
    expect(inferSums(yearbook(), new Set([2]))).toEqual([]);
    expect(inferSums(readHtml('<table><tr><td>一</td><td>二</td></tr></table>'))).toEqual([]);
  });

  it('are called the same next year, and where a row was put between', () => {
    const keys = (document: Document): string[] =>
      only(document)
        .relations.map(({ key }) => key)
        .sort();
    expect(keys(yearbook({ year: 2024 }))).toEqual(keys(yearbook()));
    const extra = '<tr><td>其中</td><td></td><td></td><td></td><td></td></tr>';
    const own = (document: Document): string[] => keys(document).filter((key) => key.startsWith('["column"'));
    expect(own(yearbook({ extra }))).toEqual(own(yearbook()));
  });
});

describe('a form of one’s own', () => {
  it('holds the confirmed relations alone', () => {
    const table = only(yearbook());
    const [first] = table.relations;
    expect(ownFormOf('户数', table, new Set([first?.key ?? ''])).relations).toHaveLength(1);
  });

  it('is known again by its labels and finds what does not add up', () => {
    const form = all(only(yearbook()));
    const next = yearbook({ year: 2024, wrong: 5 });
    const table = only(next);
    expect(formsOfTable(table, [form])).toEqual([form]);
    const sums = checkOwnForm(form, next, table.block);
    expect(sums).toHaveLength(10);
    const failing = sums.filter(({ state }) => state === 'inconsistent');
    expect(Object.fromEntries(failing.map(({ line, difference }) => [line, difference]))).toEqual({
      乙镇: -5,
      其他: -5,
    });
    expect(sums.filter(({ state }) => state === 'consistent')).toHaveLength(8);
  });

  it('does not take another table for its own, nor words for numbers', () => {
    const form = all(only(yearbook()));
    const other = only(
      readHtml(
        '<table><tr><td>甲镇</td><td>1</td></tr><tr><td>己</td><td>2</td></tr><tr><td>庚</td><td>3</td></tr></table>',
      ),
    );
    expect(formsOfTable(other, [form])).toEqual([]);
    const half = { ...form, rows: ['甲', '乙', '丙', '丁'], columns: ['数'] };
    expect(formsOfTable({ rowKeys: ['甲', '乙', '戊', '己'], columnKeys: ['数'] }, [half])).toEqual([]);
    expect(formsOfTable({ rowKeys: ['甲', '乙', '丙', '丁', '戊'], columnKeys: ['数'] }, [half])).toEqual([half]);
    // Columns without names say nothing but how many they are.
    const bare = { ...half, columns: ['', '#2', '#3'] };
    const rowKeys = half.rows;
    expect(formsOfTable({ rowKeys, columnKeys: ['', '#2', '#3'] }, [bare])).toEqual([bare]);
    expect(formsOfTable({ rowKeys, columnKeys: ['', '#2', '#3', '#4'] }, [bare])).toEqual([]);
    expect(formsOfTable({ rowKeys, columnKeys: ['数', '#2', '#3'] }, [bare])).toEqual([]);
    // Two people kept the same table: neither takes the other's place.
    const again = { ...half, name: '又' };
    expect(formsOfTable({ rowKeys: ['甲', '乙', '丙', '丁', '戊'], columnKeys: ['数'] }, [half, again])).toEqual([
      half,
      again,
    ]);
    const next = yearbook();
    const words = JSON.parse(JSON.stringify(next).replace('"1952"', '"见附注"')) as Document;
    const states = checkOwnForm(form, words, 2).map(({ state }) => state);
    expect(states.filter((state) => state === 'unchecked')).toHaveLength(2);
    expect(states).not.toContain('inconsistent');
  });

  it('allows what rounding makes of decimals, and nothing beyond', () => {
    const table = (total: string): Document =>
      readHtml(
        `<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.4</td></tr><tr><td>乙</td><td>2.4</td></tr><tr><td>合计</td><td>${total}</td></tr></table>`,
      );
    const form: OwnForm = {
      name: '金额',
      rows: ['项目', '甲', '乙', '合计'],
      columns: ['', '金额'],
      relations: [{ axis: 'column', total: '合计', parts: ['甲', '乙'], lines: ['金额'], rounding: 0 }],
    };
    const state = (total: string): string | undefined => checkOwnForm(form, table(total), 0)[0]?.state;
    expect(state('3.8')).toBe('consistent');
    expect(state('3.9')).toBe('consistent');
    expect(state('4.0')).toBe('inconsistent');
    expect(state('')).toBe('unchecked');
  });

  it('allows whole numbers what rounding made of them where they were confirmed', () => {
    const relation = { axis: 'column', total: '合计', parts: ['甲', '乙'], lines: ['金额'] } as const;
    const document = readHtml(
      '<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>14</td></tr><tr><td>乙</td><td>25</td></tr><tr><td>合计</td><td>40</td></tr></table>',
    );
    const state = (rounding: number): string | undefined => {
      const form: OwnForm = { name: '', rows: [], columns: [], relations: [{ ...relation, rounding }] };
      return checkOwnForm(form, document, 0)[0]?.state;
    };
    expect(state(0)).toBe('inconsistent');
    expect(state(1.5)).toBe('consistent');
  });
});

describe('a table of a form of one’s own', () => {
  it('has its relations as others are shown, and says what was not checked', () => {
    const form = all(only(yearbook()));
    const next = yearbook({ year: 2024, wrong: 5 });
    const { relations, unchecked } = ownRelations(form, next, only(next));
    expect(unchecked).toBe(0);
    expect(relations.map(relationState)).toEqual(['wrong', 'wrong']);
    expect(relations.map(({ total }) => total)).toEqual(expect.arrayContaining(['合 计', '2024年合计']));
    const without = JSON.parse(JSON.stringify(next).replace('"1952"', '"见附注"')) as Document;
    expect(ownRelations(form, without, only(without)).unchecked).toBe(2);
  });
});

describe('forms among opinions', () => {
  const word = (counter: number, value: string): Opinion => ({
    id: `${counter}`,
    finding: ownFormSubject('a1'),
    against: '',
    field: 'own',
    value,
    author: '',
    at: '2025-01-01T00:00:00.000Z',
    counter,
  });

  it('say what was said last, and go with an empty word', () => {
    const form = all(only(yearbook()));
    const named = word(2, ownFormText({ ...form, name: '乡镇户数' }));
    expect(ownFormsOf([named, word(1, ownFormText(form))])).toMatchObject([{ ...form, name: '乡镇户数', id: 'a1' }]);
    expect(ownFormsOf([named, word(3, '')])).toEqual([]);
    expect(ownFormsOf([word(1, '{"name":1}'), { ...named, finding: '["own","甲",2024,"x"]' }])).toEqual([]);
  });

  it('have subjects of relations that do not change with the year', () => {
    const [a, b] = [yearbook(), yearbook({ year: 2024 })].map((document) =>
      only(document).relations.map(relationSubject),
    );
    expect(a).toEqual(b);
    expect(new Set(a).size).toBe(2);
  });
});

describe('findings of a form of one’s own', () => {
  const form = all(only(yearbook()));
  const found = (document: Document, forms: readonly OwnForm[] = [form]): Finding[] =>
    withOwnForms({ document, outcome: { ...check(document), findings: [] } }, forms, 'a.html').findings.slice();

  it('are none where all adds up, or where no form fits', () => {
    expect(found(yearbook({ year: 2024 }))).toEqual([]);
    expect(found(yearbook({ year: 2024, wrong: 5 }), [])).toEqual([]);
    expect(found(yearbook({ year: 2024, wrong: 5 }), [{ ...form, rows: ['别的', '标签'] }])).toEqual([]);
  });

  it('are one warning for a figure that breaks its row and its column, and name it', () => {
    const document = yearbook({ year: 2024, wrong: 5 });
    const [finding, ...more] = found(document);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'own-form-sum',
      severity: 'warning',
      data: { value: '422', difference: -5 },
    });
    // The cell where both sums cross.
    expect(finding?.place).toEqual({ block: 2, cell: 14 });
    const outcome = check(document);
    if (finding === undefined) return;
    expect(explain(finding, outcome, 'zh-CN').message).toMatch(
      /自定格式“户数”：.*相差 5；.*疑似两式交叉处的 422 有误。/,
    );
    expect(explain(finding, outcome, 'en').message).toMatch(/Form of one’s own “户数”.*so 422/);
  });

  it('keep their name when another figure is wrong by another amount in the same place, and not elsewhere', () => {
    const [one] = found(yearbook({ year: 2024, wrong: 5 }));
    const [two] = found(yearbook({ year: 2024, wrong: 7 }));
    expect(one?.fingerprint).toBe(two?.fingerprint);
    const total = found(
      readHtml(
        '<table><tr><td>乡镇</td><td>2024年合计</td><td>城镇</td><td>农村</td><td>其他</td></tr><tr><td>甲镇</td><td>9</td><td>1</td><td>2</td><td>3</td></tr><tr><td>乙镇</td><td>6</td><td>1</td><td>2</td><td>3</td></tr><tr><td>丙镇</td><td>6</td><td>1</td><td>2</td><td>3</td></tr><tr><td>丁乡</td><td>6</td><td>1</td><td>2</td><td>3</td></tr><tr><td>戊乡</td><td>6</td><td>1</td><td>2</td><td>3</td></tr><tr><td>合 计</td><td>30</td><td>5</td><td>10</td><td>15</td></tr></table>',
      ),
    );
    expect(total.map(({ fingerprint }) => fingerprint)).not.toContain(one?.fingerprint);
    expect(total.length).toBeGreaterThan(0);
  });
});

describe('differences and shares', () => {
  const shares = (third: string): Document =>
    readHtml(`<p>支出构成</p><table><tr><td>类别</td><td>金额</td><td>占比（%）</td></tr>
      <tr><td>工资</td><td>5135</td><td>51.9</td></tr><tr><td>商品</td><td>2471</td><td>25.0</td></tr>
      <tr><td>补助</td><td>1382</td><td>${third}</td></tr><tr><td>资本</td><td>912</td><td>9.2</td></tr>
      <tr><td>合计</td><td>9900</td><td>100.0</td></tr></table>`);

  it('stand beside the sums where they fail, and name the numbers', () => {
    const { derived } = only(shares('41.0'));
    expect(
      derived.map(({ operator, name, total, parts, difference }) => [
        operator,
        name,
        total.text,
        parts.map(({ text }) => text),
        difference,
      ]),
    ).toEqual([['share', '补助 · 占比（%）', '41.0', ['1382', '9900'], 27]]);
  });

  it('are silent where they hold, and where only labels are asked for', () => {
    expect(only(shares('14.0')).derived).toEqual([]);
    expect(labelledTables(shares('41.0')).map(({ derived }) => derived)).toEqual([[]]);
  });
});
