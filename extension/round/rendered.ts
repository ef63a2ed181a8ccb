/** A page that only shows its report once its scripts have run: opened in a background tab, read there, closed again. */
import * as z from 'zod/mini';
import { documentSchema } from '../../core/exchange/schema';
import { type Document, failed, ok, type Result } from '../../core/index';
import type { RenderedTable } from '../capture/seal-fetched';
import type { CollectedLinks } from '../column/collect-links';
import { linksOfTab } from '../column/page-links';
import readerFile from '../page/read-page.iife.ts?script&iife';
import { sleep } from './polite';
import type { RoundFailure } from './store';

/** Seconds until the page has loaded, and then until its tables or links are there. */
const LOADING = 30;
const DRAWING = 8;
const STEP = 400;

export interface RenderedPage {
  readonly document: Document;
  readonly tables: readonly RenderedTable[];
}

const pageSchema: z.ZodMiniType<RenderedPage> = z.object({
  document: documentSchema,
  tables: z.array(z.object({ block: z.int(), html: z.string(), text: z.string() })),
});

export interface Rendered {
  /** The page and its frames that may be read. */
  readonly pages: readonly RenderedPage[];
  /** Of the page first. */
  readonly links: readonly CollectedLinks[];
}

/** One tab at a time: a dozen of them would be in the way of whoever works beside. */
let turn: Promise<unknown> = Promise.resolve();

/** `isThere`: what was waited for has been drawn. */
export function readInTab(
  address: string,
  signal: AbortSignal,
  isThere: (rendered: Rendered) => boolean,
): Promise<Result<Rendered, RoundFailure>> {
  const read = turn.then(() => openAndRead(address, signal, isThere));
  turn = read.catch(() => undefined);
  return read;
}

async function openAndRead(
  address: string,
  signal: AbortSignal,
  isThere: (rendered: Rendered) => boolean,
): Promise<Result<Rendered, RoundFailure>> {
  if (signal.aborted) return failed({ code: 'timeout', seconds: 0 });
  const tab = await chrome.tabs.create({ url: address, active: false });
  if (tab.id === undefined) return failed({ code: 'network' });
  try {
    if (!(await hasLoaded(tab.id, signal))) return failed({ code: 'timeout', seconds: LOADING });
    return ok(await drawn(tab.id, signal, isThere));
  } catch {
    return failed({ code: 'elsewhere' }); // It went on to a site that we may not read.
  } finally {
    await chrome.tabs.remove(tab.id).catch(() => undefined); // Closed by hand already.
  }
}

async function hasLoaded(tabId: number, signal: AbortSignal): Promise<boolean> {
  for (let waited = 0; waited < LOADING * 1000 && !signal.aborted; waited += STEP) {
    if ((await chrome.tabs.get(tabId)).status === 'complete') return true;
    await sleep(STEP, signal);
  }
  return false;
}

/** As soon as what was waited for is there, and the same twice; else what there is in the end. */
async function drawn(tabId: number, signal: AbortSignal, isThere: (rendered: Rendered) => boolean): Promise<Rendered> {
  await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: [readerFile] });
  let before = '';
  for (let waited = 0; ; waited += STEP) {
    const rendered = await readFrames(tabId);
    const now = JSON.stringify(rendered.pages.map(({ document }) => document.blocks.length));
    if (signal.aborted || waited >= DRAWING * 1000 || (now === before && isThere(rendered))) return rendered;
    before = now;
    await sleep(STEP, signal);
  }
}

async function readFrames(tabId: number): Promise<Rendered> {
  // Frames that came later have not been given the reader: they are read the next time.
  await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: [readerFile] });
  const read = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: readHere });
  return {
    pages: read.flatMap(({ result }) => pageSchema.safeParse(result).data ?? []),
    links: await linksOfTab(tabId),
  };
}

/** Runs in the page. */
function readHere(): unknown {
  const { goujiRead } = globalThis as typeof globalThis & { goujiRead?: () => unknown };
  return goujiRead?.();
}
