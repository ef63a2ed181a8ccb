/** Fingerprints hold neither place nor value: every example of every rule, printed anew in other ways. */
import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, type Outcome, rules } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import type { Example, ExampleReport } from '../../core/rules/rule';
import { checklistOf } from '../support/example';
import { formOf, renderPage, yearOf } from '../support/render';

type Reprint = (page: string) => string;

const pageOf = (report: ExampleReport): string => renderPage({ ...report, form: formOf(report.form ?? '2021') });

function outcomeOf(example: Example, reprint: Reprint, read = readHtml): Outcome {
  const { previous, relations } = example;
  const year = yearOf({ ...example, form: formOf(example.form ?? '2021') });
  const options: CheckOptions = {
    ...(previous === undefined ? {} : { previous: check(readHtml(pageOf({ year: year - 1, ...previous }))) }),
    ...(relations === undefined ? {} : { checklist: checklistOf(relations) }),
  };
  return check(read(reprint(pageOf(example))), options);
}

const namesOf = (outcome: Outcome): string[] =>
  outcome.findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort();

/** Which rules fail, and on what, without the numbers: only then must the fingerprints be the same. */
const mattersOf = ({ findings }: Outcome): string =>
  JSON.stringify(findings.map(({ rule, relations }) => [rule, relations.map(({ id, at }) => `${id}@${at}`)]).sort());

const found = rules.flatMap((rule) =>
  rule.examples.filter((example) => example.findings > 0).map((example) => [rule.id, example.name, example] as const),
);

const FURNITURE = '<p>浏览次数：1234</p><table><tr><td>首页</td><td>公开</td></tr><tr><td>目录</td></tr></table>';
const LAYOUTS: Readonly<Record<string, Reprint>> = {
  'other matter above': (page) => page.replace('<h1>', `${FURNITURE}<h1>`),
  'a row above each table': (page) => page.replaceAll('<tbody>', '<tbody><tr><td colspan="10">统计数据如下</td></tr>'),
  'a frame of tables around it all': (page) =>
    page.replace('<body>', '<body><table><tr><td>').replace('</body>', '</td></tr></table></body>'),
  'spans and divisions in the cells': (page) =>
    page.replaceAll(/<td([^>]*)><p>([^<]*)<\/p><\/td>/g, '<td$1 style="x"><div><span> $2 </span></div></td>'),
};

describe.each(Object.entries(LAYOUTS))('with %s', (_, reprint) => {
  it('every finding that is found again keeps its fingerprint', () => {
    const compared = found.flatMap(([rule, name, example]) => {
      const before = outcomeOf(example, (page) => page);
      const after = outcomeOf(example, reprint);
      return mattersOf(before) === mattersOf(after) ? [{ rule, name, same: same(before, after) }] : [];
    });
    expect(compared.filter((each) => !each.same)).toEqual([]);
    expect(compared.length / found.length).toBeGreaterThan(0.8);
  });
});

function same(before: Outcome, after: Outcome): boolean {
  return JSON.stringify(namesOf(before)) === JSON.stringify(namesOf(after));
}

/** Three times as many of everything: what agreed still agrees, what did not still does not. */
function tripled(example: Example): Example {
  const times = (raw: string | number | null): string | number | null =>
    typeof raw === 'number' ? raw * 3 : (raw?.replace(/\d+(?:\.\d+)?/, (digits) => triple(digits)) ?? null);
  const cells = (of: ExampleReport['cells']): NonNullable<ExampleReport['cells']> =>
    Object.fromEntries(Object.entries(of ?? {}).map(([id, raw]) => [id, times(raw)]));
  const prose = Object.fromEntries(
    Object.entries(example.prose ?? {}).map(([section, texts]) => [section, texts.map(tripledText)]),
  );
  return {
    ...example,
    cells: cells(example.cells),
    ...(example.prose === undefined ? {} : { prose }),
    ...(example.previous === undefined
      ? {}
      : { previous: { ...example.previous, cells: cells(example.previous.cells) } }),
  };
}

const triple = (digits: string): string =>
  digits.includes('.') ? (Number(digits) * 3).toFixed(digits.split('.')[1]?.length ?? 0) : String(Number(digits) * 3);

/** Counts, not shares, dates or the numbers of documents. */
const tripledText = (text: string): string =>
  text.replace(/\d+(?:\.\d+)?(?=\s*(?:件|条|个|份|宗|项|起|次|人次|元|万元))/g, triple);

it('with other numbers, every finding that is found again keeps its fingerprint', () => {
  const compared = found.flatMap(([rule, name, example]) => {
    const before = outcomeOf(example, (page) => page);
    const after = outcomeOf(tripled(example), (page) => page);
    return mattersOf(before) === mattersOf(after) ? [{ rule, name, same: same(before, after) }] : [];
  });
  expect(compared.filter((each) => !each.same)).toEqual([]);
  expect(compared.length / found.length).toBeGreaterThan(0.6);
});

describe('a quote', () => {
  const sentence = (count: string) => `本年度收取信息处理费${count}元。`;
  const fingerprint = (count: string): string | undefined =>
    check(
      readText(
        `示例县教育局2024年政府信息公开工作年度报告\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n7\n六、其他需要报告的事项\n${sentence(count)}`,
      ),
    ).findings.find(({ rule }) => rule === 'infofee-multiple')?.fingerprint;

  it('is masked number by number, not digit by digit', () => {
    const names = ['5', '125', '1,225', '１５'].map(fingerprint);
    expect(names[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(names).size).toBe(1);
  });
});
