import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, explain, explainFailure, explainOutcome, type Language, type Outcome, rules } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { balanced } from '../support/balanced';
import { formOf, renderPage } from '../support/render';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const ODD = /undefined|null|NaN|\[object|\$\{/;

/** Every finding that the examples of the rules give. */
const outcomes = rules.flatMap((rule) =>
  rule.examples.map((example) => check(readHtml(renderPage({ ...example, form: formOf(example.form ?? '2021') })))),
);

describe.each(LANGUAGES)('sentences in %s', (language) => {
  it('are whole for every finding of every example', () => {
    const sentences = outcomes.flatMap((outcome) =>
      outcome.findings.flatMap((finding) => {
        const { message, advice, source, reasoning, sums } = explain(finding, outcome, language);
        expect(message && advice && source).toBeTruthy();
        return [message, advice, reasoning, ...sums.map((sum) => sum.name)];
      }),
    );
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => ODD.test(sentence))).toEqual([]);
  });

  it('say of every failure what it is and what to do', () => {
    const codes = ['empty', 'binary', 'too-large', 'unsupported', 'damaged', 'unreadable'] as const;
    const sentences = codes.map((code) =>
      explainFailure({ code, kind: 'pdf', size: 5e7, limit: 2e7, reason: 'x' }, language),
    );
    expect(new Set(sentences).size).toBe(codes.length);
    expect(sentences.filter((sentence) => ODD.test(sentence))).toEqual([]);
  });
});

describe('the sum of a finding', () => {
  const outcome = check(readHtml(readFileSync('samples/planted-2024.html', 'utf8')));
  const finding = outcome.findings.find((each) => each.suspects[0]?.cell === 'applications.granted.individual');
  if (finding === undefined) throw new Error('the planted error is not found');
  const { message, sums, reasoning } = explain(finding, outcome, 'zh-CN');

  it('is told in the words of the form', () => {
    expect(message).toBe('疑似单元格有误：表三“予以公开”行自然人列填 12，按行、列算式推算应为 21。');
    expect(reasoning).toBe('相邻两位数字颠倒。改这一格，2 式都相符；没有别的单格能做到。');
  });

  it('prints the page’s own numbers, and each adds up', () => {
    expect(sums.map((sum) => [sum.name, sum.leftSum, sum.rightSum, sum.difference])).toEqual([
      ['表三“予以公开”行', 22, 13, 9],
      ['表三“自然人”列', 58, 49, 9],
    ]);
    for (const sum of sums) {
      for (const term of [...sum.left, ...sum.right]) expect(term.raw).toBe(outcome.facts[term.cell]?.raw);
      expect(sum.right.reduce((total, term) => total + term.value, 0)).toBe(sum.rightSum);
    }
    expect(
      sums
        .flatMap((sum) => sum.right)
        .filter((term) => term.suspect)
        .map((term) => term.raw),
    ).toEqual(['12', '12']);
  });
});

it('tells rows and columns of one name apart', () => {
  const cells = { 'applications.decided.total': 1, 'applications.otherOutcome.rest.individual': 2 };
  const outcome = check(readHtml(renderPage({ form: formOf('2021'), cells })));
  const told = outcome.findings.map((finding) => explain(finding, outcome, 'zh-CN'));
  expect(told.flatMap(({ sums }) => sums.map((sum) => sum.name)).sort()).toEqual([
    '表三“总计”列',
    '表三“总计”列',
    '表三“自然人”列',
    '表三“（七）总计”行',
    '表三“（六）其他处理3.其他”行',
  ]);
  expect(told[0]?.message).toContain('表三“（六）其他处理3.其他”行自然人列填 2');
});

it('tells requests that do not balance apart from parts of a total', () => {
  const outcomeOf = (text: string): Outcome =>
    check(readHtml(renderPage({ form: formOf('2021'), prose: { 3: [text] } })));
  const told = (text: string): string[] => {
    const outcome = outcomeOf(text);
    const own = outcome.findings.filter(({ rule }) => rule === 'text-parts-sum');
    return own.map((finding) => explain(finding, outcome, 'zh-CN').message);
  };
  expect(told('收到政府信息公开申请11件，上年结转2件，办结8件，结转下一年办理1件。')).toEqual([
    '“11件，上年结转2件，办结8件，结转下一年办理1件”前后不平：收到 11＋上年结转 2＝13，办结与结转下年合计 9。',
  ]);
  expect(told('发布信息239条，其中动态161条，公开71条，解读12条。')).toEqual([
    '“239条，其中动态161条，公开71条，解读12条”分项合计 244，与总数 239 不符。',
  ]);
});

it('says of a number that is too long for one that it is long, not that it holds words', () => {
  const cells = { 'disclosure.penalty.decisions': '12345678901234567890' };
  const outcome = check(readHtml(renderPage({ form: formOf('2021'), cells })));
  const [finding] = outcome.findings;
  expect(finding && explain(finding, outcome, 'zh-CN').message).toBe(
    '表二“行政处罚”填写“12345678901234567890”，位数过多，未能核对。',
  );
});

describe('several repairs', () => {
  const reasoningOf = (cells: Record<string, number>): string => {
    const outcome = check(readHtml(renderPage({ form: formOf('2021'), cells })));
    const [finding] = outcome.findings;
    if (finding === undefined) throw new Error('nothing was found');
    return explain(finding, outcome, 'zh-CN').reasoning;
  };

  it('are told as single cells only where a single cell is enough', () => {
    expect(reasoningOf({ 'disputes.review.upheld': 1, 'disputes.review.total': 3 })).toBe(
      '改动其中任一格都能使算式相符，仅凭本表分不出是哪一格：总计 3→1、结果维持 1→3、结果纠正 0→2、其他结果 0→2、尚未审结 0→2。',
    );
    const outcome = check(readHtml(readFileSync('samples/planted-2024.html', 'utf8')));
    const [change] = outcome.findings.find((finding) => finding.suspects.length > 0)?.suspects ?? [];
    const finding = outcome.findings[1];
    if (change === undefined || finding === undefined) throw new Error('nothing was found');
    const pairs = {
      ...finding,
      repairs: [
        [change, change],
        [change, change],
      ],
      suspects: [change, change, change, change],
    };
    expect(explain(pairs, outcome, 'zh-CN').reasoning).toBe(
      '共有 2 种改法，每种须一并改动 2 格，仅凭本表分不出是哪一种（涉及 4 格）。',
    );
  });
});

describe('the message of several repairs of table three', () => {
  const cells = balanced(formOf('2021'));
  const cell = (row: string, column: string): string => `applications.${row}.${column}`;
  const messageOf = (wrong: Record<string, number>, language: Language): string => {
    const outcome = check(readHtml(renderPage({ form: formOf('2021'), cells: { ...cells, ...wrong }, year: 2024 })));
    const [finding] = outcome.findings.filter(({ relations }) => relations.length > 0);
    if (finding === undefined) throw new Error('nothing was found');
    return explain(finding, outcome, language).message;
  };
  const more = (row: string, column: string, by: number): Record<string, number> => ({
    [cell(row, column)]: (cells[cell(row, column)] ?? 0) + by,
  });

  it('says how many there are and one of them beside the slip that has a name', () => {
    const wrong = { ...more('granted', 'individual', 5), ...more('granted', 'total', 5) };
    expect(messageOf(wrong, 'zh-CN')).toMatch(
      /^表三有数据不符，共 \d+ 种改法都能使算式相符，如“[^”]+”行自然人列 \d+→\d+、总计列 \d+→\d+。可能是[^。]+。$/,
    );
    expect(messageOf(wrong, 'en')).toMatch(
      /^Sums of table 3 fail; any of \d+ repairs makes them agree, such as “[^”]+” Individuals \d+→\d+, Total \d+→\d+\. Perhaps [^→]+\.$/,
    );
  });

  it('tells both of two', () => {
    const wrong = {
      ...more('granted', 'individual', 5),
      ...more('partlyGranted', 'company', 5),
      ...more('granted', 'company', 5),
    };
    expect(messageOf(wrong, 'zh-CN')).toMatch(/^表三有数据不符，两种改法都能使算式相符：[^；]+；或[^；]+。$/);
    expect(messageOf(wrong, 'en')).toMatch(
      /^Sums of table 3 fail; either of two repairs makes them agree: .+; or .+\.$/,
    );
  });
});

describe('the headline', () => {
  const form = formOf('2021');
  const headline = (outcome: Outcome): string => explainOutcome(outcome, 'zh-CN').headline;

  it('never calls passed what was not read', () => {
    expect(headline(check(readHtml('<p>无表</p>')))).toContain('未作核对');
    const blank = Object.fromEntries(
      form.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => [cell.id, '']))),
    );
    expect(headline(check(readHtml(renderPage({ form, cells: blank }))))).toContain('空表');
    expect(headline(check(readHtml(renderPage({ form, without: ['disclosure', 'applications'] }))))).toContain(
      '只读到部分表格',
    );
  });

  it('counts what was found', () => {
    expect(headline(check(readHtml(readFileSync('samples/planted-2024.html', 'utf8'))))).toBe('已核对：4 项错误。');
  });
});
