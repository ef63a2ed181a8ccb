/** The parts of a Word 97 file that hold its text and what its paragraphs are ([MS-DOC]). */

/** Properties of a stretch of the file, as bytes: sprm, operand, sprm, operand … */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly properties: Uint8Array;
}

const PAGE = 512;
/** A paragraph's entry in its page: one byte of offset, twelve of layout. */
const PARAGRAPH_ENTRY = 13;

/** A file information block is never shorter, from Word 97 on. */
export const FIB_LENGTH = 0x1aa;
/** Word 97 and later. */
export const MIN_VERSION = 0xc1;

export interface Fib {
  readonly version: number;
  readonly encrypted: boolean;
  readonly tableName: '0Table' | '1Table';
  readonly textLength: number;
  readonly pieces: { readonly at: number; readonly length: number };
  readonly characterPages: { readonly at: number; readonly length: number };
  readonly paragraphPages: { readonly at: number; readonly length: number };
}

export function fibOf(view: DataView): Fib {
  const flags = view.getUint16(0x0a, true);
  const pair = (at: number): { at: number; length: number } => ({
    at: view.getUint32(at, true),
    length: view.getUint32(at + 4, true),
  });
  return {
    version: view.getUint16(2, true),
    encrypted: (flags & 0x0100) !== 0,
    tableName: (flags & 0x0200) !== 0 ? '1Table' : '0Table',
    textLength: view.getUint32(0x4c, true),
    characterPages: pair(0xfa),
    paragraphPages: pair(0x102),
    pieces: pair(0x1a2),
  };
}

/** A piece of the text: where its characters stand in the file. */
export interface Piece {
  /** First character and the one after the last, counted in the text. */
  readonly from: number;
  readonly to: number;
  /** Byte in the file. */
  readonly at: number;
  /** One byte a character, of Windows 1252; else two. */
  readonly narrow: boolean;
}

export function piecesOf(table: DataView, { at, length }: Fib['pieces']): Piece[] {
  const end = at + length;
  let position = at;
  // Changes of properties come first, each with its length.
  while (position < end && table.getUint8(position) === 1) position += 3 + table.getUint16(position + 1, true);
  if (position >= end || table.getUint8(position) !== 2) return [];
  const count = Math.floor((table.getUint32(position + 1, true) - 4) / 12);
  const first = position + 5;
  return Array.from({ length: count }, (_, index): Piece => {
    const entry = table.getUint32(first + (count + 1) * 4 + index * 8 + 2, true);
    const narrow = (entry & 0x40000000) !== 0;
    return {
      from: table.getUint32(first + index * 4, true),
      to: table.getUint32(first + (index + 1) * 4, true),
      at: narrow ? (entry & 0x3fffffff) / 2 : entry,
      narrow,
    };
  });
}

/** Stretches of the file with their properties, in order: of paragraphs (13 bytes an entry) or characters (1 byte). */
export function stretchesOf(
  file: DataView,
  table: DataView,
  { at, length }: Fib['paragraphPages'],
  kind: 'paragraphs' | 'characters',
): Stretch[] {
  const count = Math.floor((length - 4) / 8);
  // Each is a page of the file of its own; a list that names one a million times is no list.
  if (count > file.byteLength / PAGE) throw new RangeError('more pages of properties than the file has');
  const pages = Array.from({ length: Math.max(0, count) }, (_, index) =>
    table.getUint32(at + (count + 1) * 4 + index * 4, true),
  );
  return pages.flatMap((page) => pageOf(file, (page & 0x3fffff) * PAGE, kind));
}

function pageOf(file: DataView, page: number, kind: 'paragraphs' | 'characters'): Stretch[] {
  const count = file.getUint8(page + PAGE - 1);
  const entry = kind === 'paragraphs' ? PARAGRAPH_ENTRY : 1;
  return Array.from({ length: count }, (_, index): Stretch => {
    const offset = file.getUint8(page + (count + 1) * 4 + index * entry) * 2;
    return {
      from: file.getUint32(page + index * 4, true),
      to: file.getUint32(page + (index + 1) * 4, true),
      properties: offset === 0 ? NONE : propertiesAt(file, page, offset, kind),
    };
  });
}

const NONE = new Uint8Array();

function propertiesAt(file: DataView, page: number, offset: number, kind: 'paragraphs' | 'characters'): Uint8Array {
  const start = page + offset;
  const length = file.getUint8(start);
  const bytes = (from: number, size: number): Uint8Array =>
    new Uint8Array(file.buffer, file.byteOffset + from, Math.max(0, Math.min(size, page + PAGE - from)));
  if (kind === 'characters') return bytes(start + 1, length);
  // The style comes first, two bytes; the length counts pairs, and stands in the next byte where it is even.
  return length === 0 ? bytes(start + 4, file.getUint8(start + 1) * 2 - 2) : bytes(start + 3, length * 2 - 3);
}

/** Operand lengths by the three top bits of a sprm; 0: it says so itself. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;

/** Each property with its operand, lengths left out. */
export function* propertiesIn(bytes: Uint8Array): Generator<{ sprm: number; operand: DataView }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 2 < bytes.length; ) {
    const sprm = view.getUint16(at, true);
    at += 2;
    let length = OPERANDS[sprm >> 13] ?? 1;
    if (length === 0) {
      if (sprm === TABLE_DEFINITION && at + 2 <= bytes.length) {
        length = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        length = view.getUint8(at);
        // A list of tabs too long for one byte: nothing after it can be told apart.
        if (sprm === TABS && length === 255) return;
        at += 1;
      }
    }
    const size = Math.max(0, Math.min(length, bytes.length - at));
    yield { sprm, operand: new DataView(bytes.buffer, bytes.byteOffset + at, size) };
    at += length;
  }
}
