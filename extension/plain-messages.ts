/** What both ends of a message need and no schema belongs to: the script in the page is compiled with each click. */
import type { Place } from '../core/index';

export const PANEL_PORT = 'gouji-panel';

/** Where the session's store keeps how far the check of a tab has come. */
export function tabStateKey(tabId: number): string {
  return `tab:${tabId}`;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the script in a page leaves where its next run, and the background, find it. */
export type ScanWorld = typeof globalThis & {
  goujiRun?: AbortController;
  /** Settles when the marks are on the screen, when there are none to come, or when one has waited long enough. */
  goujiShown?: Promise<void>;
};

/** What the mark of an inferred sum is called among those of findings: by the place of its total. */
export function sumMark({ block, cell }: Place): string {
  return `sum:${block}.${cell ?? 0}`;
}
