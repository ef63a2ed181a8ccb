/**
 * Rows of labels and values from plain text.
 *
 * Page tools and the clipboard leave tables as lines: one value a line, bars, tabs, or a label with its numbers
 * behind it. What is certain is the order; where a row ends is known only where a line held several cells.
 */

import type { Document, Place } from '../document/document';
import { gather } from '../document/gather';
import { looksLikeValue } from '../document/number';
import { essence, foldWidth, labelKeyWithoutAsides } from '../document/text';
import type { LabelledRow, LabelText, ValueCell } from './rows';

export interface Token {
  readonly raw: string;
  readonly kind: 'text' | 'value';
  readonly place: Place;
  /** Cells of one line or table row share it. */
  readonly row: number;
  readonly soft: boolean;
  /** First of a table that holds its own labels: what stands above it is none of them. */
  readonly starts?: true;
}

/** A label is never longer; longer paragraphs are prose. */
const MAX_LABEL = 60;
/** - 3 - at the foot of a page. */
const PAGE_NUMBER = /^[-—–]\s*\d+\s*[-—–]$/;
/** Several numbers, dashes and slashes in one line. */
const VALUES = /^(?:[+-]?\d[\d.,]*|[-—/])(?:\s+(?:[+-]?\d[\d.,]*|[-—/]))+$/;
/**
 * A label, then numbers, dashes and slashes to the end of the line: 行政许可 97, 规章 0 0 0, 政府集中采购 17 618092元. A unit
 * behind the first number would make a sentence of it.
 */
const LABEL_AND_VALUES =
  /^(.*?[^\d\s.,+-])\s*((?:[+-]?\d[\d.,]*|[-—/])(?:\s+(?:[+-]?\d[\d.,]*(?:[万亿]?元)?|[-—/]))*)$/;

/** Grids are left out: there rows and columns are certain, and a reading by order alone would be a step back. */
export function tokensOf(document: Document): Token[] {
  const tokens: Token[] = [];
  let row = 0;
  for (const [block, each] of document.blocks.entries()) {
    if (each.kind === 'paragraph') {
      tokens.push(...paragraphTokens(each.text, { block }, row++));
    } else if (each.kind === 'table' && each.layout === 'rows') {
      let cell = 0;
      for (const source of each.rows) {
        for (const { text, soft } of source.cells) {
          const kind = looksLikeValue(text) ? 'value' : 'text';
          const starts = document.format === 'pdf' && cell === 0 ? { starts: true as const } : {};
          tokens.push({ raw: text, kind, place: { block, cell: cell++ }, row, soft: soft === true, ...starts });
        }
        row++;
      }
    }
  }
  return tokens;
}

function paragraphTokens(text: string, place: Place, row: number): Token[] {
  const plain = foldWidth(text).trim();
  if (PAGE_NUMBER.test(plain)) return [];
  if (VALUES.test(plain))
    return plain.split(/\s+/).map((raw): Token => ({ raw, kind: 'value', place, row, soft: false }));
  if (looksLikeValue(text)) return [{ raw: text, kind: 'value', place, row, soft: false }];
  const split = essence(text).length > MAX_LABEL * 2 ? null : LABEL_AND_VALUES.exec(plain);
  const [, label, values] = split ?? [];
  if (label === undefined || values === undefined || label.length > MAX_LABEL) {
    return [{ raw: text, kind: 'text', place, row, soft: false }];
  }
  const pieces = unglued(values);
  return [
    { raw: label, kind: 'text', place, row, soft: false },
    ...pieces.map((raw): Token => ({ raw, kind: 'value', place, row, soft: false })),
  ];
}

/** 000 can only be three zeros: no number is written with a zero in front. Anything else stays as printed. */
function unglued(values: string): string[] {
  return /^0{2,7}$/.test(values) ? [...values] : values.split(/\s+/);
}

export function isProse(token: Token): boolean {
  return token.kind === 'text' && labelKeyWithoutAsides(token.raw).length > MAX_LABEL;
}

/** Rows of the tokens in order. A value ends a label; a label, a new line of several cells, or prose ends the values. */
export function streamRows(tokens: readonly Token[]): LabelledRow[] {
  const builder = new RowBuilder();
  for (const [at, token] of tokens.entries()) {
    const wide = tokens[at - 1]?.row === token.row || tokens[at + 1]?.row === token.row;
    builder.add(token, wide);
  }
  builder.flush();
  return builder.rows;
}

class RowBuilder {
  readonly rows: LabelledRow[] = [];
  private labels: Token[] = [];
  private values: Token[] = [];

  add(token: Token, wide: boolean): void {
    if (token.starts) {
      this.flush();
      this.labels = [];
    }
    if (isProse(token)) {
      this.flush();
      this.labels = [];
    } else if (token.kind === 'text') {
      if (this.values.length > 0 && !this.onlyLeadingBlanks(token)) this.flush();
      this.values = [];
      this.labels.push(token);
    } else {
      if (wide && this.values.length > 0 && this.values[this.values.length - 1]?.row !== token.row) this.flush();
      this.values.push(token);
    }
  }

  /** Blanks before a label in the same line are merged cells that continue from above. */
  private onlyLeadingBlanks(label: Token): boolean {
    return this.values.every((value) => value.raw === '' && value.row === label.row);
  }

  flush(): void {
    if (this.values.length === 0) return;
    const row = this.values[0]?.row;
    const inRow = this.labels.some((label) => label.row === row);
    const several = this.values.length > 1 && this.values.every((value) => value.row === row);
    const labelling = this.labels.length === 0 ? 'none' : inRow || !several ? 'own' : 'floating';
    this.rows.push({
      labels: this.labels.map((label): LabelText => ({ text: label.raw, place: label.place })),
      labelling,
      values: this.values.map(
        (value): ValueCell => ({ raw: value.raw, place: value.place, soft: value.soft, merged: false }),
      ),
      columns: null,
      ragged: true,
      block: this.values[0]?.place.block ?? 0,
    });
    this.labels = [];
    this.values = [];
  }
}

/**
 * Splits a run of k × `count` values, one value a line, into k rows: the first keeps the label, the rest have none.
 */
export function splitRuns(rows: readonly LabelledRow[], count: number): LabelledRow[] {
  return gather(rows, (row) => {
    const hard = row.values.filter((value) => !value.soft);
    const times = hard.length / count;
    if (row.columns !== null || !Number.isInteger(times) || times < 2) return [row];
    return Array.from({ length: times }, (_, part): LabelledRow => {
      const values = hard.slice(part * count, (part + 1) * count);
      return part === 0 ? { ...row, values } : { ...row, labels: [], labelling: 'none', values };
    });
  });
}
