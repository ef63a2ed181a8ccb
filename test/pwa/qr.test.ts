/** Our own QR codes read back. What a browser draws and reads of them is in test/e2e/sharing.e2e.long.test.ts. */
import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrModules } from '../../pwa/exchange/qr';
import { QR_LIMIT } from '../../pwa/exchange/qr-limit';
import { seeded } from '../support/random';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function link(length: number): string {
  const random = seeded(length);
  const start = 'https://gouji.example/app/index.html#/receive/1p';
  return start + Array.from({ length: length - start.length }, () => random.pick([...LETTERS])).join('');
}

function picture(rows: readonly (readonly boolean[])[], scale: number) {
  const side = rows.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  rows.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy++)
        data.fill(0, ((y * scale + dy) * side + x * scale) * 4, ((y * scale + dy) * side + (x + 1) * scale) * 4);
    });
  });
  // Opaque everywhere.
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width: side, height: side, data };
}

it.each([60, 400, 1500, QR_LIMIT])('a link of %i characters comes back', (length) => {
  const text = link(length);
  const rows = qrModules(text);
  expect(decodeQR(picture(rows, 4))).toBe(text);
  // The quiet zone that readers need.
  expect(rows.slice(0, 4).flat()).not.toContain(true);
});

it('the limit is the limit', () => {
  expect(() => qrModules(link(QR_LIMIT + 1))).toThrow();
});
