/** One address: fetched, and where its bytes show no report, opened in a background tab; checked and kept. */

import type { Received } from '../capture/seal-fetched';
import { columnIn } from '../column/page-links';
import { LEAST, type ReportLink } from '../column/report-links';
import type { CheckJob } from './check-messages';
import type { CheckAnswer, Checker } from './checker';
import { linksIn } from './read-pages';
import { type Rendered, readInTab } from './rendered';
import type { FetchFailure, Site } from './site';
import type { RoundFailure, RoundItem } from './store';

export interface Means {
  readonly site: Site;
  readonly checker: Checker;
  /** Whether a page may be opened in a tab. */
  readonly tabs: boolean;
  readonly signal: AbortSignal;
  onTab(item: RoundItem): void;
}

export interface Visited {
  readonly item: RoundItem;
  /** The site did not answer as it should. */
  readonly trouble: FetchFailure | null;
  /** Reports that the page leads to, where it is a list itself: units often have each their own. */
  readonly found: readonly ReportLink[];
}

export async function visit(item: RoundItem, means: Means): Promise<Visited> {
  const fetched = await means.site.fetch(item.address, means.signal);
  if (!fetched.ok) return { item: failedItem(item, fetched.error.failure), trouble: fetched.error, found: [] };
  const received = fetched.value;
  const reply = await means.checker.check({ ...jobOf(item), received, rendered: null });
  if (reply.kind !== 'unrecognised' || !reply.page) return settled(item, reply, []);
  if (means.tabs && !means.signal.aborted) return visitInTab(item, received, means);
  return settled(item, reply, linksIn(received.bytes, item.address));
}

async function visitInTab(item: RoundItem, received: Received, means: Means): Promise<Visited> {
  means.onTab(item);
  const shown = { ...item, tab: true };
  const rendered = await readInTab(item.address, means.signal, hasTable);
  if (!rendered.ok) return { item: failedItem(shown, rendered.error), trouble: null, found: [] };
  const { pages, links } = rendered.value;
  const reply = await means.checker.check({ ...jobOf(item), received, rendered: pages });
  return settled(shown, reply, columnIn(links)?.reports ?? []);
}

function jobOf({ address, date, before }: RoundItem): Pick<CheckJob, 'address' | 'date' | 'before'> {
  return { address, date, before };
}

function hasTable({ pages }: Rendered): boolean {
  return pages.some(({ document }) => document.blocks.some(({ kind }) => kind === 'table'));
}

function settled(item: RoundItem, reply: CheckAnswer, links: readonly ReportLink[]): Visited {
  switch (reply.kind) {
    case 'checked':
      return {
        item: { ...item, state: 'done', result: reply.result, failure: null, at: now() },
        trouble: null,
        found: [],
      };
    case 'failed':
      return { item: failedItem(item, { code: 'intake', failure: reply.failure }), trouble: null, found: [] };
    case 'looked': // Nobody asked for that here.
    case 'unrecognised': {
      // One or two are neighbours of a page that could not be read.
      const found = links.length < LEAST || item.before !== null ? [] : links;
      return { item: failedItem(item, { code: 'no-report', links: found.length }), trouble: null, found };
    }
  }
}

function failedItem(item: RoundItem, failure: RoundFailure): RoundItem {
  return { ...item, state: 'failed', failure, at: now() };
}

function now(): string {
  return new Date().toISOString();
}
