import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyFile } from '../../core/cli/verify';
import { evidenceEntries } from '../../core/exchange/evidence-file';
import { readBundle } from '../../pwa/db/bundle-text';
import { evidenceBundle, openEvidenceBundle } from '../../pwa/exchange/evidence-bundle';
import { opinion, saved } from '../pwa/sample';
import { sampleEvidence } from '../support/evidence';

const planted = saved('planted-2024.html');
const bundle = { format: 'gouji' as const, version: 1 as const, reports: [planted], opinions: [opinion()] };
const { outcome: _, ...withoutOutcome } = planted;
const sent = { ...bundle, reports: [withoutOutcome] };
const evidence = sampleEvidence(planted.id);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(bytes: Uint8Array | string): string {
  const path = join(folder, 'e.gouji');
  writeFileSync(path, bytes);
  return path;
}

async function written(all = [evidence]): Promise<Uint8Array> {
  return new Uint8Array(await evidenceBundle(bundle, all).arrayBuffer());
}

/** The same archive with some entries changed. */
function withEntries(change: (entries: Map<string, Uint8Array>) => void): Uint8Array {
  const entries = new Map([
    ['gouji.json', new TextEncoder().encode(JSON.stringify(bundle))],
    ...evidenceEntries([evidence]),
  ]);
  change(entries);
  return zipSync(Object.fromEntries(entries));
}

const path = (name: string): string => `evidence/${evidence.id}/${name}`;

it('comes back as it went out, and the same content is the same file', async () => {
  const bytes = await written();
  const opened = openEvidenceBundle(bytes);
  expect(opened).toMatchObject({ ok: true, value: { evidence: [evidence], damaged: 0 } });
  expect(opened.ok && readBundle(opened.value.text)).toEqual({ ok: true, value: { bundle: sent, unreadable: 0 } });
  expect(await written()).toEqual(bytes);
});

it('takes no evidence that was changed, and says how many', () => {
  const bytes = withEntries((entries) => entries.set(path('table-1.txt'), new Uint8Array([1])));
  expect(openEvidenceBundle(bytes)).toMatchObject({ ok: true, value: { evidence: [], damaged: 1 } });
});

it('does not open an archive of something else', () => {
  expect(openEvidenceBundle(zipSync({ 'a.txt': new Uint8Array([1]) }))).toEqual({ ok: false, error: 'no gouji.json' });
});

it('verifies a file on the command line', async () => {
  const { text, exit } = await verifyFile(file(await written()));
  expect(exit).toBe(0);
  expect(text).toContain(`证据 ${evidence.id}`);
  expect(text).toContain('清单：与编号一致');
  expect(text).toContain('table-1.txt：一致（9 字节）');
  expect(text).toContain('封存时未取得 1 项');
  expect(text).toContain('校验通过');
});

it.each([
  ['table-1.txt：已改动', (entries: Map<string, Uint8Array>) => entries.set(path('table-1.txt'), new Uint8Array(10))],
  ['page.html：缺失', (entries: Map<string, Uint8Array>) => entries.delete(path('page.html'))],
  ['more.bin：清单里没有', (entries: Map<string, Uint8Array>) => entries.set(path('more.bin'), new Uint8Array(1))],
  [
    '清单：与编号不一致',
    (entries: Map<string, Uint8Array>) =>
      entries.set(path('manifest.json'), new TextEncoder().encode(evidence.text.replace('示例县', '示范县'))),
  ],
])('says on the command line what is wrong: %s', async (said, change) => {
  const { text, exit } = await verifyFile(file(withEntries(change)));
  expect(exit).toBe(1);
  expect(text).toContain(said);
  expect(text).toContain('校验不通过');
});

it.each([
  ['文件里没有证据', JSON.stringify(bundle)],
  ['文件已损坏', 'PK\u0003\u0004 no archive'],
  ['文件里没有证据', ''],
])('says on the command line that there is nothing to verify: %s', async (said, content) => {
  expect(await verifyFile(file(content))).toMatchObject({ exit: 2, text: expect.stringContaining(said) });
});

it('says on the command line which evidence cannot be read', async () => {
  const { text, exit } = await verifyFile(file(withEntries((entries) => entries.delete(path('manifest.json')))));
  expect([exit, text.includes('不能校验：没有清单')]).toEqual([2, true]);
});
