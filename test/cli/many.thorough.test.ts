/** Folders, archives and reports of several years in one call, as a caller sees it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLineSchema } from '../../core/exchange/check-line';
import type { ExampleReport } from '../../core/rules/rule';
import { cliBundle } from '../../scripts/lib/bundle.mjs';
import { docxOf } from '../support/files/docx';
import { formOf, renderPage } from '../support/render';

let entry = '';
const folder = mkdtempSync(join(tmpdir(), 'gouji-many-'));

beforeAll(async () => {
  entry = await cliBundle();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (report: ExampleReport): string => renderPage({ ...report, form: formOf('2021') });

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], nodeArgs: readonly string[] = []): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...nodeArgs, entry, ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
}

const lines = ({ stdout }: Ended) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => checkLineSchema.parse(JSON.parse(line)));
const named = (ended: Ended, root: string) =>
  lines(ended).map(({ input, status, error }) => [input.slice(root.length + 1), error?.code ?? status]);

/** So many requests, received and carried over. */
function carriedOut(organ: string, year: number, count: number): ExampleReport {
  const cells = ['received', 'carriedOut'].flatMap((row) =>
    ['individual', 'total'].map((column) => [`applications.${row}.${column}`, count] as const),
  );
  return { organ, year, cells: Object.fromEntries(cells) };
}

describe('a folder', () => {
  it('is walked in order; hidden files are none, what is no report is named on stderr', async () => {
    const root = join(folder, 'walk');
    file('walk/b.html', page({ organ: '示例县乙局' }));
    file('walk/a.html', page({ organ: '示例县甲局' }));
    file('walk/a_files/style.css', 'p { color: red }');
    file('walk/deep/er/c.docx', docxOf({ form: formOf('2021'), organ: '示例县丙局' }));
    file('walk/deep/empty.html', '');
    file('walk/deep/photo.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]));
    file('walk/deep/film.bin', new Uint8Array(25 * 1024 * 1024));
    file('walk/.hidden/d.html', page({}));
    file('walk/~$c.docx', 'lock');
    const ended = await run(['--json', root]);
    expect(named(ended, root)).toEqual([
      ['a.html', 'checked'],
      ['b.html', 'checked'],
      ['deep/empty.html', 'empty'],
      ['deep/er/c.docx', 'checked'],
    ]);
    expect(ended.stderr.split('\n').slice(0, 4)).toEqual([
      '3 个文件不是可以核对的种类，未核对：',
      `  ${join(root, 'a_files/style.css')}`,
      `  ${join(root, 'deep/film.bin')}`,
      `  ${join(root, 'deep/photo.jpg')}`,
    ]);
    expect(ended.status).toBe(2);
  });

  it('without a report is said to have none', async () => {
    const root = join(folder, 'nothing');
    mkdirSync(root);
    expect(await run([root])).toMatchObject({ status: 2, stdout: '', stderr: '没有可核对的文件。\n' });
  });
});

describe('an archive', () => {
  const content = page({ organ: '示例县甲局' });

  it('has each of its entries checked, those in Chinese folders too; an archive in it is refused', async () => {
    const inner = zipSync({ 'x.html': strToU8(content) });
    const path = file(
      'season.zip',
      zipSync({
        '2024/甲局.html': strToU8(content),
        '2024/乙局.docx': [docxOf({ form: formOf('2021'), organ: '示例县乙局' }), { level: 0 }],
        '2024/inner.zip': inner,
        '2024/large.html': new Uint8Array(21 * 1024 * 1024).fill(32),
        '__MACOSX/2024/._甲局.html': strToU8('x'),
      }),
    );
    const ended = await run(['--json', path]);
    expect(lines(ended).map(({ input, status, error }) => [input, error?.code ?? status])).toEqual([
      [`${path}!2024/甲局.html`, 'checked'],
      [`${path}!2024/乙局.docx`, 'checked'],
      [`${path}!2024/inner.zip`, 'unsupported'],
      [`${path}!2024/large.html`, 'too-large'],
    ]);
    expect(lines(ended)[2]?.error?.message).toContain('压缩包里的压缩包');
  });

  it('larger than any report is read entry by entry', async () => {
    const noise = Uint8Array.from({ length: 3 * 1024 * 1024 }, (_, at) => (Math.imul(at, 2654435761) >>> 13) & 255);
    const filler = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [
        `p${at}.jpg`,
        [Uint8Array.from([0xff, 0xd8, 0xff, ...noise.subarray(at)]), { level: 0 }] as const,
      ]),
    );
    const path = file('large.zip', zipSync({ ...filler, 'z.html': strToU8(content) } as Parameters<typeof zipSync>[0]));
    const ended = await run(['--json', path], ['--max-old-space-size=60']);
    expect(lines(ended).map(({ input, status }) => [input, status])).toEqual([[`${path}!z.html`, 'checked']]);
    expect(ended.stderr).toContain('10 个文件不是可以核对的种类');
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30), 'damaged'],
    ['without entries', () => zipSync({}), 'empty'],
  ])('%s is one unreadable input', async (name, change, code) => {
    const path = file(`${name}.zip`, change(zipSync({ 'a.html': strToU8(content) })));
    expect(lines(await run(['--json', path])).map(({ error }) => error?.code)).toEqual([code]);
  });
});

it('refuses a file of 200 MB without loading it, whether named or found', async () => {
  const path = file('huge/report.html', `<!doctype html>${' '.repeat(10_000)}`);
  truncateSync(path, 200 * 1024 * 1024);
  for (const input of [path, dirname(path)]) {
    const ended = await run(['--json', input], ['--max-old-space-size=40']);
    expect(lines(ended).map(({ input: name, error }) => [name, error?.code])).toEqual([[path, 'too-large']]);
    expect(lines(ended)[0]?.error?.message).toContain('200 MB');
  }
});

describe('reports of one organ in several years', () => {
  const rulesOf = (ended: Ended): string[][] => lines(ended).map(({ findings }) => findings.map(({ rule }) => rule));

  it('are compared whatever their order, and written in it', async () => {
    const later = file('years/2024.html', page({ organ: '示例县教育局', year: 2024 }));
    const other = file('years/other.html', page({ organ: '示例县财政局', year: 2024 }));
    const before = file('years/2023.html', page(carriedOut('示例县教育局', 2023, 3)));
    const ended = await run(['--json', later, other, before]);
    expect(lines(ended).map(({ input }) => input)).toEqual([later, other, before]);
    expect(rulesOf(ended).map((rules) => rules.includes('x-carry'))).toEqual([true, false, false]);
    expect(ended.status).toBe(1);
  });

  it('are not compared where last year is told in two ways, which is said', async () => {
    const later = file('twice/2024.html', page({ organ: '示例县教育局', year: 2024 }));
    const first = file('twice/2023-a.html', page(carriedOut('示例县教育局', 2023, 3)));
    const second = file('twice/2023-b.html', page(carriedOut('示例县教育局', 2023, 4)));
    const ended = await run(['--json', later, first, second]);
    expect(rulesOf(ended)[0]).toEqual([]);
    expect(ended.stderr).toBe(`${later}：示例县教育局 2023 年的报告有内容不同的两份，未作跨年核查\n`);
    const same = file('twice/2023-c.html', page(carriedOut('示例县教育局', 2023, 3)));
    expect(rulesOf(await run(['--json', later, first, same]))[0]).toContain('x-carry');
  });

  it('leave the word to --previous', async () => {
    const later = file('named/2024.html', page({ organ: '示例县教育局', year: 2024 }));
    const inSet = file('named/2023.html', page(carriedOut('示例县教育局', 2023, 3)));
    const named = file('named/2023-corrected.html', page(carriedOut('示例县教育局', 2023, 0)));
    expect(rulesOf(await run(['--json', '--previous', named, later, inSet]))[0]).toEqual([]);
  });
});

describe('a run over several reports', () => {
  const wrong = { organ: '示例县甲局', cells: { 'applications.received.individual': 5 } };

  it('ends with a summary and the most frequent rules', async () => {
    const inputs = [
      file('sum/a.html', page(wrong)),
      file('sum/b.html', page({ organ: '示例县乙局' })),
      file('sum/c.html', ''),
      file('sum/d.txt', '今天天气很好。'),
    ];
    const { stdout } = await run(inputs);
    const tail = stdout.slice(stdout.indexOf('共 4 份'));
    expect(tail).toContain('共 4 份：核对 2 份，有错误 1 份，无错误但有警示 0 份；认不出 1 份，读不出 1 份');
    expect(tail).toMatch(/1 份 1 处 {2}\[t3-suspect-cell\]/);
  });

  it('writes the table for a terminal and for Excel', async () => {
    const inputs = [
      file('table/a.html', page({ ...wrong, organ: '=示例县甲局' })),
      file('table/b,c.html', page({ organ: '示例县乙局' })),
    ];
    const csv = join(folder, 'table.csv');
    const { stdout } = await run(['--table', '--csv', csv, ...inputs]);
    expect(stdout).toMatch(/机关 +年度 +文件 +结果 +#1/);
    expect(stdout).toMatch(/示例县乙局 +2024 /);
    const text = readFileSync(csv, 'utf8');
    expect(text.startsWith('\ufeff机关,年度,文件,结果,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`"${inputs[1]}"`);
    expect((await run(['--json', '--table', ...inputs])).status).toBe(2);
  });
});
