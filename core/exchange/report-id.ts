/** Names a saved report by its content, so that saving the same thing twice, or in two homes, is one report. */
import { type Document, digest } from '../index';

/** 128 bits in 32 hexadecimal digits, stable for ever. Not for security: evidence has hashes of its own. */
export function reportId(
  document: Document,
  source: { readonly address: string | null; readonly fileName: string | null },
): string {
  const content = JSON.stringify([source.address, source.address === null ? source.fileName : null, document.blocks]);
  return digest(content) + digest(`gouji\n${content}`);
}
