import { expect, it } from 'vitest';
import { looksLikeBundle, readBundle, writeBundle } from '../../pwa/db/index';
import { opinion, saved } from './sample';

const bundle = {
  format: 'gouji' as const,
  version: 1 as const,
  reports: [saved('planted-2024.html')],
  opinions: [opinion()],
};

it('comes back as it went out', () => {
  const text = writeBundle(bundle);
  expect(looksLikeBundle(text)).toBe(true);
  expect(readBundle(text)).toEqual({ ok: true, value: { bundle, unreadable: 0 } });
  expect(readBundle(`\uFEFF${text}`).ok).toBe(true);
});

it('leaves out entries that do not fit, and says how many', () => {
  const text = JSON.stringify({ ...bundle, reports: [...bundle.reports, { id: 1 }], opinions: [null, opinion()] });
  expect(readBundle(text)).toEqual({ ok: true, value: { bundle, unreadable: 2 } });
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

it('does not take a report for a bundle', () => {
  expect(looksLikeBundle('<html>{"format":"gouji"')).toBe(false);
});
