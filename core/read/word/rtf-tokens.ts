/** RTF as tokens: groups, control words, characters. Bytes that are no control word are text in the encoding of the font. */

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'byte'; readonly byte: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const CONTROL = /([a-z]{1,32})(-?\d{1,10})? ?/iy;

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  const text = new TextDecoder('latin1').decode(bytes);
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at++;
    } else if (byte === BACKSLASH) {
      const next = text.charAt(at + 1);
      CONTROL.lastIndex = at + 1;
      const control = CONTROL.exec(text);
      if (control !== null) {
        const value = control[2] === undefined ? null : Number(control[2]);
        yield { kind: 'word', name: (control[1] ?? '').toLowerCase(), value };
        at = CONTROL.lastIndex;
        // Binary data follows: as many bytes, whatever they are.
        if (control[1] === 'bin' && value !== null) at += Math.max(0, value);
      } else if (next === "'") {
        yield { kind: 'byte', byte: Number.parseInt(text.slice(at + 2, at + 4), 16) || 0 };
        at += 4;
      } else if (/[\\{}]/.test(next)) {
        yield { kind: 'byte', byte: next.charCodeAt(0) };
        at += 2;
      } else {
        // \~ \- \_ \* and a line break, which ends a paragraph.
        yield { kind: 'word', name: next === '\n' || next === '\r' ? 'par' : next, value: null };
        at += 2;
      }
    } else {
      if (byte !== 10 && byte !== 13) yield { kind: 'byte', byte };
      at++;
    }
  }
}
