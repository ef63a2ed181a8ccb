import { expect, it } from 'vitest';
import { BUNDLE_COUNTS } from '../../core/exchange/bundle-counts';
import { looksLikeBundle, readBundle, writeBundle } from '../../pwa/db/index';
import { opinion, saved } from './sample';

const bundle = {
  format: 'gouji' as const,
  version: 1 as const,
  reports: [saved('planted-2024.html')],
  opinions: [opinion()],
};
/** Of a report that comes from elsewhere the outcome is not believed. */
const sent = { ...bundle, reports: bundle.reports.map(({ outcome: _, ...report }) => report) };

it('comes back as it went out', () => {
  const text = writeBundle(bundle);
  expect(looksLikeBundle(text)).toBe(true);
  expect(readBundle(text)).toEqual({ ok: true, value: { bundle: sent, unreadable: 0 } });
  expect(readBundle(`\uFEFF${text}`).ok).toBe(true);
});

it('leaves out entries that do not fit, and says how many', () => {
  const text = JSON.stringify({ ...bundle, reports: [...bundle.reports, { id: 1 }], opinions: [null, opinion()] });
  expect(readBundle(text)).toEqual({ ok: true, value: { bundle: sent, unreadable: 2 } });
});

it.each(['', 'no', '[]', '{"format":"other","version":1,"reports":[],"opinions":[]}', '{"format":"gouji"}'])(
  'refuses %s',
  (text) => {
    expect(readBundle(text)).toEqual({ ok: false, error: { code: 'not-gouji' } });
  },
);

it('says that a newer file is newer', () => {
  expect(readBundle('{"format":"gouji","version":2,"reports":[],"opinions":[]}')).toEqual({
    ok: false,
    error: { code: 'newer' },
  });
});

it.each([
  ['reports', { reports: Array.from({ length: BUNDLE_COUNTS.reports + 1 }, () => 0) }],
  ['opinions', { opinions: Array.from({ length: BUNDLE_COUNTS.opinions + 1 }, () => 0) }],
  ['findings', { reports: [{ outcome: { findings: Array.from({ length: 1_000_000 }, () => 0) } }] }],
])('refuses more %s than any office has', (_what, over) => {
  const text = JSON.stringify({ format: 'gouji', version: 1, reports: [], opinions: [], ...over });
  expect(readBundle(text)).toEqual({ ok: false, error: { code: 'too-many' } });
});

it('does not take a report for a bundle', () => {
  expect(looksLikeBundle('<html>{"format":"gouji"')).toBe(false);
});
