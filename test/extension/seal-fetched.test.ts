import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { verify } from '../../core/exchange/evidence';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { type Received, sealFetched } from '../../extension/capture/seal-fetched';
import { checkAddress } from '../../extension/round/check-address';
import type { CheckJob } from '../../extension/round/check-messages';
import { allEvidence, database, loadEvidence } from '../../pwa/db/index';

const ADDRESS = 'https://www.example.gov.cn/nb/1.html';
const bytes = new Uint8Array(readFileSync('samples/planted-2024.html'));
const received: Received = {
  bytes,
  address: ADDRESS,
  asked: '2025-01-20T01:00:00.000Z',
  at: '2025-01-20T01:00:01.000Z',
  from: 'network',
  status: 200,
  type: 'text/html',
  lastModified: null,
  etag: null,
};
const job: CheckJob = { address: ADDRESS, received, rendered: null, date: '', before: null };

// Browsers call themselves by a name; this Node does not.
vi.stubGlobal('navigator', { userAgent: 'test' });

beforeEach(async () => {
  await database.delete();
  await database.open();
});
afterEach(() => vi.restoreAllMocks());

it('a report of a round is kept with its bytes, and they verify', async () => {
  expect(await checkAddress(job)).toMatchObject({ kind: 'checked', result: { sealed: true } });
  const [kept] = (await allEvidence()).evidence;
  if (kept === undefined) throw new Error('nothing was sealed');
  const evidence = await loadEvidence(kept);
  expect(verify(evidence).whole).toBe(true);
  expect(evidence.parts.get('page.html')).toEqual(bytes);
  expect(evidence.manifest).toMatchObject({ address: ADDRESS, times: { opened: received.asked } });
});

it('the same content is sealed once', async () => {
  await checkAddress(job);
  expect(await checkAddress(job)).toMatchObject({ kind: 'checked', result: { known: true, sealed: true } });
  expect((await allEvidence()).evidence).toHaveLength(1);
});

it('no room for the evidence: that is told, and the next try seals what is missing', async () => {
  const full = vi
    .spyOn(database.evidenceParts, 'bulkPut')
    .mockRejectedValue(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
  expect(await checkAddress(job)).toMatchObject({
    kind: 'failed',
    failure: { code: 'storage', failure: { code: 'full' } },
  });
  expect((await allEvidence()).evidence).toEqual([]);
  full.mockRestore();
  expect(await checkAddress(job)).toMatchObject({ kind: 'checked', result: { known: true, sealed: true } });
  expect((await allEvidence()).evidence).toHaveLength(1);
});

it('what a tab drew stands beside the bytes; a table that was too large for it is listed', async () => {
  const document = { ...readHtml(new TextDecoder().decode(bytes)), address: ADDRESS };
  const outcome = check(document);
  const tables = document.blocks.flatMap(({ kind }, block) =>
    kind === 'table' ? { block, html: `<table>${block}</table>`, text: `${block}` } : [],
  );
  const sealed = await sealFetched({ report: 'r', document, outcome, received, rendered: tables.slice(0, -1) });
  expect(sealed.manifest.parts[0]).toMatchObject({ name: 'page.html', received: { tables: 'same' } });
  expect(sealed.manifest.missing).toEqual([
    { kind: 'table-html', table: 3, reason: 'too-large', detail: '' },
    { kind: 'table-text', table: 3, reason: 'too-large', detail: '' },
    { kind: 'table-image', table: null, reason: 'not-in-front', detail: '' },
  ]);
  expect(verify(sealed).whole).toBe(true);
});
