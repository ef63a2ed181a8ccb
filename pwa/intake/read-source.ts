/** One file or paste, read and checked, ready to keep. Runs in the worker: nothing of it is loaded by the page. */

import { reportId } from '../../core/exchange/report-id';
import type { SavedReport } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import { check, type Document, failed, inferSums, ok, type Result } from '../../core/index';
import { readFile } from '../../core/read/file';
// Not the browser's parser: workers have none.
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { version } from '../../package.json';
import { checkOptions } from '../checklists/check-options';
import { checklistFor } from '../checklists/in-use';
import { checkBeside, type IntakeFailure } from '../db/index';

export interface CheckedReport {
  readonly report: SavedReport;
  /** Id of last year's report that it was checked beside. */
  readonly beside: string | null;
  /** Id of the checklist that it was checked with. */
  readonly checklist: string | null;
}

type Checked = Result<CheckedReport, IntakeFailure>;
type Source = SavedReport['source'];

export async function checkBytes(bytes: Uint8Array, fileName: string): Promise<Checked> {
  const document = await readFile(bytes, readHtml);
  if (!document.ok) return failed({ code: 'read', failure: document.error });
  return checkDocument(document.value, { address: null, fileName });
}

/** What the clipboard holds: its HTML where tables are in it, else its text; the other where the first is no report. */
export async function checkPaste(html: string, text: string): Promise<Checked> {
  const readings: (() => Document)[] = [() => readText(text)];
  if (/<t(able|d)\b/i.test(html)) readings.unshift(() => readHtml(html));
  let first: Checked = failed({ code: 'read', failure: { code: 'empty' } });
  for (const read of readings) {
    const checked = await checkDocument(read(), { address: null, fileName: null });
    if (checked.ok && checked.value.report.outcome.status !== 'unrecognised') return checked;
    if (!first.ok) first = checked;
  }
  return first;
}

async function checkDocument(document: Document, source: Source): Promise<Checked> {
  const id = reportId(document, source);
  const sourceName = sourceNameOf(source, id);
  const checklist = await checklistFor(id);
  const { outcome, beside } = await checkBeside((previous) =>
    check(document, checkOptions({ sourceName, previous, checklist: checklist?.checklist })),
  );
  // A document of unknown form is kept where its own sums are something to look at.
  if (outcome.status === 'unrecognised' && !hasSums(document))
    return failed({ code: 'unrecognised', doubts: outcome.findings.length });
  return ok({
    report: { id, savedAt: new Date().toISOString(), source, document, outcome, checkedBy: version },
    beside,
    checklist: checklist?.id ?? null,
  });
}

function hasSums(document: Document): boolean {
  return inferSums(document).some(({ relations }) => relations.some(({ sums }) => sums.some(({ hint }) => !hint)));
}
