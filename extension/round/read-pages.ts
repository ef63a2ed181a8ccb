/** The other pages of a list: fetched, or opened in a tab where a script draws the list. */
import { decode } from '../../core/read/decode';
import { collectLinks } from '../column/collect-links';
import { columnIn, MAX_LINKS } from '../column/page-links';
import { type Column, columnOf, MAX_LIST_PAGES, type ReportLink } from '../column/report-links';
import { askPolitely, type End, sleep } from './polite';
import { readInTab } from './rendered';
import type { Site } from './site';

export interface PageReading {
  readonly site: Site;
  readonly tabs: boolean;
  readonly signal: AbortSignal;
  /** One more page was read; `found`: null where it could not be. */
  onPage(address: string, found: Column | null): Promise<void>;
}

/** Pages that the first ones name come after them, up to a bound: lists have been seen whose 下一页 never ends. */
export async function readPages(
  first: readonly string[],
  known: readonly string[],
  reading: PageReading,
): Promise<End> {
  const seen = new Set([...known, ...first]);
  let due = [...first];
  for (;;) {
    const found = new Set<string>();
    const end = await askPolitely(due, {
      signal: reading.signal,
      sleep,
      now: () => performance.now(),
      visit: async (address, last) => {
        const fetched = await reading.site.fetch(address, reading.signal);
        if (!fetched.ok && fetched.error.later) {
          if (last) await reading.onPage(address, null);
          return { kind: 'later', wait: fetched.error.wait };
        }
        const column = fetched.ok ? await columnAt(address, fetched.value.bytes, reading) : null;
        for (const page of column?.pages ?? []) found.add(page);
        await reading.onPage(address, column);
        return { kind: 'settled' };
      },
    });
    due = [...found].filter((page) => !seen.has(page)).slice(0, Math.max(0, MAX_LIST_PAGES - seen.size));
    for (const page of due) seen.add(page);
    if (end !== 'done' || due.length === 0) return end;
  }
}

async function columnAt(address: string, bytes: Uint8Array, reading: PageReading): Promise<Column | null> {
  const column = columnInBytes(bytes, address);
  if (column.reports.length > 0 || !reading.tabs || reading.signal.aborted) return column;
  const rendered = await readInTab(address, reading.signal, ({ links }) => links.some((each) => each.links.length > 0));
  return (rendered.ok ? columnIn(rendered.value.links) : null) ?? column;
}

/** The parser runs nothing and fetches nothing of the page. */
function columnInBytes(bytes: Uint8Array, address: string): Column {
  const page = new DOMParser().parseFromString(decode(bytes), 'text/html');
  return columnOf(collectLinks(MAX_LINKS, page, address));
}

export function linksIn(bytes: Uint8Array, address: string): readonly ReportLink[] {
  return columnInBytes(bytes, address).reports;
}
