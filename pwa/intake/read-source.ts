/** One file or paste, read and checked, ready to keep. */
import { sourceNameOf } from '../../core/exchange/recheck';
import { reportId } from '../../core/exchange/report-id';
import type { SavedReport } from '../../core/exchange/schema';
import { check, type Document, failed, type Outcome, ok, type ReadFailure, type Result } from '../../core/index';
import { MAX_BYTES, readFile } from '../../core/read/file';
// Not the browser's parser: it holds the file to this page's content policy, and reports every style in it.
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { version } from '../../package.json';
import { checkInSeries } from '../db/index';

export type IntakeFailure =
  | { readonly code: 'read'; readonly failure: ReadFailure }
  /** Read, but no annual report: nothing is kept of it. */
  | { readonly code: 'unrecognised'; readonly outcome: Outcome }
  /** A bug of ours, or a part of the app that did not load. */
  | { readonly code: 'crashed'; readonly reason: string };

export type Source = SavedReport['source'];

export async function checkFile(file: File): Promise<Result<SavedReport, IntakeFailure>> {
  // Judged before it is loaded: a file of gigabytes shall not even be read.
  if (file.size > MAX_BYTES)
    return failed({ code: 'read', failure: { code: 'too-large', size: file.size, limit: MAX_BYTES } });
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  const document = await readFile(bytes.value, readHtml);
  if (!document.ok) return failed({ code: 'read', failure: document.error });
  return checkDocument(document.value, { address: null, fileName: file.name });
}

/** What the clipboard holds: its HTML where tables are in it, else its text; the other where the first is no report. */
export async function checkPaste(html: string, text: string): Promise<Result<SavedReport, IntakeFailure>> {
  const readings: (() => Document)[] = [() => readText(text)];
  if (/<t(able|d)\b/i.test(html)) readings.unshift(() => readHtml(html));
  let last: Result<SavedReport, IntakeFailure> = failed({ code: 'read', failure: { code: 'empty' } });
  for (const read of readings) {
    last = await checkDocument(read(), { address: null, fileName: null });
    if (last.ok) return last;
  }
  return last;
}

async function checkDocument(document: Document, source: Source): Promise<Result<SavedReport, IntakeFailure>> {
  const id = reportId(document, source);
  const sourceName = sourceNameOf(source, id);
  const outcome = await checkInSeries((previous) =>
    check(document, previous === undefined ? { sourceName } : { sourceName, previous }),
  );
  if (outcome.status === 'unrecognised') return failed({ code: 'unrecognised', outcome });
  return ok({
    id,
    savedAt: new Date().toISOString(),
    source,
    document,
    outcome,
    checkedBy: version,
  });
}

async function bytesOf(file: File): Promise<Result<Uint8Array, IntakeFailure>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    // The file was moved, changed or is a folder.
    const reason = error instanceof Error ? error.message : String(error);
    return failed({ code: 'read', failure: { code: 'unreadable', reason } });
  }
}
