/** Bytes into text, whatever the page or the file says of its encoding. */

const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_-]+)|<\?xml[^>]+encoding\s*=\s*["']([a-z0-9_-]+)/i;
/** How far into a file a declaration may stand. */
const DECLARATION_WINDOW = 4096;

/**
 * Byte order mark, the zeros of UTF-16, then UTF-8 where the bytes are valid, then what is declared, then GB18030. UTF-8 is tried before
 * any declaration is believed: pages saved anew often keep the old one. `stated`: what the envelope says of it.
 */
export function decode(bytes: Uint8Array, stated: string | null = null): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const utf8 = asUtf8(bytes) ?? mostlyUtf8(bytes);
  if (utf8 !== null) return utf8;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WINDOW));
  const match = META_CHARSET.exec(head);
  const declared = (stated ?? match?.[1] ?? match?.[2] ?? '').toLowerCase();
  return decoderFor(declared).decode(bytes);
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * UTF-16 without a mark: of a page or a text some characters are plain ones, whose other byte is 0, on the same side.
 * A few Chinese ones have a zero on the other side, 一 among them. No other encoding of text has zeros.
 */
function byZeros(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length, DECLARATION_WINDOW) >> 1;
  let [first, second] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) first++;
    if (bytes[at + 1] === 0) second++;
  }
  const [more, fewer] = first > second ? [first, second] : [second, first];
  if (more === 0 || fewer * LEAST_RATIO > more || more * LEAST_PLAIN < pairs) return null;
  return first > second ? 'utf-16be' : 'utf-16le';
}

/** One plain character among so many: digits, spaces, line breaks. */
const LEAST_PLAIN = 50;
const LEAST_RATIO = 4;

/** A character cut off at the very end does not make a text invalid. */
function asUtf8(bytes: Uint8Array): string | null {
  const whole = strictUtf8(bytes);
  if (whole !== null) return whole;
  const cut = lengthOfCutCharacter(bytes);
  const text = cut === 0 ? null : strictUtf8(bytes.subarray(0, bytes.length - cut));
  // Plain ASCII before it proves nothing: the rest may be the first character of another encoding.
  return text !== null && /[^\0-\x7f]/.test(text) ? text : null;
}

/** Page tools cut descriptions in the middle of a character: a few bad bytes among thousands of good characters. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0800-\uffff]/g)?.length ?? 0;
  return bad * 100 < good ? text : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the caller has other encodings to try.
    return null;
  }
}

/** Bytes at the end that begin a UTF-8 character without completing it; 0 where there are none. */
function lengthOfCutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (length > back) return back;
    if (byte < 0x80 || byte >= 0xc0) return 0;
  }
  return 0;
}

/** The declared encoding, unless it is UTF-8 (refuted already) or unknown. */
function decoderFor(declared: string): TextDecoder {
  if (declared !== '' && !/^utf-?8$/.test(declared)) {
    try {
      return new TextDecoder(declared);
    } catch {
      // An unknown label says nothing: fall through to the common case.
    }
  }
  return new TextDecoder('gb18030');
}
