/**
 * Plain text into a document: what Word exports, what the clipboard gives, what page tools leave.
 *
 * A line with bars or tabs is a row of cells; any other line is a paragraph. Nothing is guessed here about which
 * lines belong to a table: the forms know their labels, this reader does not.
 */
import type { Block, Document, SourceCell, SourceRow } from '../document/document';
import { collapseSpace } from '../document/text';

const BOOKMARK = /^\[bookmark: [^\]]*\]/;
const MARKDOWN_HEADING = /^(#{1,6})\s+/;
const MARKDOWN_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;
const LONE_BAR = /^[|｜]$/;

export function readText(text: string): Document {
  const reader = new TextReader();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r|\u2028/);
  for (const [index, line] of lines.entries()) reader.line(line.replace(BOOKMARK, ''), index + 1);
  reader.endTable();
  return { format: 'text', title: null, address: null, blocks: reader.blocks, omissions: [] };
}

class TextReader {
  readonly blocks: Block[] = [];
  private rows: SourceRow[] = [];
  /** Cells of a Word row: one a line, each begun by a tab; an empty line ends the row. */
  private wordRow: SourceCell[] | null = null;
  private lastWasBar = false;

  line(line: string, number: number): void {
    const text = line.trim();
    if (this.wordLine(line, text, number)) return;
    if (text === '') return;
    if (MARKDOWN_RULE.test(text) && text.includes('|')) return;
    if (/[|｜]/.test(text)) this.barLine(text, number);
    else if (text.includes('\t')) this.addRow(line.replace(/\s+$/, '').split('\t'), number);
    else this.paragraph(text, number);
  }

  endTable(): void {
    this.endWordRow();
    if (this.rows.length > 0) this.blocks.push({ kind: 'table', layout: 'rows', rows: this.rows });
    this.rows = [];
    this.lastWasBar = false;
  }

  private wordLine(line: string, text: string, number: number): boolean {
    if (/^\t[^\t]*$/.test(line)) {
      this.wordRow ??= [];
      this.wordRow.push(cell(text, number));
      return true;
    }
    if (this.wordRow === null) return false;
    const last = this.wordRow.pop();
    if (text === '' || last === undefined || /[\t|｜]/.test(line)) {
      if (last !== undefined) this.wordRow.push(last);
      this.endWordRow();
      return text === '';
    }
    // A cell of two paragraphs: its second line has no tab.
    this.wordRow.push({
      ...last,
      text: last.text === '' ? collapseSpace(text) : `${last.text}\n${collapseSpace(text)}`,
    });
    return true;
  }

  private endWordRow(): void {
    if (this.wordRow !== null && this.wordRow.length > 0) this.rows.push({ cells: this.wordRow, group: 0 });
    this.wordRow = null;
  }

  private paragraph(text: string, number: number): void {
    this.endTable();
    const heading = MARKDOWN_HEADING.exec(text);
    const level = heading?.[1]?.length ?? 0;
    const content = collapseSpace(text.replace(MARKDOWN_HEADING, ''));
    if (content !== '') this.blocks.push({ kind: 'paragraph', text: content, level, line: number });
  }

  /**
   * Bars. At the end of a line, bars without a space between them pad merged cells and hold nothing. A bar alone on
   * its line separates; after another bar it may also be an empty cell, which is why that blank is soft.
   */
  private barLine(text: string, number: number): void {
    const bars = text.replaceAll('｜', '|');
    if (LONE_BAR.test(bars)) {
      if (this.lastWasBar) this.rows.push({ cells: [{ ...cell('', number), soft: true }], group: 0 });
      this.lastWasBar = true;
      return;
    }
    this.lastWasBar = bars.endsWith('|');
    const content = bars.replace(/^\|/, '').replace(/\|+$/, '');
    if (content.trim() === '') return;
    this.addRow(content.split('|'), number);
  }

  private addRow(texts: readonly string[], number: number): void {
    this.rows.push({ cells: texts.map((text) => cell(text, number)), group: 0 });
  }
}

function cell(text: string, line: number): SourceCell {
  return { text: collapseSpace(text), rowSpan: 1, colSpan: 1, line };
}
