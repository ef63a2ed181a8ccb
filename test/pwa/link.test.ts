/** A bundle in a link: comes back whole, and says why where it does not. */
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BUNDLE_COUNTS } from '../../core/exchange/bundle-counts';
import { recheckBundle } from '../../core/exchange/recheck';
import type { Bundle } from '../../core/exchange/schema';
import { sha256 } from '../../core/exchange/sha256';
import { LINK_LIMIT, packLink, payloadIn, unpackLink } from '../../pwa/exchange/link';
import { opinion, saved } from './sample';

const report = saved('planted-2024.html');
const bundle: Bundle = { format: 'gouji', version: 1, reports: [report], opinions: [opinion()] };
const words: Bundle = { ...bundle, reports: [], opinions: [opinion(), opinion({ id: 'b', value: '理由：“<b>”' })] };

function linkOf(body: Uint8Array): string {
  const check = Buffer.from(sha256(body).slice(0, 16), 'hex');
  return `1p${Buffer.concat([check, body]).toString('base64url')}`;
}

describe('a link', () => {
  it('brings reports and words back; outcomes are worked out anew', async () => {
    const payload = await packLink(bundle, '');
    expect(payload).toMatch(/^1p[\w-]+$/);
    expect(payload.length).toBeLessThan(LINK_LIMIT);
    const opened = await unpackLink(payload, '');
    expect(opened.ok && opened.value.unreadable).toBe(0);
    expect(opened.ok && recheckBundle(opened.value.bundle, '0.1.0')).toEqual(bundle);
  });

  it('is found in what people paste', async () => {
    const payload = await packLink(words, '');
    expect(payloadIn(`请看 https://example.org/app/index.html#/receive/${payload} 谢谢`)).toBe(payload);
    expect(payloadIn('https://example.org/#/report/1')).toBeNull();
  });

  it('cut anywhere, or with a letter changed, says that it is not whole', async () => {
    for (const passphrase of ['', '口令']) {
      const payload = await packLink(words, passphrase);
      const half = payload.slice(0, payload.length / 2);
      const flipped = `${payload.slice(0, 40)}${payload[40] === 'A' ? 'B' : 'A'}${payload.slice(41)}`;
      for (const cut of [half, payload.slice(0, -1), payload.slice(0, 2), payload.slice(0, 8), flipped])
        expect(await unpackLink(cut, passphrase), cut).toEqual({ ok: false, error: 'cut' });
    }
  });

  it('opens with its passphrase alone, and is another one each time', async () => {
    const payload = await packLink(words, '口令 é');
    expect(payload).not.toBe(await packLink(words, '口令 é'));
    expect(await unpackLink(payload, '')).toEqual({ ok: false, error: 'needs-passphrase' });
    expect(await unpackLink(payload, '口令')).toEqual({ ok: false, error: 'wrong-passphrase' });
    const opened = await unpackLink(payload, '口令 é'.normalize('NFD'));
    expect(opened.ok && opened.value.bundle.opinions).toEqual(words.opinions);
    expect(Buffer.from(payload.slice(2), 'base64url').toString('latin1')).not.toContain('gouji');
  });

  it('of a later version, or of something else, says so', async () => {
    expect(await unpackLink('2pAAAA', '')).toEqual({ ok: false, error: 'newer' });
    for (const other of ['', 'x', '1q', 'report'])
      expect(await unpackLink(other, '')).toMatchObject({ error: 'not-a-link' });
    const foreign = linkOf(deflateSync(Buffer.from('{"format":"other"}')));
    expect(await unpackLink(foreign, '')).toEqual({ ok: false, error: 'not-a-link' });
  });

  it('that unpacks without end is refused', async () => {
    const bomb = linkOf(deflateSync(new Uint8Array(40 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(60_000);
    expect(await unpackLink(bomb, '')).toEqual({ ok: false, error: 'too-large' });
    expect(await unpackLink(linkOf(new Uint8Array([7, 7, 7])), '')).toEqual({ ok: false, error: 'cut' });
  });

  it.each([
    ['reports', BUNDLE_COUNTS.reports],
    ['opinions', BUNDLE_COUNTS.opinions],
  ])('with more %s than any office has is refused before they are looked at', async (what, most) => {
    const holding = (count: number) => {
      const content = {
        format: 'gouji-link',
        reports: [],
        opinions: [],
        [what]: Array.from({ length: count }, () => 0),
      };
      return linkOf(deflateSync(Buffer.from(JSON.stringify(content))));
    };
    expect(await unpackLink(holding(most + 1), '')).toEqual({ ok: false, error: 'too-many' });
    expect(await unpackLink(holding(most), '')).toMatchObject({ ok: true, value: { unreadable: most } });
  });

  it('leaves out what does not fit, and counts it', async () => {
    const odd = { ...words, opinions: [opinion(), { ...opinion(), counter: -1 }] };
    const opened = await unpackLink(await packLink(odd, ''), '');
    expect(opened.ok && [opened.value.bundle.opinions.length, opened.value.unreadable]).toEqual([1, 1]);
  });
});
