/**
 * Plain text into a document: what Word exports, what the clipboard gives, what page tools leave.
 *
 * A line with bars or tabs is a row of cells; any other line is a paragraph. Nothing is guessed here about which
 * lines belong to a table: the forms know their labels, this reader does not.
 */
import type { Block, Document, SourceCell, SourceRow } from '../document/document';
import { collapseSpace } from '../document/space';

const BOOKMARK = /^\[bookmark: [^\]]*\]/;
const MARKDOWN_HEADING = /^(#{1,6})\s+/;
const MARKDOWN_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;
const LONE_BAR = /^[|｜]$/;

export function readText(text: string): Document {
  const lines = withTabs(
    text
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r|\u2028/)
      .map(withBars),
  );
  const reader = new TextReader(lines.some(isWordCell), lines.some(isBare));
  for (const [index, line] of lines.entries()) reader.line(line.replace(BOOKMARK, ''), index + 1);
  reader.endTable();
  return { format: 'text', title: null, address: null, blocks: reader.blocks, omissions: [] };
}

/** Bars of box drawing are bars, its lines between rows are none of the text. */
function withBars(line: string): string {
  if (!/[\u2500-\u257f]/.test(line)) return line;
  return /^[\s\u2500-\u257f]+$/.test(line) ? '' : line.replace(/[│┃║]/g, '|');
}

/** A comma and the cell behind it, quoted or not. */
const FIELD = /,(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g;
/** As many lines of equally many cells are no prose. */
const LEAST_LINES = 3;
const LEAST_FIELDS = 4;

/** Comma-separated lines as the same cells between tabs. Prose has commas too, but not the same number in each line. */
function withTabs(lines: readonly string[]): string[] {
  const fields = lines.map(fieldsOf);
  const result = [...lines];
  for (let from = 0; from < lines.length; ) {
    const count = fields[from]?.length ?? 0;
    let to = from + 1;
    while (to < lines.length && fields[to]?.length === count) to++;
    if (count >= LEAST_FIELDS && to - from >= LEAST_LINES) {
      for (let at = from; at < to; at++) result[at] = fields[at]?.join('\t') ?? '';
    }
    from = to;
  }
  return result;
}

/** Empty where the line has other separators or quotes that do not close. */
function fieldsOf(line: string): string[] {
  if (!line.includes(',') || /[\t|]/.test(line)) return [];
  const fields = [...`,${line}`.matchAll(FIELD)];
  const length = fields.reduce((sum, [whole]) => sum + whole.length, 0);
  return length === line.length + 1
    ? fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
    : [];
}

/** A separator alone on its line: a bar, or the tab of cells that hold paragraphs, as browsers copy them. */
const LONE_TAB = /^\t+$/;

/** A tab, then one cell. */
function isWordCell(line: string): boolean {
  return line.startsWith('\t') && !line.includes('\t', 1) && line.trim() !== '';
}

/** Bars between cells, none before the first or behind the last. */
function isBare(line: string): boolean {
  const cells = line.split('|');
  return cells.length > 2 && cells[0]?.trim() !== '' && cells.at(-1)?.trim() !== '';
}

class TextReader {
  readonly blocks: Block[] = [];
  private rows: SourceRow[] = [];
  /** Cells of a Word row: one a line, each begun by a tab; an empty line ends the row. */
  private wordRow: SourceCell[] | null = null;
  private lastWasBar = false;

  /**
   * `byWord`: lines begin with a tab and hold one cell each, as Word saves tables. `bare`: bars stand only between
   * cells, so that one at the end of a line has an empty cell behind it.
   */
  constructor(
    private readonly byWord: boolean,
    private readonly bare: boolean,
  ) {}

  line(line: string, number: number): void {
    const text = line.trim();
    if (this.byWord && this.wordLine(line, text, number)) return;
    if (LONE_TAB.test(line)) this.separator(number);
    if (text === '') return;
    if (MARKDOWN_RULE.test(text) && text.includes('|')) return;
    if (/[|｜]/.test(text)) this.barLine(text, number);
    else if (line.includes('\t')) this.tabLine(line, number);
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
      this.separator(number);
      return;
    }
    this.lastWasBar = bars.endsWith('|');
    const cells = this.bare ? bars.split('|') : withoutPadding(bars.replace(/^\|/, '').replace(/\|$/, '').split('|'));
    if (cells.some((text) => text.trim() !== '')) this.addRow(cells, number);
  }

  private separator(number: number): void {
    if (this.lastWasBar) this.rows.push({ cells: [{ ...cell('', number), soft: true }], group: 0 });
    this.lastWasBar = true;
  }

  /** A tab after a single cell ends it; tabs between cells keep empty ones, at the end of the line too. */
  private tabLine(line: string, number: number): void {
    const cells = line.split('\t');
    this.lastWasBar = false;
    const filled = cells.filter((text) => text.trim() !== '');
    this.addRow(filled.length === 1 && cells.length === 2 ? filled : cells, number);
  }

  private addRow(texts: readonly string[], number: number): void {
    this.rows.push({ cells: texts.map((text) => cell(text, number)), group: 0 });
  }
}

/**
 * Bars that touch at the end of a line pad merged cells. Where they also touch inside it, they are this writer’s empty
 * cells, and the last ones are as real as the others.
 */
function withoutPadding(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((text) => text !== '');
  return cells.slice(0, last + 1).includes('') ? cells : cells.slice(0, last + 1);
}

function cell(text: string, line: number): SourceCell {
  return { text: collapseSpace(text.replace(/<br\s*\/?>/gi, ' ')), rowSpan: 1, colSpan: 1, line };
}
