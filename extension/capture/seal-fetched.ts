/**
 * 取证 of what was fetched: the bytes are the report's source, so they are sealed as they came. Where they had to be
 * opened in a background tab, the tables stand beside them as rendered there; pictures of a tab that nobody sees, no
 * browser gives.
 */
import { type Evidence, type MissingPart, type NewPart, seal } from '../../core/exchange/evidence';
import type { Document, Outcome } from '../../core/index';
import type { PageBytes } from './fetch-page';
import { tableBlocks } from './table-blocks';
import { type TableContent, tableParts } from './table-parts';
import { tablesAgree } from './tables-agree';
import { versionsNow } from './versions';

/** What a request brought, with what the answer says of itself. */
export interface Received extends PageBytes {
  /** Where the bytes came from in the end. */
  readonly address: string;
  /** When they were asked for, ISO 8601. */
  readonly asked: string;
}

/** A table of the page as a tab showed it, by its block in the document. */
export interface RenderedTable extends TableContent {
  readonly block: number;
}

export interface FetchedReport {
  /** Id of the report. */
  readonly report: string;
  readonly document: Document;
  readonly outcome: Outcome;
  readonly received: Received;
  /** Null where the report was read from the bytes alone. */
  readonly rendered: readonly RenderedTable[] | null;
}

export async function sealFetched(fetched: FetchedReport): Promise<Evidence> {
  const { report, document, received, rendered } = fetched;
  const at = new Date().toISOString();
  const tables = rendered === null ? NOT_RENDERED : renderedParts(fetched, rendered, at);
  const parts = [await pagePart(fetched), ...tables.flatMap((each) => ('bytes' in each ? each : []))];
  return seal({
    report,
    address: received.address,
    title: document.title,
    times: { opened: received.asked, sealed: new Date().toISOString() },
    versions: versionsNow(),
    parts: parts.sort((a, b) => (a.name < b.name ? -1 : 1)),
    missing: tables.flatMap((each) => ('bytes' in each ? [] : each)),
  });
}

type Part = NewPart | MissingPart;

const NOT_RENDERED: readonly Part[] = (['table-html', 'table-text', 'table-image'] as const).map((kind) => ({
  kind,
  table: null,
  reason: 'not-rendered',
  detail: '',
}));

function renderedParts(
  { document, outcome }: FetchedReport,
  rendered: readonly RenderedTable[],
  at: string,
): readonly Part[] {
  const parts = tableBlocks(document, outcome).flatMap((block, index): readonly Part[] => {
    const content = rendered.find((each) => each.block === block);
    if (content !== undefined) return tableParts(index + 1, content, at);
    return (['table-html', 'table-text'] as const).map((kind) => ({
      kind,
      table: index + 1,
      reason: 'too-large',
      detail: '',
    }));
  });
  return [...parts, { kind: 'table-image', table: null, reason: 'not-in-front', detail: '' }];
}

async function pagePart({ document, outcome, received, rendered }: FetchedReport): Promise<NewPart> {
  const { bytes, at, type, from, status, lastModified, etag } = received;
  const blocks = tableBlocks(document, outcome).map((block) => ({ block }));
  const tables = rendered === null ? 'source' : await tablesAgree(bytes, { document, tables: blocks });
  // What a tab showed is a page, whatever it was made of.
  const name = `page.${rendered === null ? (ENDINGS[document.format] ?? document.format) : 'html'}`;
  return { name, kind: 'page', table: null, type, at, received: { from, status, tables, lastModified, etag }, bytes };
}

const ENDINGS: Partial<Record<Document['format'], string>> = { page: 'html', text: 'txt' };
