/** PDF files that are damaged at random: an answer for each, whatever it is, and never an exception. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { isOfPdfjs } from '../../core/read/pdf/load';
import { handmadePdf, ruled, text } from '../support/pdf/handmade';
import { type Random, seeded } from '../support/random';

const FILES = ['hongze-district-2023.pdf', 'huaian-city-2024.pdf', 'numbered-2021.pdf'];
const SMALL = handmadePdf([
  {
    content: ruled(
      [
        ['甲', '1', '2'],
        ['乙', '3', '4'],
      ],
      { top: 700, xs: [50, 200, 300, 400] },
    ),
  },
  { content: text('示例县', 50, 800), rotate: 90 },
]);
/** Mutations of each file. */
const TIMES = 30;

/** Bytes changed, cut out, doubled, or the end gone; numbers of the file's own structure among them. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const result = Uint8Array.from(bytes);
  const at = random.int(0, bytes.length - 1);
  const length = random.int(1, Math.max(1, Math.floor(bytes.length / 10)));
  const way = random.int(0, 4);
  if (way === 0) return result.subarray(0, at);
  if (way === 1) return Uint8Array.from([...result.subarray(0, at), ...result.subarray(at + length)]);
  if (way === 2) return result.copyWithin(at, random.int(0, bytes.length - 1), bytes.length);
  const digits =
    way === 3 ? [] : [...result.keys()].filter((index) => /\d/.test(String.fromCharCode(result[index] ?? 0)));
  for (let count = random.int(1, 40); count > 0; count--) {
    if (way === 3) result[random.int(0, bytes.length - 1)] = random.int(0, 255);
    else if (digits.length > 0) result[random.pick(digits)] = 48 + random.int(0, 9);
  }
  return result;
}

// Rejections that pdf.js leaves behind; the reader keeps Node alive through them, the test runner would count them.
const listeners = process.listeners('unhandledRejection');

beforeAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners)
    process.on('unhandledRejection', (reason, promise) => {
      if (!isOfPdfjs(reason)) listener(reason, promise);
    });
});

afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
});

describe.each([...FILES, 'handmade'])('%s', (name) => {
  const bytes =
    name === 'handmade' ? SMALL : new Uint8Array(readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url)));
  it('gives an answer for each of its mutations', { timeout: 600_000 }, async () => {
    const random = seeded(name);
    let slowest = 0;
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      const result = await readFile(mutated(bytes, random.fork(String(time))), readHtml);
      if (result.ok) check(result.value);
      slowest = Math.max(slowest, performance.now() - start);
      expect(result.ok || result.error.code !== undefined).toBe(true);
    }
    // A hang is for the caller to end, in a worker of its own; here one would show.
    expect(slowest).toBeLessThan(60_000);
  });
});

it('leaves out a page of more operators than any report has', { timeout: 120_000 }, async () => {
  const drawing = '0 0 m 9 9 l S\n'.repeat(210_000);
  const result = await readFile(handmadePdf([{ content: text('示例县', 50, 800) }, { content: drawing }]), readHtml);
  expect(result.ok && result.value.omissions).toEqual([{ code: 'page-too-complex', count: 1 }]);
});
