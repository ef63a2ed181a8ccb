/** Put into a page that a round opened in the background: reads it when asked to, and leaves nothing behind. */
import { type PageReading, readPage } from '../../core/read/dom';
import { rendered } from '../capture/rendered';
import type { RenderedTable } from '../capture/seal-fetched';

/** Characters of all tables together. A table beyond them is told as too large. */
const MOST = 8_000_000;

Object.assign(globalThis, {
  goujiRead: () => {
    const reading = readPage(document);
    return { document: reading.document, tables: tablesOf(reading) };
  },
});

function tablesOf({ document: read, nodes }: PageReading): readonly RenderedTable[] {
  let left = MOST;
  return read.blocks.flatMap(({ kind }, block): RenderedTable[] => {
    const node = nodes.blocks[block];
    if (kind !== 'table' || node?.nodeType !== Node.ELEMENT_NODE) return [];
    // Elements of a frame are not of this window's classes.
    const element = node as HTMLElement;
    const table = { block, html: rendered(element), text: element.innerText };
    if (table.html.length + table.text.length > left) return [];
    left -= table.html.length + table.text.length;
    return [table];
  });
}
