/** Whether the tables in the bytes of a page read as those on the screen do: scripts may have changed or made them. */
import type { EvidencePart } from '../../core/exchange/evidence';
import type { Block, Document } from '../../core/index';

interface Shown {
  readonly document: Document;
  readonly tables: readonly { readonly block: number }[];
}
type Agreement = NonNullable<EvidencePart['received']>['tables'];

export async function tablesAgree(bytes: Uint8Array, { document, tables }: Shown): Promise<Agreement> {
  // Loaded when it is needed: the panel reads pages in the page.
  const [{ readFile }, { readHtml }] = await Promise.all([
    import('../../core/read/file'),
    import('../../core/read/html'),
  ]);
  const read = await readFile(bytes, readHtml);
  if (!read.ok) return 'unreadable';
  const received = new Set(read.value.blocks.map(textOf));
  const shown = tables.map(({ block }) => textOf(document.blocks[block]));
  return shown.every((text) => text !== null && received.has(text)) ? 'same' : 'different';
}

function textOf(block: Block | undefined): string | null {
  if (block?.kind !== 'table') return null;
  return JSON.stringify(block.rows.map(({ cells }) => cells.map(({ text }) => text)));
}
