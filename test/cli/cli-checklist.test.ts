/** `--checklist` and `--baseline` as their callers see them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeChecklist } from '../../core/exchange/checklist';
import { inferSums, ownFormOf } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { statisticsPage } from '../e2e/harness/statistics';
import { commandLine, linesOf } from '../support/command-line';
import { checklistOf } from '../support/example';
import { formOf, renderPage } from '../support/render';

const { folder, file, run } = commandLine();

const page = (cells: Record<string, string | number>, year = 2024): string =>
  renderPage({ form: formOf('2021'), cells, year });

const PLANTED = 'samples/planted-2024.html';
const EXAMPLE = 'test/fixtures/checklists/example.json';

describe('--checklist', () => {
  it('checks by it: severities, relations of one’s own, and says so', async () => {
    const report = file('a.html', page({ 'disclosure.normativeDocument.made': 3, 'disputes.review.total': 1 }));
    const plain = await run(['--json', report]);
    expect(plain.status).toBe(1);
    expect(linesOf(plain)[0]).not.toHaveProperty('checklist');
    const result = await run(['--json', '--checklist', EXAMPLE, report]);
    const [line] = linesOf(result);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(line?.checklist).toMatchObject({
      name: '示例县年报核查清单',
      version: '2025.1',
      off: ['cells-blank', 'valid-lt-made'],
    });
    expect(line?.checklist?.relations.map(({ state, reason }) => [state, reason])).toEqual([
      ['consistent', null],
      ['inconsistent', null],
      ['unchecked', 'no-previous'],
      ['consistent', null],
      ['inconsistent', null],
    ]);
    expect(line?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['own-relation', 'warning'],
      ['own-relation', 'warning'],
      ['t4-total', 'warning'],
    ]);
    expect(line?.coverage.relations.expected).toBe(42);
    const { stdout } = await run(['--checklist', EXAMPLE, report]);
    expect(stdout).toContain('按清单“示例县年报核查清单”，停用 2 条规则，5 项自定关系：2 相符，2 不符，1 未核对');
    expect(stdout).toContain(
      '▲ 警示  自定关系“执法单位应有数据”不成立：行政许可 + 行政处罚 ＞ ０。左边 0＋0＝0，右边 0，两边相等',
    );
  });

  it('checks tables of no known form by the forms that it carries', async () => {
    const ownForms = inferSums(readHtml(statisticsPage())).map((table) =>
      ownFormOf('乡镇户数', table, new Set(table.relations.map(({ key }) => key))),
    );
    const checklist = file('forms.gouji', writeChecklist(checklistOf([], { ownForms })));
    const wrong = file('wrong.html', statisticsPage({ year: 2024, wrong: 5 }));
    const plain = await run(['--json', wrong]);
    expect(plain.status).toBe(2);
    const result = await run(['--json', '--checklist', checklist, wrong]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(linesOf(result)[0]?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['own-form-sum', 'warning'],
    ]);
    const { stdout } = await run(['--checklist', checklist, wrong]);
    expect(stdout).toContain('按自定报表格式核对了 11 式合计：1 处疑问');
    expect(stdout).toMatch(/▲ 警示 {2}自定格式“乡镇户数”：.*疑似两式交叉处的 1957 有误/);

    // What is called an annual report is unread where its own tables are not there, whatever else was read.
    const title = '示例县2024年政府信息公开工作年度报告';
    const annual = statisticsPage({ year: 2024 }).replace(/<title>.*<\/title>/, `<title>${title}</title>`);
    expect(await run(['--json', '--checklist', checklist, file('annual.html', annual)])).toMatchObject({ status: 2 });

    // What became of it in a later run: put right, or no longer read.
    const baseline = file('before.jsonl', result.stdout);
    const later = async (html: string): Promise<string | undefined> => {
      const now = await run(['--json', '--checklist', checklist, '--baseline', baseline, file('wrong.html', html)]);
      return linesOf(now)[0]
        ?.comparison?.map(({ change }) => change)
        .join();
    };
    expect(await later(statisticsPage({ year: 2024, wrong: 5 }))).toBe('unchanged');
    expect(await later(statisticsPage({ year: 2024 }))).toBe('gone');
    expect(await later(statisticsPage({ year: 2024 }).replace(/<table[\s\S]*<\/table>/, ''))).toBe('unassessed');
  });

  it('says what is wrong with it on stderr, and goes on', async () => {
    const checklist = checklistOf(['行政许个 > 0', '行政许可 ≥ 0'], { rules: { 't9-none': 'off' } });
    const result = await run(['--json', '--checklist', file('odd.json', writeChecklist(checklist)), PLANTED]);
    expect(result.status).toBe(1);
    expect(linesOf(result)).toHaveLength(1);
    expect(result.stderr.trim().split('\n')).toEqual([
      expect.stringContaining('规则“t9-none”：本版本没有这条规则，设置不起作用。'),
      expect.stringContaining(
        '第 1 项自定关系“行政许个 > 0”：没有名为“行政许个”的指标（第 1 个字起），相近的有：表二“行政许可”',
      ),
      expect.stringContaining('第 2 项自定关系“行政许可 ≥ 0”：对任何非负数都成立'),
    ]);
  });

  it.each([
    ['not-there.json', null, '读不出'],
    ['text.json', 'no json', '不是 JSON 文件'],
    ['other.json', '{"format":"gouji","version":1}', '不是核查清单'],
    ['later.json', '{"format":"gouji-checklist","version":9}', '的版本本程序不认识'],
    [
      'slip.json',
      '{"format":"gouji-checklist","version":1,"checklist":{"name":"a","version":"1","rule":{}}}',
      '有不合要求的内容：checklist.rule。请改正或删去后再试。',
    ],
    [
      'long.json',
      JSON.stringify({
        format: 'gouji-checklist',
        version: 1,
        checklist: { name: 'a', version: '1', relations: Array.from({ length: 201 }, () => ({ text: 'a = 1' })) },
      }),
      'checklist.relations（最多 200 项，多出的请另存为一份清单）',
    ],
  ])('checks nothing by a file that cannot be used: %s', async (name, content, says) => {
    const path = content === null ? join(folder, name) : file(name, content);
    const result = await run(['--json', '--checklist', path, PLANTED]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toContain('    at ');
  });
});

describe('--baseline', () => {
  const wrong = {
    'applications.granted.individual': 3,
    'disputes.review.total': 2,
    'disclosure.penalty.decisions': '3.5',
  };
  const now = {
    'applications.granted.individual': 4,
    'disclosure.penalty.decisions': '3.5',
    'disclosure.fee.amount': '-1',
  };

  it('says of each finding what became of it, by organ and year whatever the file is called', async () => {
    const first = await run(['--json', file('first.html', page(wrong)), file('lost.html', page(wrong, 2022))]);
    const baseline = file('baseline.jsonl', `${first.stdout}\n`);
    const second = file('second.html', page(now));
    const other = file('other-year.html', page(now, 2023));
    const result = await run(['--json', '--baseline', baseline, second, other]);
    const [line, unknown] = linesOf(result);
    expect(line?.comparison?.map(({ rule, change }) => [rule, change])).toEqual([
      ['num-not-integer', 'unchanged'],
      ['fee-invalid', 'new'],
      ['t3-suspect-cell', 'changed'],
      ['t4-total', 'gone'],
    ]);
    expect(unknown?.comparison).toBeNull();
    expect(result.stderr).toMatch(/^基线 .*baseline\.jsonl 中的 .*lost\.html 这次没有对应的文件\n$/);

    const { stdout } = await run(['--baseline', baseline, second, other]);
    expect(stdout).toContain('  与基线相比：新增 1，未变 1，有变 1，已消除 1\n');
    expect(stdout).toMatch(/◆ 错误 {2}〔有变〕疑似单元格有误/);
    expect(stdout).toMatch(/◆ 错误 {2}〔新增〕/);
    expect(stdout).toMatch(/已消除 {2}\[t4-total\] [0-9a-f]{16}/);
    expect(stdout).toContain('基线中没有这份报告，未作对比');
  });

  it('finds everything unchanged in a second run over the same files', async () => {
    const baseline = file(
      'same.jsonl',
      (await run(['--json', PLANTED, 'samples/shanghai-general-office-2019.html'])).stdout,
    );
    const result = await run(['--json', '--baseline', baseline, PLANTED, 'samples/shanghai-general-office-2019.html']);
    const changes = linesOf(result).flatMap(({ comparison }) => comparison?.map(({ change }) => change));
    expect(new Set(changes)).toEqual(new Set(['unchanged']));
    expect(result.stderr).toBe('');
  });

  it('calls no file missing that it could not read', async () => {
    const broken = file('broken.html', '');
    const baseline = file('broken.jsonl', (await run(['--json', broken])).stdout);
    expect(await run(['--json', '--baseline', baseline, broken])).toMatchObject({ status: 2, stderr: '' });
  });

  it('adds nothing where it is not asked for', async () => {
    expect(linesOf(await run(['--json', PLANTED]))[0]).not.toHaveProperty('comparison');
  });

  it.each([
    ['not-there.jsonl', null, '读不出'],
    ['report.jsonl', readFileSync('samples/planted-2024.html', 'utf8'), '第 1 行不是 --json 的输出'],
  ])('checks nothing beside a file that cannot be used: %s', async (name, content, says) => {
    const path = content === null ? join(folder, name) : file(name, content);
    const result = await run(['--json', '--baseline', path, PLANTED]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(says);
  });
});
