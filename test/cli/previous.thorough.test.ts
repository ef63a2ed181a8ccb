/** `--previous`: last year's reports beside this year's, as a caller sees it. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ExampleReport } from '../../core/rules/rule';
import { commandLine, linesOf, type Run } from '../support/command-line';
import { formOf, renderPage } from '../support/render';

const { folder, file: written, run } = commandLine();

function file(name: string, report: ExampleReport | string): string {
  return written(name, typeof report === 'string' ? report : renderPage({ ...report, form: formOf('2021') }));
}

/** So many requests, received and carried over. */
function carriedOut(organ: string, year: number, count: number): ExampleReport {
  const cells = ['received', 'carriedOut'].flatMap((row) =>
    ['individual', 'total'].map((column) => [`applications.${row}.${column}`, count] as const),
  );
  return { organ, year, cells: Object.fromEntries(cells) };
}

const found = (result: Run): string[][] => linesOf(result).map(({ findings }) => findings.map(({ rule }) => rule));

it('matches by organ and year, whatever the order, and says what matched nothing', async () => {
  const education = file('education-2024.html', { organ: '示例县教育局', year: 2024 });
  const finance = file('finance-2024.html', { organ: '示例县财政局', year: 2024 });
  const planning = file('planning-2024.html', { organ: '示例县统计局', year: 2024 });
  const before = file('education-2023.html', carriedOut('示例县教育局', 2023, 3));
  const settled = file('finance-2023.html', carriedOut('示例市示例县财政局', 2023, 0));
  const older = file('planning-2022.html', carriedOut('示例县统计局', 2022, 5));
  const letter = file('letter.txt', '今天天气很好。');
  const previous = [older, letter, settled, join(folder, 'not-there.html'), before];
  const result = await run([
    '--json',
    ...previous.flatMap((each) => ['--previous', each]),
    education,
    finance,
    planning,
  ]);
  expect(found(result)).toEqual([['x-carry'], [], []]);
  expect(result.status).toBe(1);
  const notices = result.stderr.trim().split('\n');
  expect(notices).toHaveLength(3);
  expect(notices[0]).toBe(`--previous：${letter} 没有认出年度报告的表格、机关或年度，未使用`);
  expect(notices[1]).toContain(`--previous：${join(folder, 'not-there.html')} 无法读取`);
  expect(notices[2]).toBe(`--previous：${older}（示例县统计局 2022 年）与所核对的文件都对不上，未使用`);
});

it('takes the report of the very name before one with a shorter name, and none of two that fit as well', async () => {
  const town = file('town-2024.html', { organ: '城关镇人民政府', year: 2024 });
  const own = file('town-2023.html', carriedOut('城关镇人民政府', 2023, 0));
  const first = file('first-2023.html', carriedOut('甲县城关镇人民政府', 2023, 3));
  const second = file('second-2023.html', carriedOut('乙县城关镇人民政府', 2023, 4));
  expect(found(await run(['--json', '--previous', first, '--previous', own, town]))).toEqual([[]]);
  expect(found(await run(['--json', '--previous', first, town]))).toEqual([['x-carry']]);
  const both = await run(['--json', '--previous', first, '--previous', second, town]);
  expect(found(both)).toEqual([[]]);
  expect(both.stderr.trim().split('\n')).toHaveLength(2);
});

it('reads the report in Chinese too', async () => {
  const report = file('health-2024.html', { organ: '示例县卫生健康局', year: 2024 });
  const before = file('health-2023.html', carriedOut('示例县卫生健康局', 2023, 3));
  const { stdout, stderr } = await run(['--previous', before, report]);
  expect(stdout).toContain('◆ 错误  上年结转填 0，2023 年年报“结转下年度继续办理”为 3。  [x-carry]');
  expect(stderr).toBe('');
});

it('keeps little of many previous reports', async () => {
  const padding = `<p>${'x'.repeat(1_000_000)}</p>`;
  const page = renderPage({ ...carriedOut('示例县教育局', 2023, 3), form: formOf('2021') });
  const previous = Array.from({ length: 40 }, (_, at) =>
    file(`many-${at}.html`, page.replaceAll('示例县教育局', `示例县第${at}局`) + padding),
  );
  const report = file('one-2024.html', { organ: '示例县第24局', year: 2024 });
  const result = await run(
    ['--json', ...previous.flatMap((each) => ['--previous', each]), report],
    ['--max-old-space-size=45'],
  );
  expect(found(result)).toEqual([['x-carry']]);
  expect(result.stderr.trim().split('\n')).toHaveLength(39);
}, 60_000);
