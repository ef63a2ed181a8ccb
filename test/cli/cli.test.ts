/** The command line as its callers see it: its output and its exit status. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, linesOf } from '../support/command-line';

const { folder, file, run } = commandLine();

describe('--json', () => {
  it('prints one line for each input, in input order, and goes on after a bad one', async () => {
    const inputs = [
      file('empty.html', ''),
      'samples/planted-2024.html',
      join(folder, 'not-there.html'),
      file(
        'rubbish.bin',
        Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256),
      ),
      'samples/liaozi-township-2024.txt',
      file('damaged.docx', Uint8Array.from([0x50, 0x4b, 3, 4, ...Buffer.from('word/document.xml')])),
      file('letter.txt', '今天天气很好。'),
    ];
    const result = await run(['--json', ...inputs]);
    expect(linesOf(result).map((line) => [line.input, line.status, line.error?.code ?? null])).toEqual([
      [inputs[0], 'unreadable', 'empty'],
      [inputs[1], 'checked', null],
      [inputs[2], 'unreadable', 'unreadable'],
      [inputs[3], 'unreadable', 'binary'],
      [inputs[4], 'checked', null],
      [inputs[5], 'unreadable', 'damaged'],
      [inputs[6], 'unrecognised', null],
    ]);
    expect(result.status).toBe(2);
    expect(result.stderr).toBe('');
  });

  it('holds to the contract', async () => {
    const [line] = linesOf(await run(['--json', 'samples/planted-2024.html']));
    expect(line).toMatchObject({
      form: 'open-info-annual@2021',
      forms: {
        disclosure: 'open-info-annual@2021',
        applications: 'open-info-annual@2021',
        disputes: 'open-info-annual@2021',
      },
      organ: '示例县人民政府',
      year: 2024,
      coverage: {
        cells: { expected: 200, read: 200 },
        relations: { expected: 42, consistent: 37, inconsistent: 5, unchecked: 0, notApplicable: 0 },
      },
      error: null,
    });
    expect(line?.facts['applications.received.individual']).toEqual({ raw: '58', value: 58, state: 'number' });
    expect(line?.findings[1]).toMatchObject({
      rule: 't3-suspect-cell',
      severity: 'error',
      relations: [
        { id: 'applicants-sum', at: 'granted', left: 22, right: 13, difference: 9 },
        { id: 'outcomes-sum', at: 'individual', left: 58, right: 49, difference: 9 },
      ],
      repairs: [[{ cell: 'applications.granted.individual', value: 12, expected: 21 }]],
      suspects: [{ cell: 'applications.granted.individual', value: 12, expected: 21 }],
    });
  });

  it('holds every cell of the form, missing where the page has none', async () => {
    const [line] = linesOf(
      await run(['--json', file('part.txt', '第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n7\n')]),
    );
    expect(line).toMatchObject({ status: 'partial', coverage: { cells: { expected: 200, read: 1 } } });
    expect(Object.keys(line?.facts ?? {})).toHaveLength(200);
    expect(line?.facts['disclosure.penalty.decisions']).toEqual({ raw: '', value: null, state: 'missing' });
  });
});

describe('exit status', () => {
  it.each([
    [['samples/liaozi-township-2024.txt'], 0],
    [['samples/planted-2024.html'], 1],
    [['samples/planted-2024.html', 'no-such-file'], 2],
    [['--help'], 0],
    [[], 2],
    [['--no-such-option', 'x'], 2],
  ] as const)('%j → %i', async (args, status) => {
    expect((await run(args)).status).toBe(status);
  });
});

it('prints a report in Chinese', async () => {
  const { stdout } = await run(['samples/planted-2024.html']);
  expect(stdout).toContain('示例县人民政府 · 2024 年度 · 2021 年格式');
  expect(stdout).toContain('◆ 错误  疑似单元格有误：表三“予以公开”行自然人列填 12，按行、列算式推算应为 21。');
  expect(stdout).toContain('42 项勾稽关系：37 相符，5 不符，0 未核对');
});

it('refuses a file of 50 MB without loading it', async () => {
  const result = await run(
    ['--json', file('large.html', new Uint8Array(50 * 1024 * 1024).fill(32))],
    ['--max-old-space-size=40'],
  );
  expect(linesOf(result)[0]?.error?.message).toContain('50 MB');
});
