/**
 * How much of one text stands in another, from a sketch small enough to be kept: of the hashes of all runs of eight
 * characters the smallest few (Broder 1997). Short texts are compared exactly, long ones within two or three per cent.
 */

export interface Sketch {
  /** Different runs in the text. */
  readonly runs: number;
  /** The smallest hashes in rising order, four characters each. */
  readonly hashes: string;
}

/** A share as a fraction of whole numbers, so that no float decides. */
export interface Share {
  readonly same: number;
  readonly of: number;
}

const RUN = 8;
const WIDTH = 4;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

export function sketchOf(text: string, size: number): Sketch {
  const count = Math.max(0, text.length - RUN + 1);
  const sorted = new Uint32Array(count);
  for (let at = 0; at < count; at++) sorted[at] = hashAt(text, at);
  sorted.sort();
  let runs = 0;
  const codes: number[] = [];
  for (let at = 0; at < count; at++) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    if (runs < size) encode(sorted[at] ?? 0, codes);
    runs++;
  }
  return { runs, hashes: String.fromCharCode(...codes) };
}

/** 24 bits of the run that begins at `at`. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + RUN; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0xffffff;
}

/** Adds the digits of a hash, as codes: strings put together one by one would cost more than the hashes. */
function encode(hash: number, codes: number[]): void {
  for (let shift = 18; shift >= 0; shift -= 6) codes.push(DIGITS.charCodeAt((hash >>> shift) & 63));
}

export function hashesOf({ hashes }: Sketch): number[] {
  const values: number[] = [];
  for (let at = 0; at + WIDTH <= hashes.length; at += WIDTH) {
    let value = 0;
    for (let index = at; index < at + WIDTH; index++) value = value * 64 + (VALUE.get(hashes.charCodeAt(index)) ?? 0);
    values.push(value);
  }
  return values;
}

/**
 * Of the runs of the longer text, those that the other has too. Both sketches count as far as both of them reach.
 * A text that repeats half of another is half the same, a longer one that holds all of it no more than their lengths allow.
 */
export function shareOf(a: Sketch, b: Sketch): Share {
  return shareOfHashes(a, hashesOf(a), b, hashesOf(b));
}

/** The same with the hashes at hand, for those who compare many. */
export function shareOfHashes(a: Sketch, ofA: readonly number[], b: Sketch, ofB: readonly number[]): Share {
  const size = Math.min(reach(a, ofA), reach(b, ofB));
  let [atA, atB, both, union] = [0, 0, 0, 0];
  while (union < size && (atA < ofA.length || atB < ofB.length)) {
    const [left, right] = [ofA[atA] ?? Number.MAX_SAFE_INTEGER, ofB[atB] ?? Number.MAX_SAFE_INTEGER];
    if (left === right) both++;
    if (left <= right) atA++;
    if (right <= left) atB++;
    union++;
  }
  // Jaccard both / union → common runs both × (a + b) / (union + both), over the runs of the longer text.
  return { same: both * (a.runs + b.runs), of: Math.max(1, (union + both) * Math.max(a.runs, b.runs)) };
}

/** How many of the smallest hashes of a union are certainly known: all, where the sketch holds the whole text. */
function reach({ runs }: Sketch, hashes: readonly number[]): number {
  return hashes.length >= runs ? Number.MAX_SAFE_INTEGER : hashes.length;
}

export function atLeast({ same, of }: Share, percent: number): boolean {
  return same * 100 >= of * percent;
}

/** Whole per cent, rounded down: what is said is not more than what was found. */
export function percentOf({ same, of }: Share): number {
  return Math.min(100, Math.floor((same * 100) / of));
}
