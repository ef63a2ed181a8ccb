/** The process that the command line reads PDFs in: it ends where a file keeps it, and the next one is read all the same. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it, vi } from 'vitest';
import { type PdfLimits, PdfProcess } from '../../core/cli/pdf-beside';
import { explainFailure } from '../../core/index';
import { readPdf } from '../../core/read/pdf/pdf';
import { cliBundle } from '../../scripts/lib/bundle.mjs';
import { childrenOf, statOf } from '../../scripts/lib/usage.mjs';
import { commandLine, linesOf } from '../support/command-line';
import { handmadePdf } from '../support/pdf/handmade';

/** Each process loads pdf.js anew. */
vi.setConfig({ testTimeout: 90_000 });

const MEGABYTE = 1024 * 1024;
const LIMITS: PdfLimits = { seconds: 30, memory: 512 * MEGABYTE };
const good = Uint8Array.from(readFileSync('test/fixtures/formats/numbered-2021.pdf'));
/** What runs beside us is told there alone. */
const onLinux = { skip: process.platform !== 'linux' };
/** Nesting in which pdf.js takes longer for each level: as in pages whose streams are damaged. */
const endless = handmadePdf([{ content: 'q 1 0 0 1 0 0 cm 1 0 0 rg 0 0 9 9 re f\n'.repeat(16_000) }]);

const { file, run, start } = commandLine();
let script: URL;
beforeAll(async () => {
  script = pathToFileURL(join(dirname(await cliBundle()), 'pdf-child.mjs'));
}, 60_000);

it('reads what the same reader reads here, and leaves the bytes to their owner', async () => {
  const pdfs = new PdfProcess(script, LIMITS);
  const [first, second] = await Promise.all([pdfs.read(good), pdfs.read(Uint8Array.of(1, 2, 3))]);
  expect(first).toEqual(await readPdf(good));
  expect(second).toMatchObject({ ok: false, error: { code: 'damaged', kind: 'pdf' } });
});

it('ends at its limit of time, and begins anew', async () => {
  const pdfs = new PdfProcess(script, { ...LIMITS, seconds: 3 });
  const [refused, read] = await Promise.all([pdfs.read(endless), pdfs.read(good)]);
  expect(refused).toEqual({
    ok: false,
    error: { code: 'too-complex', kind: 'pdf', reason: 'seconds', limit: 3 },
  });
  expect(read.ok).toBe(true);
});

it('begins anew where it was ended from outside', onLinux, async () => {
  const pdfs = new PdfProcess(script, LIMITS);
  const others = childrenOf(process.pid);
  const own = (): number[] => childrenOf(process.pid).filter((pid) => !others.includes(pid));
  const [lost, read] = [pdfs.read(endless), pdfs.read(good)];
  const told = expect(lost).rejects.toThrow(/SIGKILL/);
  await expect.poll(own).toHaveLength(1);
  for (const pid of own()) process.kill(pid, 'SIGKILL');
  await told;
  expect((await read).ok).toBe(true);
});

it.each(['SIGINT', 'SIGKILL'] as const)('%s to the command line leaves no process', onLinux, async (signal) => {
  const program = start([file('endless.pdf', endless)]);
  const { pid = 0 } = program;
  await expect.poll(() => childrenOf(pid), { timeout: 30_000 }).toHaveLength(1);
  const [reader = 0] = childrenOf(pid);
  // In the middle of what gives it no turn.
  await expect.poll(() => statOf(reader)?.ms, { timeout: 60_000 }).toBeGreaterThan(2500);
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill(signal);
  await ended;
  await expect.poll(() => statOf(reader), { timeout: 10_000 }).toBeNull();
});

it('ends at its limit of memory', async () => {
  const refused = await new PdfProcess(script, { ...LIMITS, memory: 16 * MEGABYTE }).read(endless);
  expect(refused).toMatchObject({ ok: false, error: { code: 'too-complex', reason: 'memory', limit: 16 * MEGABYTE } });
});

it('says which limit it was and what to do', () => {
  const failure = { code: 'too-complex', kind: 'pdf' } as const;
  const time = { ...failure, reason: 'seconds', limit: 60 };
  expect(explainFailure(time, 'zh-CN')).toMatch(/用时超过 60 秒.*重新下载/);
  expect(explainFailure(time, 'en')).toMatch(/after 60 seconds.*Download it again/);
  const memory = { ...failure, reason: 'memory', limit: 1024 * MEGABYTE };
  expect(explainFailure(memory, 'zh-CN')).toMatch(/内存超过 1024 MB.*重新下载/);
  expect(explainFailure(memory, 'en')).toMatch(/at 1024 MB of memory.*Download it again/);
});

it('the command line ends when all is read, with its process', async () => {
  const named = [
    'test/fixtures/formats/numbered-2021.pdf',
    file('damaged.pdf', '%PDF-1.4'),
    'samples/planted-2024.html',
  ];
  const result = await run(['--json', ...named, 'test/fixtures/formats/numbered-2021-dotted.pdf']);
  expect(linesOf(result).map(({ status, error }) => [status, error?.code ?? null])).toEqual([
    ['checked', null],
    ['unreadable', 'damaged'],
    ['checked', null],
    ['checked', null],
  ]);
  expect(result.status).toBe(2);
});
