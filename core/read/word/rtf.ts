/** RTF files: many a .doc is one. */
import type { Document } from '../../document/document';
import type { ReadFailure } from '../../document/failure';
import { ok, type Result } from '../../document/result';
import { documentOf, element, type SourceNode } from '../nodes';
import type { EdgedCell } from './edges';
import { type RtfToken, rtfTokens } from './rtf-tokens';
import { type CellEdges, TableStack } from './table-stack';

export function readRtf(bytes: Uint8Array): Result<Document, ReadFailure> {
  const reader = new RtfReader();
  for (const token of rtfTokens(bytes)) reader.take(token);
  const omissions = reader.open > 0 ? [{ code: 'cut-off' as const, count: 1 }] : [];
  return ok(documentOf(element('div', reader.finish()), { format: 'rtf', title: null, omissions }));
}

/** Groups whose text is no text of the document. */
const SKIPPED = new Set(
  'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst object nonshppict listtable listoverridetable rsidtbl generator themedata datastore xmlnstbl mmathpr'.split(
    ' ',
  ),
);
/** Groups that readers may not know, and that hold something to read all the same. */
const READ_THOUGH_MARKED = new Set(['nesttableprops', 'shppict', 'shpinst', 'shptxt', 'fldrslt']);

interface Group {
  readonly skipped: boolean;
  /** Fallback characters after each \u. */
  readonly fallback: number;
  readonly font: number;
  readonly hidden: boolean;
  readonly fonts: boolean;
}

interface CellDefinition {
  sideways: boolean;
  merge: EdgedCell['merge'];
}

const CHARSETS: Readonly<Record<number, string>> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const PAGES: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 65001: 'utf-8', 54936: 'gb18030' };
const decoders = new Map<string, TextDecoder>();

/** Made once: a file changes its font at every few characters. */
function decoderOf(encoding: string): TextDecoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder;
}

class RtfReader {
  private group: Group = { skipped: false, fallback: 1, font: -1, hidden: false, fonts: false };
  private readonly groups: Group[] = [];
  private readonly charsets = new Map<number, number>();
  private page = 1252;
  /** The next word belongs to a group that starts with \*. */
  private marked = false;
  private bytes: number[] = [];
  private text = '';
  private toSkip = 0;
  private left = 0;
  private pending: CellDefinition = { sideways: false, merge: 'none' };
  private row: CellEdges[] = [];
  private depth = 0;
  private readonly tables = new TableStack();

  take(token: RtfToken): void {
    if (token.kind === 'byte') this.byte(token.byte);
    else if (token.kind === 'open') {
      this.flush();
      this.groups.push(this.group);
    } else if (token.kind === 'close') {
      this.flush();
      this.group = this.groups.pop() ?? this.group;
      this.marked = false;
    } else if (token.kind === 'word') this.word(token);
  }

  /** Groups that have not been closed: a whole file closes each. */
  get open(): number {
    return this.groups.length;
  }

  finish(): SourceNode[] {
    this.flush();
    if (this.text !== '') this.paragraph();
    return this.tables.finish();
  }

  private byte(byte: number): void {
    if (this.toSkip > 0) {
      this.toSkip--;
      return;
    }
    if (!this.group.skipped && !this.group.hidden && !this.group.fonts) this.bytes.push(byte);
  }

  /** Bytes gathered so far, in the encoding of their font. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const encoding = CHARSETS[this.charsets.get(this.group.font) ?? -1] ?? PAGES[this.page] ?? 'windows-1252';
    this.text += decoderOf(encoding).decode(Uint8Array.from(this.bytes));
    this.bytes = [];
  }

  private word({ name, value }: Extract<RtfToken, { kind: 'word' }>): void {
    if (name === '*') {
      this.marked = true;
      return;
    }
    const marked = this.marked;
    this.marked = false;
    if (name === 'u' && value !== null) {
      this.character(value);
      return;
    }
    this.flush();
    if (SKIPPED.has(name) || (marked && !READ_THOUGH_MARKED.has(name))) this.group = { ...this.group, skipped: true };
    else if (name === 'fonttbl') this.group = { ...this.group, fonts: true };
    else if (!this.group.skipped) this.state(name, value) || this.structure(name, value);
  }

  private character(value: number): void {
    this.flush();
    if (!this.group.skipped && !this.group.hidden) this.text += String.fromCharCode(value & 0xffff);
    this.toSkip = this.group.fallback;
  }

  /** Words that change how the rest of the group is read. */
  private state(name: string, value: number | null): boolean {
    const on = value !== 0;
    if (name === 'uc') this.group = { ...this.group, fallback: value ?? 1 };
    else if (name === 'f') this.group = { ...this.group, font: value ?? -1 };
    else if (name === 'fcharset') this.charsets.set(this.group.font, value ?? 0);
    else if (name === 'v' || name === 'deleted') this.group = { ...this.group, hidden: on };
    else if (name === 'plain') this.group = { ...this.group, hidden: false };
    else if (name === 'ansicpg') this.page = value ?? this.page;
    else return false;
    return true;
  }

  private structure(name: string, value: number | null): void {
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
        this.paragraph();
        return;
      case 'line':
        this.text += '\n';
        return;
      case 'tab':
      case 'emspace':
      case 'enspace':
      case '~':
        this.text += ' ';
        return;
      case '_':
        this.text += '-';
        return;
      case 'pard':
        this.depth = 0;
        return;
      case 'intbl':
        this.depth = Math.max(1, this.depth);
        return;
      case 'itap':
        this.depth = Math.max(0, value ?? 0);
        return;
      default:
        this.rowWord(name, value);
    }
  }

  private rowWord(name: string, value: number | null): void {
    if (name === 'trowd') {
      this.row = [];
      this.left = 0;
      this.pending = { sideways: false, merge: 'none' };
    } else if (name === 'trleft') this.left = value ?? 0;
    else if (name === 'clmrg') this.pending.sideways = true;
    else if (name === 'clvmgf') this.pending.merge = 'start';
    else if (name === 'clvmrg') this.pending.merge = 'continued';
    else if (name === 'cellx') {
      this.row.push({ left: this.row.at(-1)?.right ?? this.left, right: value ?? 0, ...this.pending });
      this.pending = { sideways: false, merge: 'none' };
    } else if (name === 'cell' || name === 'nestcell') this.endCell(name === 'cell' ? 1 : Math.max(2, this.depth));
    else if (name === 'row' || name === 'nestrow')
      this.tables.endRow(name === 'row' ? 1 : Math.max(2, this.depth), this.row);
  }

  private paragraph(): void {
    this.tables.paragraph(element('p', [this.text]), this.depth);
    this.text = '';
  }

  private endCell(depth: number): void {
    this.depth = depth;
    this.paragraph();
    this.tables.endCell(depth);
  }
}
