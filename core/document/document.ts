/** The document model: what a reader saw, in reading order, before anybody asks what it means. */

/** Where something stands in a document. JSON-safe; a live page resolves it through the node map of `read/dom`. */
export interface Place {
  /** Index into `Document.blocks`. */
  readonly block: number;
  /** Ordinal of the source cell within that table, in source order, from 0. */
  readonly cell?: number;
  /** Half-open range in the text of the block or cell, in UTF-16 code units. */
  readonly start?: number;
  readonly end?: number;
}

/** Where something is printed, in a format that has pages. */
export interface PageBox {
  /** From 1. */
  readonly page: number;
  /** Left, top, width, height in points, from the upper left corner of the page. */
  readonly box: readonly [number, number, number, number];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** 1–6 where the source says it is a heading, 0 where it does not. */
  readonly level: number;
  /** Line of a plain-text source, from 1. */
  readonly line?: number;
  readonly at?: PageBox;
}

export interface Picture {
  readonly kind: 'picture';
  readonly text: string;
}

/** One cell as the source gives it, spans not yet resolved. */
export interface SourceCell {
  readonly text: string;
  /** 0 means “to the end of the row group”, as in HTML. */
  readonly rowSpan: number;
  readonly colSpan: number;
  /**
   * A blank that may be a mere separator of the layout: plain text where cells are divided by bars on lines of
   * their own cannot tell an empty cell from the end of a row.
   */
  readonly soft?: true;
  /** Two independent readings differ here: what it says is shown, and never taken for a value. */
  readonly unsure?: true;
  /** Line of a plain-text source, from 1. */
  readonly line?: number;
  readonly at?: PageBox;
  /** Name of the cell in a workbook: `表三!C12`. */
  readonly ref?: string;
}

export interface SourceRow {
  readonly cells: readonly SourceCell[];
  /** Ordinal of the row group (thead, tbody, tfoot) the row stands in; row spans end with it. */
  readonly group: number;
}

export interface Table {
  readonly kind: 'table';
  /** `grid`: rows and columns are certain. `rows`: plain text, where only the order of the cells is. */
  readonly layout: 'grid' | 'rows';
  readonly rows: readonly SourceRow[];
}

export type Block = Paragraph | Picture | Table;

export type DocumentFormat =
  | 'page'
  | 'html'
  | 'mhtml'
  | 'text'
  | 'docx'
  | 'doc'
  | 'rtf'
  | 'xlsx'
  | 'xls'
  | 'pdf'
  /** Typed by a person into an empty form, beside a picture or from paper. */
  | 'entry';

export interface Document {
  readonly format: DocumentFormat;
  /** Title that the source itself declares (`<title>`), not one guessed from the text. */
  readonly title: string | null;
  /** Address of a page, or null. */
  readonly address: string | null;
  /** Date of publication that the source declares beside its text (`<meta name="PubDate">`), as written. */
  readonly published?: string;
  readonly blocks: readonly Block[];
  /** What the reader left out, so that nobody takes silence for completeness. */
  readonly omissions: readonly Omission[];
}

export interface Omission {
  readonly code:
    | 'table-too-large'
    | 'too-many-blocks'
    | 'too-deep'
    | 'frame-not-read'
    /** Pages of a PDF that are pictures. */
    | 'page-without-text'
    /** Pages of a PDF that hold more than any page of a report. */
    | 'page-too-complex'
    /** Cells that two independent readings of the same table read differently: read by neither. */
    | 'readings-differ'
    /** Programs inside an office file: never run, nothing of the report is lost with them. */
    | 'macros'
    /** Sheets that the workbook hides. */
    | 'hidden-sheet'
    /** Cells of a sheet too far to the right or down for any report. */
    | 'cells-far-off'
    /** The end of the file is missing. */
    | 'cut-off';
  /** What was left out, counted in the unit of the code: cells, blocks, elements, frames, pages, parts, sheets. */
  readonly count: number;
}

/** The text of a block, the way quotes and offsets count it; a table has none of its own. */
export function blockText(block: Block | undefined): string {
  return block === undefined || block.kind === 'table' ? '' : block.text;
}
