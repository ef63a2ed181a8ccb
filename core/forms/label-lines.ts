/** Labels and headings of tables that stand as lines of their own, as clipboards leave them: no prose. */

import { blockText, type Document } from '../document/document';
import { gather } from '../document/gather';
import type { FormTable } from './form';
import { columnHeadings, groupLabels, keysOf, rowLabels } from './labels';

/** 未经复议直接起诉 heads a column; read as a sentence it would say that there was no such thing. */
export function labelLines(document: Document, tables: readonly FormTable[]): number[] {
  const indexes = gather(tables, (table) => [rowLabels(table), groupLabels(table), columnHeadings(table)]);
  return gather(document.blocks, (block, at) => {
    const text = blockText(block);
    const keys = text === '' ? [] : keysOf(text);
    return indexes.some((index) => index.hasKey(keys)) ? [at] : [];
  });
}
