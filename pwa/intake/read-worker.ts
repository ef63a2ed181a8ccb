/// <reference lib="webworker" />
/**
 * Reads and checks, one file at a time, away from the page: the page stays quick, and can end this at any moment.
 * Whatever is done is in the store before it is told.
 */
import { BUNDLE_ENTRY } from '../../core/exchange/evidence-file';
import { hasError } from '../../core/exchange/found';
import type { SavedReport } from '../../core/exchange/schema';
import { failed, lintChecklist, type OwnForm, ok, type Result } from '../../core/index';
import { MAX_BYTES } from '../../core/read/file';
import type { Zip } from '../../core/read/zip';
import { recheckAll } from '../checklists/recheck-all';
import { tryChecklist } from '../checklists/try-checklist';
import { chooseFor } from '../db/checklist-choice';
import {
  addEntries,
  blobOf,
  failItem,
  finishItem,
  type IntakeFailure,
  loadOwnForms,
  looksLikeBundle,
  type QueueItem,
  queueItem,
  type StorageFailure,
  saveReport,
  storageFailure,
} from '../db/index';
import { detailsOf } from '../details-of';
import { archiveIn, closeArchive, isZip, listEntries, MAX_ARCHIVE, unpackEntry } from './archive';
import { linkYears } from './link-years';
import { makeDetails } from './make-details';
import type { FileResult, Job, Reply } from './messages';
import { type CheckedReport, checkBytes, checkPaste } from './read-source';

declare const self: DedicatedWorkerGlobalScope;

type Say = (reply: Reply, transfer?: Transferable[]) => void;

/** The first message brings a line of our own: pdf.js takes the worker's for its, and talks on it. */
self.addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port === undefined) return;
    const say: Say = (reply, transfer = []) => port.postMessage(reply, transfer);
    port.addEventListener('message', ({ data }: MessageEvent<Job>) => {
      work(data, say).catch((error: unknown) => {
        // Out of the promise, so that the page hears of it.
        setTimeout(() => {
          throw error;
        });
      });
    });
    port.start();
    say({ kind: 'ready' });
  },
  { once: true },
);

async function work(job: Job, say: Say): Promise<void> {
  const progress = (done: number, total: number): void => say({ kind: 'linking', done, total });
  switch (job.kind) {
    case 'link':
      closeArchive();
      return say({ kind: 'linked', wrong: await linkYears(progress) });
    case 'details':
      return say({ kind: 'detailed', made: await makeDetails(progress) });
    case 'recheck':
      return say({ kind: 'linked', wrong: await recheckAll(job.ids, job.checklist, progress) });
    case 'lint':
      return say({ kind: 'linted', problems: lintChecklist(job.checklist) });
    case 'try':
      return say({ kind: 'tried', trial: await tryChecklist(job.checklist, job.report) });
    case 'page':
      return sayPage(job.blob, job.page, say);
    case 'paste':
      return say({ kind: 'result', result: await takePaste(job.html, job.text) });
    case 'file':
      return say({ kind: 'result', result: await takeFile(job.id, job.file) });
  }
}

async function sayPage(blob: Blob, page: number, say: Say): Promise<void> {
  const drawn = await (await import('./draw-pdf-page')).drawPdfPage(blob, page);
  if (drawn.ok) say({ kind: 'page', ...drawn.value }, [drawn.value.bitmap]);
  else say({ kind: 'page-failed', failure: drawn.error });
}

async function takePaste(html: string, text: string): Promise<FileResult> {
  const checked = await guarded(() => checkPaste(html, text));
  if (!checked.ok) return { state: 'failed', failure: checked.error };
  const { report, beside } = checked.value;
  await rememberChoice(checked.value);
  const forms = await loadOwnForms();
  return resultOf(report, forms, await saveReport(report, beside, detailsOf(report, forms)));
}

async function takeFile(id: number, file: File | undefined): Promise<FileResult> {
  const item = file === undefined ? await queueItem(id) : { id, name: file.name, path: file.name, size: file.size };
  if (item === null) return { state: 'gone' };
  const read = await guarded(() => readItem(item, file));
  if (!read.ok) return failAs(item, read.error);
  if ('state' in read.value) return read.value;
  const { report, beside } = read.value;
  await rememberChoice(read.value);
  const forms = await loadOwnForms();
  const details = detailsOf(report, forms);
  const kept =
    file === undefined ? await finishItem(id, report, beside, details) : await saveReport(report, beside, details);
  return resultOf(report, forms, kept);
}

/** Before the report is there, so that nobody finds it without. Where it fails, saving the report fails and is told. */
async function rememberChoice({ report, checklist }: CheckedReport): Promise<void> {
  if (checklist !== null) await chooseFor(report.id, checklist);
}

async function failAs({ id }: Pick<QueueItem, 'id'>, failure: IntakeFailure): Promise<FileResult> {
  if (id > 0) await failItem(id, failure);
  return { state: 'failed', failure };
}

function resultOf(
  report: SavedReport,
  forms: readonly OwnForm[],
  kept: Result<'added' | 'updated' | 'known', StorageFailure>,
): FileResult {
  if (!kept.ok) return { state: 'refused', failure: kept.error };
  return { state: kept.value === 'known' ? 'known' : 'done', report: report.id, wrong: hasError(report, forms) };
}

type Item = Pick<QueueItem, 'id' | 'name' | 'path' | 'size' | 'archive' | 'entry'>;

async function readItem(
  item: Item,
  file: File | undefined,
): Promise<Result<CheckedReport | FileResult, IntakeFailure>> {
  const { archive, entry } = item;
  if (archive !== undefined && entry !== undefined) {
    const bytes = await unpackEntry(archive, entry);
    if (!bytes.ok) return bytes;
    return archiveIn(bytes.value) === null ? checkBytes(bytes.value, item.name) : failed({ code: 'nested' });
  }
  const blob = file ?? (await blobOf(item.id));
  if (blob === null) return failed({ code: 'read', failure: { code: 'unreadable' } });
  const head = new Uint8Array(await blob.slice(0, 200).arrayBuffer());
  if (looksLikeBundle(new TextDecoder().decode(head))) return ok({ state: 'bundle' });
  // Judged before it is loaded: a file of gigabytes shall not even be read.
  const limit = isZip(head) ? MAX_ARCHIVE : MAX_BYTES;
  if (blob.size > limit) return failed({ code: 'read', failure: { code: 'too-large', size: blob.size, limit } });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const zip = archiveIn(bytes);
  if (zip === null) return checkBytes(bytes, item.name);
  // A .gouji file with evidence, under another name.
  if (zip.entries.some(({ name }) => name === BUNDLE_ENTRY)) return ok({ state: 'bundle' });
  return openItem(item, zip);
}

async function openItem({ id, path }: Item, zip: Zip): Promise<Result<FileResult, IntakeFailure>> {
  // Its entries would have no row to come back to.
  if (id < 0) return failed({ code: 'storage', failure: { code: 'full', reason: 'zip' } });
  const { items, skipped } = listEntries(zip, id, path);
  if (items.length === 0) return failed({ code: 'read', failure: { code: 'empty' } });
  await addEntries(id, items);
  return ok({ state: 'opened', skipped });
}

/** One input that brings the checker down costs that input, not the rest; a store that fails is another matter. */
async function guarded<T>(run: () => Promise<Result<T, IntakeFailure>>): Promise<Result<T, IntakeFailure>> {
  try {
    return await run();
  } catch (error) {
    const failure = storageFailure(error);
    if (failure.code !== 'other') return failed({ code: 'storage', failure });
    console.error('Gouji: a report could not be checked', error);
    return failed({ code: 'crashed', reason: failure.reason });
  }
}
