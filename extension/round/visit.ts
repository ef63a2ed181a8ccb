/** One address: fetched, and where its bytes show no report, opened in a background tab; checked and kept. */
import { columnOf } from '../column/report-links';
import type { CheckAnswer, Checker } from './checker';
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

/** What is new about the item; `trouble`: the site did not answer as it should. */
export interface Visited {
  readonly item: RoundItem;
  readonly trouble: FetchFailure | null;
}

export async function visit(item: RoundItem, means: Means): Promise<Visited> {
  const fetched = await means.site.fetch(item.address, means.signal);
  if (!fetched.ok) return { item: failedItem(item, fetched.error.failure), trouble: fetched.error };
  const job = { address: item.address, date: item.date, before: item.before };
  const reply = await means.checker.check({ ...job, content: fetched.value.bytes });
  if (reply.kind !== 'unrecognised' || !reply.page || !means.tabs || means.signal.aborted)
    return { item: settled(item, reply, 0), trouble: null };
  means.onTab(item);
  const shown = { ...item, tab: true };
  const rendered = await readInTab(item.address, means.signal, hasTable);
  if (!rendered.ok) return { item: failedItem(shown, rendered.error), trouble: null };
  const second = await means.checker.check({ ...job, content: rendered.value.documents });
  const { links } = rendered.value;
  return { item: settled(shown, second, links === null ? 0 : columnOf(links).reports.length), trouble: null };
}

function hasTable({ documents }: Rendered): boolean {
  return documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'));
}

function settled(item: RoundItem, reply: CheckAnswer, links: number): RoundItem {
  switch (reply.kind) {
    case 'checked':
      return { ...item, state: 'done', result: reply.result, failure: null, at: now() };
    case 'looked': // Nobody asked for that here.
    case 'unrecognised':
      return failedItem(item, { code: 'no-report', links });
    case 'failed':
      return failedItem(item, { code: 'intake', failure: reply.failure });
  }
}

function failedItem(item: RoundItem, failure: RoundFailure): RoundItem {
  return { ...item, state: 'failed', failure, at: now() };
}

function now(): string {
  return new Date().toISOString();
}
