/** What came from an address, read, checked and kept. Runs in the worker. */

import { foundIn } from '../../core/exchange/found';
import { reportId } from '../../core/exchange/report-id';
import type { SavedReport } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import { check, type Document, type Outcome, type OwnForm } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { version } from '../../package.json';
import {
  type CheckedBeside,
  checkBeside,
  evidenceOf,
  type IntakeFailure,
  loadOwnForms,
  loadReport,
  type StorageFailure,
  saveEvidence,
  saveReport,
} from '../../pwa/db/index';
import { type FetchedReport, type RenderedTable, sealFetched } from '../capture/seal-fetched';
import type { CheckJob, CheckReply, LookJob } from './check-messages';
import { openFindings } from './open-findings';
import { secondLook } from './second-look';
import type { Changes, RoundResult } from './store';

export async function checkAddress(job: CheckJob): Promise<CheckReply> {
  if (job.rendered !== null) return firstReport(job, job.rendered);
  const read = await readFile(job.received.bytes, readHtml);
  if (!read.ok) return fail({ code: 'read', failure: read.error });
  return firstReport(job, [{ document: read.value, tables: null }]);
}

/** What stands in an attachment; nothing is kept. */
export async function lookAt({ address, look }: LookJob): Promise<CheckReply> {
  const read = await readFile(look, readHtml);
  if (!read.ok) return fail({ code: 'read', failure: read.error });
  const document = { ...read.value, address };
  const { outcome } = await checkInSeries(document, address);
  return outcome.status === 'unrecognised'
    ? { kind: 'unrecognised', page: false }
    : { kind: 'looked', document, outcome };
}

/** Beside last year's report, where it is kept. */
function checkInSeries(document: Document, sourceName: string): Promise<CheckedBeside> {
  return checkBeside((previous) => check(document, previous === undefined ? { sourceName } : { sourceName, previous }));
}

interface Page {
  readonly document: Document;
  /** Null where it was not rendered. */
  readonly tables: readonly RenderedTable[] | null;
}

async function firstReport(job: CheckJob, pages: readonly Page[]): Promise<CheckReply> {
  for (const { document, tables } of pages) {
    const reply = await checkDocument(job, { document: { ...document, address: job.address }, tables });
    if (reply.kind !== 'unrecognised') return reply;
  }
  const isPage = pages.some(({ document: { format } }) => format === 'html' || format === 'page');
  return { kind: 'unrecognised', page: isPage };
}

async function checkDocument(job: CheckJob, { document, tables }: Page): Promise<CheckReply> {
  const source = { address: job.address, fileName: null };
  const id = reportId(document, source);
  const { outcome, beside } = await checkInSeries(document, job.address);
  if (outcome.status === 'unrecognised') return { kind: 'unrecognised', page: false };
  const forms = await loadOwnForms();
  const found = foundIn({ id, source, document, outcome }, forms);
  // Before it is kept: its own row may be the one that it is compared with.
  const changes = job.before === null ? null : await changesSince(job.before, found, forms);
  const report: SavedReport = {
    id,
    savedAt: new Date().toISOString(),
    source,
    document,
    outcome,
    checkedBy: version,
  };
  const saved = await saveReport(report, beside);
  if (!saved.ok) return fail({ code: 'storage', failure: saved.error });
  // Without its evidence it is not done: where there is no room, both are asked for again.
  const full = await sealOnce({ report: id, document, outcome, received: job.received, rendered: tables });
  if (full !== null) return fail({ code: 'storage', failure: full });
  return { kind: 'checked', result: resultOf(job, report, { found, known: saved.value === 'known', changes }) };
}

/** Not where the same content has its evidence already. Null where it is kept. */
async function sealOnce(fetched: FetchedReport): Promise<StorageFailure | null> {
  const { evidence, unreadable } = await evidenceOf(fetched.report);
  if (evidence.length + unreadable > 0) return null;
  const kept = await saveEvidence(await sealFetched(fetched));
  return kept.ok ? null : kept.error;
}

function resultOf(
  { date }: CheckJob,
  { id, document, outcome }: SavedReport,
  { found, known, changes }: Pick<RoundResult, 'known' | 'changes'> & { readonly found: Outcome },
): RoundResult {
  const count = (severity: string): number => found.findings.filter((each) => each.severity === severity).length;
  const { organ, year } = outcome;
  const late = date === '' ? null : lateBy(document, date);
  return {
    report: id,
    known,
    organ,
    year,
    errors: count('error'),
    warnings: count('warning'),
    late,
    changes,
    sealed: true,
  };
}

/** The rule's own word on the date in the list; the kept report is judged by the date on its own page. */
function lateBy(document: Document, published: string): RoundResult['late'] {
  const { findings } = check(document, { published });
  const data = findings.find(({ rule }) => rule === 'publish-late')?.data;
  const limit = data?.['limit'];
  return typeof limit === 'string' ? { limit, early: data?.['early'] === 1 } : null;
}

/** `now`: from `foundIn`, with these forms. */
async function changesSince(id: string, now: Outcome, forms: readonly OwnForm[]): Promise<Changes | null> {
  const before = await loadReport(id);
  if (before === null || before === 'unreadable') return null;
  const open = new Set((await openFindings(foundIn(before, forms))).map(({ fingerprint }) => fingerprint));
  const { outcome } = await checkInSeries(before.document, sourceNameOf(before.source, before.id));
  return secondLook(open, foundIn({ ...before, outcome }, forms), now);
}

function fail(failure: IntakeFailure): CheckReply {
  return { kind: 'failed', failure };
}
