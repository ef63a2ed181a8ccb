/**
 * SHA-256 (FIPS 180-4) in plain code. Browsers offer theirs to secure pages only, and the app of an office's own
 * server is often none: one way for all places, so that all come to the same. Some tens of MB a second; evidence has some MB.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUNDS = new Int32Array(64);
/** The same of their square roots: where the first eight stand before any block. */
const START = new Int32Array(8);

/** In hexadecimal digits, small ones. */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) addBlock(state, words, bytes, at);
  const end = padded(bytes.subarray(whole), bytes.length);
  for (let at = 0; at < end.length; at += 64) addBlock(state, words, end, at);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

export function sha256OfText(text: string): string {
  return sha256(utf8(text));
}

/** The bytes of a text; half of a pair that stands alone becomes U+FFFD, as in `TextEncoder`. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const letter of text) {
    const code = wholeCode(letter);
    if (code < 0x80) bytes[length++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[length++] = ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more));
      for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[length++] = 0x80 | ((code >> shift) & 0x3f);
    }
  }
  return bytes.subarray(0, length);
}

function wholeCode(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

/** A one, zeros, and the length in bits, up to whole blocks. */
function padded(rest: Uint8Array, total: number): Uint8Array {
  const end = new Uint8Array(rest.length < 56 ? 64 : 128);
  end.set(rest);
  end[rest.length] = 0x80;
  const view = new DataView(end.buffer);
  view.setUint32(end.length - 8, Math.floor(total / 0x20000000));
  view.setUint32(end.length - 4, (total << 3) >>> 0);
  return end;
}

/** Signed words: those are machine integers, unsigned ones would become floats on the way. */
function addBlock(state: Int32Array, words: Int32Array, bytes: Uint8Array, from: number): void {
  for (let i = 0, at = from; i < 16; i++, at += 4)
    words[i] =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15] ?? 0;
    const y = words[i - 2] ?? 0;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[i] = ((words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] ?? 0) + (words[i] ?? 0)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The 32 bits after the point of the root, by whole numbers: no machine rounds them its own way. */
function rootBits(prime: number, root: 2 | 3): number {
  const target = BigInt(prime) << BigInt(32 * root);
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(root) <= target) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}

let found = 0;
for (let n = 2; found < 64; n++) {
  let prime = true;
  for (let by = 2; by * by <= n; by++) if (n % by === 0) prime = false;
  if (!prime) continue;
  if (found < 8) START[found] = rootBits(n, 2);
  ROUNDS[found++] = rootBits(n, 3);
}
