import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256, sha256OfText, utf8 } from '../../core/exchange/sha256';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it('is what the standard prints', () => {
  expect(sha256OfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256OfText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

it('agrees with node at every length around its blocks', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + length * 7) & 255);
    expect(sha256(bytes)).toBe(expected(bytes));
  }
});

it('agrees with node on a megabyte, and on a part of a larger buffer', () => {
  const bytes = Uint8Array.from({ length: 1_000_003 }, (_, index) => (index * index) & 255);
  expect(sha256(bytes)).toBe(expected(bytes));
  expect(sha256(bytes.subarray(77, 5_000))).toBe(expected(bytes.subarray(77, 5_000)));
});

it('writes text as every other program does', () => {
  for (const text of ['', 'a', '表三“予以公开”', '𠮷野家', 'é\u0000ÿ\uffff', '\ud800单', `尾${'\udc00'}`])
    expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
});
