/** Names a saved report by its content, so that saving the same thing twice, or in two homes, is one report. */
import { type Document, digest } from '../index';

/** Shorter lines are page furniture: visits counted, the date of today. A form filled in by hand has none. */
const SENTENCE = 30;

/** 128 bits in 32 hexadecimal digits, stable for ever. Not for security: evidence has hashes of its own. */
export function reportId(
  document: Document,
  source: { readonly address: string | null; readonly fileName: string | null },
): string {
  const text = document.blocks.flatMap((block): unknown[] => {
    if (block.kind === 'table') return [block.rows.map((row) => row.cells.map((cell) => cell.text))];
    return block.text.length >= SENTENCE || document.format === 'entry' ? [block.text] : [];
  });
  const content = JSON.stringify([source.address?.replace(/#.*$/, '') ?? source.fileName, text]);
  return digest(content) + digest(`gouji\n${content}`);
}
