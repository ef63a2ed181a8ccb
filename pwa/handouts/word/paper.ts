/** A document as offices hand it out: titles, headings, paragraphs, tables. Looks are the writer's. */

/** 标题, 一、, （一）, 正文, 主送 (without indent), small words under a title, 落款. */
export type ParagraphStyle = 'title' | 'heading1' | 'heading2' | 'body' | 'plain' | 'note' | 'signature';

/** `blank`: a person has to fill it in; marked, so that nobody overlooks it. */
export interface Run {
  readonly text: string;
  readonly blank?: boolean;
  readonly bold?: boolean;
}

export type Text = string | readonly Run[];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly text: Text;
  readonly newPage?: boolean;
}

export interface PaperTable {
  readonly kind: 'table';
  /** Shares of the width. */
  readonly widths: readonly number[];
  /** Stands at the head of every page. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly Text[])[];
  /** Columns set in the middle: numbers, short words. */
  readonly centred?: readonly number[];
}

export type PaperBlock = Paragraph | PaperTable;

export interface Paper {
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly PaperBlock[];
}

export function paragraph(style: ParagraphStyle, text: Text, newPage = false): Paragraph {
  return { kind: 'paragraph', style, text, ...(newPage ? { newPage } : {}) };
}

/** 【整改时限】 in a text is a blank: `textOf('于【日期】前')`. */
export function withBlanks(text: string): Run[] {
  return text
    .split(/(【[^【】]*】)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('【') && part.endsWith('】') ? { text: part, blank: true } : { text: part }));
}
