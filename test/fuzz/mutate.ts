/** Small damage to bytes, each kind as files meet it: a bit on a disk, a download cut off, a length that lies. */
import type { Random } from '../support/random';

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const INTERESTING = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const NUMBERS = [
  '0',
  '-1',
  '1',
  '255',
  '65535',
  '65536',
  '2147483648',
  '4294967295',
  '99999999999',
  '1e308',
  'NaN',
  '',
];
/** Copies of a piece may not make a file of hundreds of megabytes out of one. */
const MOST_ADDED = 400_000;

const bitFlips: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let left = random.int(1, 12); left > 0; left--) {
    const at = random.int(0, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  return copy;
};

const byteRuns: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  const at = random.int(0, copy.length - 1);
  copy.fill(random.pick([0, 0xff, 0x20, 0x3c, 0x7b, random.int(0, 255)]), at, at + random.int(1, 64));
  return copy;
};

const cut: Mutation = (bytes, random) => bytes.slice(0, random.int(1, bytes.length));

const removal: Mutation = (bytes, random) => {
  const at = random.int(0, bytes.length - 1);
  return joined(bytes.subarray(0, at), bytes.subarray(at + random.int(1, Math.max(1, bytes.length >> 3))));
};

const duplication: Mutation = (bytes, random) => {
  const at = random.int(0, bytes.length - 1);
  const piece = bytes.subarray(at, at + random.pick([1, 2, 8, 40, 300, 4000]));
  const times = random.pick([1, 1, 2, 10, 200, 5000]);
  return repeated(bytes, at, piece, times);
};

const splice: Mutation = (bytes, random, other) => {
  const from = random.int(0, other.length - 1);
  const piece = other.subarray(from, from + random.int(1, 2000));
  const at = random.int(0, bytes.length - 1);
  return joined(bytes.subarray(0, at), piece, bytes.subarray(random.chance(0.5) ? at : at + piece.length));
};

/** A number of two or four bytes, either end first, made extreme or one off. */
const lengthField: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  if (copy.length < 8) return copy;
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  for (let left = random.int(1, 4); left > 0; left--) {
    const at = random.int(0, copy.length - 4);
    const little = random.chance(0.85);
    const wide = random.chance(0.5);
    const old = wide ? view.getUint32(at, little) : view.getUint16(at, little);
    const value = random.chance(0.3) ? old + random.pick([-1, 1, 16, 256]) : random.pick(INTERESTING);
    if (wide) view.setUint32(at, value >>> 0, little);
    else view.setUint16(at, value & 0xffff, little);
  }
  return copy;
};

/** A number written in digits: a span, a count of columns, an object’s place. */
const digits: Mutation = (bytes, random) => {
  const start = random.int(0, bytes.length - 1);
  const isDigit = (at: number): boolean => (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39;
  let at = start;
  while (at < bytes.length && !isDigit(at)) at++;
  let end = at;
  while (end < bytes.length && isDigit(end)) end++;
  return joined(bytes.subarray(0, at), new TextEncoder().encode(random.pick(NUMBERS)), bytes.subarray(end));
};

/** A tag, a group, a control word: once less, or hundreds of times. */
const marks: Mutation = (bytes, random) => {
  const opening = random.pick([0x3c, 0x3c, 0x7b, 0x5c]);
  const at = bytes.indexOf(opening, random.int(0, bytes.length - 1));
  if (at === -1) return bytes.slice();
  const end = bytes.indexOf(opening, at + 1);
  const piece = bytes.subarray(at, end === -1 ? at + 1 : end);
  if (random.chance(0.4)) return joined(bytes.subarray(0, at), bytes.subarray(at + piece.length));
  return repeated(bytes, at, piece, random.pick([1, 3, 50, 1500, 20_000]));
};

const MUTATIONS = [bitFlips, byteRuns, cut, removal, duplication, splice, lengthField, lengthField, digits, marks];

/** One to four kinds of damage, one after another. */
export function mutated(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let result = bytes;
  for (let left = random.pick([1, 1, 1, 2, 3, 4]); left > 0 && result.length > 0; left--)
    result = random.pick(MUTATIONS)(result, random, other);
  return result;
}

function repeated(bytes: Uint8Array, at: number, piece: Uint8Array, times: number): Uint8Array {
  const bounded = Math.max(1, Math.min(times, Math.floor(MOST_ADDED / Math.max(1, piece.length))));
  const copies = new Uint8Array(piece.length * bounded);
  for (let copy = 0; copy < bounded; copy++) copies.set(piece, copy * piece.length);
  return joined(bytes.subarray(0, at), copies, bytes.subarray(at));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
