/** Text in the encodings of Chinese pages, which Node decodes but does not write. */

const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>();

/** Every pair of bytes, decoded once: the way back. */
function tableOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly [number, number]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const text = decoder.decode(Uint8Array.of(high, low));
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [high, low]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** A character that the encoding lacks is written as HTML does: `&#8212;`. */
export function encode(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      return table.get(character) ?? [...`&#${code};`].map((each) => each.charCodeAt(0));
    }),
  );
}

/** UTF-16, without its mark unless asked for. */
export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, code] of [
    ...(mark ? [0xfeff] : []),
    ...Array.from(text, (_, index) => text.charCodeAt(index)),
  ].entries())
    view.setUint16(at * 2, code, order === 'le');
  return bytes;
}
