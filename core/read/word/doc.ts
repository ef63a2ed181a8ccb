/** Word 97 to 2003 files, and what WPS saves as .doc or .wps: text in pieces, tables by the marks between them. */
import type { Document } from '../../document/document';
import type { ReadFailure } from '../../document/failure';
import { failed, ok, type Result } from '../../document/result';
import { documentOf, element, type SourceNode } from '../nodes';
import { openOle, streamOf } from '../ole';
import {
  FIB_LENGTH,
  type Fib,
  fibOf,
  MIN_VERSION,
  type Piece,
  piecesOf,
  propertiesIn,
  type Stretch,
  stretchesOf,
} from './doc-format';
import type { EdgedCell } from './edges';
import { type CellEdges, TableStack } from './table-stack';

/** A report has some ten thousand. */
export const MAX_CHARACTERS = 4_000_000;

export function readDoc(bytes: Uint8Array): Result<Document, ReadFailure> {
  try {
    return readStreams(bytes);
  } catch (error) {
    // An offset beyond the end of its stream.
    return failed({ code: 'damaged', kind: 'doc', reason: error instanceof Error ? error.message : String(error) });
  }
}

function readStreams(bytes: Uint8Array): Result<Document, ReadFailure> {
  const opened = openOle(bytes, 'doc');
  if (!opened.ok) return opened;
  const container = opened.value;
  const file = streamOf(container, 'WordDocument');
  if (file === null || file.byteLength < FIB_LENGTH)
    return failed({ code: 'damaged', kind: 'doc', reason: 'no WordDocument' });
  const fib = fibOf(file);
  if (fib.encrypted) return failed({ code: 'encrypted', kind: 'doc' });
  if (fib.version < MIN_VERSION) return failed({ code: 'unsupported', kind: 'word95' });
  if (fib.textLength > MAX_CHARACTERS)
    return failed({ code: 'too-large', kind: 'doc', size: fib.textLength, limit: MAX_CHARACTERS });
  const table = streamOf(container, fib.tableName);
  if (table === null) return failed({ code: 'damaged', kind: 'doc', reason: `no ${fib.tableName}` });
  const blocks = new DocReader(file, table, streamOf(container, 'Data'), fib).blocks();
  const macros = container.FullPaths.filter((path) => /\/(?:Macros|_VBA_PROJECT)\/?$/.test(path)).length;
  const omissions = macros > 0 ? [{ code: 'macros' as const, count: macros }] : [];
  return ok(documentOf(element('div', blocks), { format: 'doc', title: null, omissions }));
}

const CELL_MARK = 7;
const PARAGRAPH_ENDS = new Set([13, CELL_MARK, 12]);

/** What a paragraph is within tables. */
interface ParagraphKind {
  /** How many tables it stands in. */
  readonly depth: number;
  readonly rowEnd: boolean;
  readonly cellEnd: boolean;
  readonly cells: readonly CellEdges[];
}

const PLAIN: ParagraphKind = { depth: 0, rowEnd: false, cellEnd: false, cells: [] };

class DocReader {
  private readonly pieces: readonly Piece[];
  private readonly paragraphs: readonly Stretch[];
  private readonly gone: readonly Stretch[];
  private readonly kinds = new Map<Stretch, ParagraphKind>();
  private readonly tables = new TableStack();

  constructor(
    private readonly file: DataView,
    table: DataView,
    /** Where properties stand that are too long for a page. */
    private readonly data: DataView | null,
    private readonly fib: Fib,
  ) {
    this.pieces = piecesOf(table, fib.pieces);
    this.paragraphs = stretchesOf(file, table, fib.paragraphPages, 'paragraphs');
    this.gone = stretchesOf(file, table, fib.characterPages, 'characters').filter(isGone);
  }

  blocks(): SourceNode[] {
    let text = '';
    let field = 0;
    for (const { code, at } of this.characters()) {
      if (PARAGRAPH_ENDS.has(code)) {
        this.paragraph(text, code, at);
        text = '';
      } else if (code === 0x13) field++;
      // What comes before the separator is the code of the field, what comes after it is what it shows.
      else if (code === 0x14 || code === 0x15) field = code === 0x15 && field === 0 ? 0 : Math.max(0, field - 1);
      else if (field === 0 && !this.isGoneAt(at)) text += shown(code);
    }
    if (text !== '') this.paragraph(text, 13, -1);
    return this.tables.finish();
  }

  private *characters(): Generator<{ code: number; at: number }> {
    // Pieces follow one another; those that go back would be read without end.
    let next = 0;
    for (const piece of this.pieces) {
      const end = Math.min(piece.to, this.fib.textLength);
      if (piece.from < next) throw new Error('pieces overlap');
      next = Math.max(next, piece.to);
      for (let index = piece.from; index < end; index++) {
        const at = piece.at + (index - piece.from) * (piece.narrow ? 1 : 2);
        yield { code: piece.narrow ? narrow(this.file.getUint8(at)) : this.file.getUint16(at, true), at };
      }
    }
  }

  private isGoneAt(at: number): boolean {
    const stretch = stretchAt(this.gone, at);
    return stretch !== null;
  }

  /** Paragraphs of one stretch share what they are; a million of them must not read it a million times. */
  private kindAt(at: number): ParagraphKind {
    const stretch = stretchAt(this.paragraphs, at);
    if (stretch === null) return PLAIN;
    const known = this.kinds.get(stretch) ?? kindOf(stretch.properties, this.data);
    this.kinds.set(stretch, known);
    return known;
  }

  private paragraph(text: string, code: number, at: number): void {
    const kind = this.kindAt(at);
    if (kind.rowEnd) {
      this.tables.endRow(kind.depth, kind.cells);
      return;
    }
    this.tables.paragraph(element('p', [text]), kind.depth);
    if (kind.depth > 0 && (code === CELL_MARK || kind.cellEnd)) this.tables.endCell(kind.depth);
  }
}

/** The stretch that holds a byte of the file, by halving: they are in order. */
function stretchAt(stretches: readonly Stretch[], at: number): Stretch | null {
  let [low, high] = [0, stretches.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch === undefined) return null;
    if (at < stretch.from) high = middle - 1;
    else if (at >= stretch.to) low = middle + 1;
    else return stretch;
  }
  return null;
}

/** Withdrawn in a tracked change, or hidden. */
function isGone({ properties }: Stretch): boolean {
  for (const { sprm, operand } of propertiesIn(properties)) {
    if ((sprm === 0x0800 || sprm === 0x083c) && operand.byteLength > 0 && operand.getUint8(0) === 1) return true;
  }
  return false;
}

function kindOf(properties: Uint8Array, data: DataView | null): ParagraphKind {
  const kind = { depth: 0, rowEnd: false, cellEnd: false, cells: [] as CellEdges[] };
  for (const { sprm, operand } of withHuge(properties, data)) {
    const flag = operand.byteLength > 0 && operand.getUint8(0) !== 0;
    if (sprm === 0x2416 && flag) kind.depth = Math.max(1, kind.depth);
    else if (sprm === 0x6649 && operand.byteLength >= 4) kind.depth = Math.min(20, operand.getUint32(0, true));
    else if (sprm === 0x2417 || sprm === 0x244c) kind.rowEnd = kind.rowEnd || flag;
    else if (sprm === 0x244b) kind.cellEnd = flag;
    else if (sprm === 0xd608) kind.cells = definedCells(operand);
    else if (sprm === 0xd62b && operand.byteLength >= 2)
      mergeCell(kind.cells, operand.getUint8(0), operand.getUint8(1));
  }
  return kind;
}

const HUGE = new Set([0x6645, 0x6646]);

type Property = ReturnType<typeof propertiesIn> extends Generator<infer P> ? P : never;

/** Properties of a wide row stand elsewhere, and only where is said here. */
function* withHuge(properties: Uint8Array, data: DataView | null): Generator<Property> {
  for (const property of propertiesIn(properties)) {
    if (!HUGE.has(property.sprm) || data === null || property.operand.byteLength < 4) {
      yield property;
      continue;
    }
    const at = property.operand.getUint32(0, true);
    if (at + 2 > data.byteLength) continue;
    const length = Math.min(data.getUint16(at, true), data.byteLength - at - 2);
    yield* propertiesIn(new Uint8Array(data.buffer, data.byteOffset + at + 2, length));
  }
}

/** A description of one cell: flags, width, borders. */
const CELL_LENGTH = 20;

/** sprmTDefTable: how many cells, where they end, and how they merge. */
function definedCells(operand: DataView): CellEdges[] {
  if (operand.byteLength < 1) return [];
  const count = operand.getUint8(0);
  const edge = (index: number): number => operand.getInt16(1 + index * 2, true);
  if (operand.byteLength < 1 + (count + 1) * 2) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = 1 + (count + 1) * 2 + index * CELL_LENGTH;
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    return {
      left: edge(index),
      right: edge(index + 1),
      sideways: (flags & 2) !== 0 && (flags & 1) === 0,
      merge: verticalMerge((flags >> 5) & 3),
    };
  });
}

function mergeCell(cells: CellEdges[], index: number, flags: number): void {
  const cell = cells[index];
  if (cell !== undefined) cells[index] = { ...cell, merge: verticalMerge(flags & 3) };
}

function verticalMerge(flags: number): EdgedCell['merge'] {
  return flags === 3 || flags === 2 ? 'start' : flags === 1 ? 'continued' : 'none';
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

function narrow(code: number): number {
  return code < 0x80 || code > 0x9f ? code : WINDOWS_1252.decode(Uint8Array.of(code)).charCodeAt(0);
}

function shown(code: number): string {
  if (code === 0x0b) return '\n';
  if (code === 9) return ' ';
  if (code === 0x1e) return '-';
  return code < 32 ? '' : String.fromCharCode(code);
}
