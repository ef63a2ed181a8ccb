/** The library for all screens that show it: summaries, 明细 and opinions joined, and kept in step with the store. */
import { signal } from '@preact/signals';
import { Dexie } from 'dexie';
import type { OwnFinding } from '../../core/exchange/own';
import { formsStamp, type KeptForm, ownFormsOf } from '../../core/exchange/own-form';
import type { Opinion } from '../../core/exchange/schema';
import type { Deadlines } from '../../core/index';
import { deadlinesNow } from '../checklists/deadlines';
import { allDetails, allOpinions, loadReport, type ReportDetails, type ReportSummary, reviewsOf } from '../db/index';
import { indexOpinions, type OpinionIndex } from '../db/opinion-index';
import { Reader } from '../intake/reader';
import { reportList } from '../report-list';
import { groupOwn } from './own-findings';
import { type LibraryRecord, recordOf } from './record';
import {
  groupSaid,
  NOTHING_SAID,
  organKey,
  type ReviewState,
  reportKey,
  type Said,
  stateOf,
  statusOf,
} from './review-state';

/** In the order of `reportList`, latest first. */
export const records = signal<readonly LibraryRecord[]>([]);
/** Whether 明细 and opinions are in `records`; before that searches find names only, and states of review are not known. */
export const joined = signal(false);
/** 明细 being made, where that takes more than a moment. */
export const making = signal<{ readonly done: number; readonly total: number } | null>(null);
/** Why they could not be made. */
export const makingFailed = signal<string | null>(null);

let details: ReadonlyMap<string, ReportDetails> = new Map();
let opinions: readonly Opinion[] = [];
/** Of them; made for the first report that needs it whole. */
let index: OpinionIndex | null = null;
/** 自定报表格式: what they find is in the 明细. */
let forms: readonly KeptForm[] = [];
let deadlines: ((report: string) => Deadlines | null) | null = null;
let watching = false;

/** Begins with the first screen that needs it, and goes on. */
export function watchLibrary(): void {
  if (watching) return;
  watching = true;
  reportList.subscribe((live) => {
    if (live.state !== 'ready') return;
    if (!joined.value) records.value = live.value.reports.map((summary) => recordOf(summary, null, 'none'));
    if (live.value.whole) readSoon();
  });
  Dexie.on('storagemutated', (parts) => {
    if (Object.keys(parts).some((part) => /\/(?:details|opinions|checklists|checklistChoices)\//.test(part)))
      readSoon();
  });
}

/** As `reportList`: a tenth of the time at most. */
const PAUSE = 300;
const SHARE = 10;
let timer: ReturnType<typeof setTimeout> | null = null;
let reading = false;
let again = false;
let pause = 0;

function readSoon(): void {
  if (reading) again = true;
  if (reading || timer !== null) return;
  timer = setTimeout(() => void read(), pause);
}

async function read(): Promise<void> {
  timer = null;
  reading = true;
  const started = performance.now();
  try {
    [details, { opinions }, deadlines] = await Promise.all([allDetails(), allOpinions(), deadlinesNow()]);
    forms = ownFormsOf(opinions);
    index = null;
    await join();
  } catch (error) {
    // The list itself says where the store is closed; without the rest it still lists.
    console.error('Gouji: the library could not be read', error);
  }
  reading = false;
  pause = Math.max(PAUSE, SHARE * (performance.now() - started));
  if (again) {
    again = false;
    readSoon();
  }
}

/** Records made at a time: between them the page answers. */
const CHUNK = 1000;

async function join(): Promise<void> {
  const live = reportList.value;
  if (live.state !== 'ready') return;
  const said = opinions.length === 0 ? NOTHING_SAID : groupSaid(opinions);
  const written = groupOwn(opinions);
  const next: LibraryRecord[] = [];
  for (const summary of live.value.reports) {
    const known = details.get(summary.id) ?? null;
    const own = written.get(reportKey(organKey(summary), summary.year)) ?? [];
    const review = await reviewStateOf(summary, known, own, said);
    next.push(recordOf(summary, known, review, deadlines?.(summary.id) ?? null, own));
    if (next.length % CHUNK === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  records.value = next;
  joined.value = true;
  void makeMissing();
}

async function reviewStateOf(
  summary: ReportSummary,
  known: ReportDetails | null,
  own: readonly OwnFinding[],
  said: Said,
): Promise<ReviewState> {
  if (known === null) return 'none';
  const organ = organKey(summary);
  if (said.whole.has(reportKey(organ, summary.year))) return stateOfWhole(summary.id, organ);
  const statuses = known.findings.map((finding) => statusOf(finding, organ, said));
  return stateOf([...known.findings, ...own], [...statuses, ...own.map(() => 'open' as const)]);
}

/** Words on cells and on findings of people's own rest on values that stand in the report alone. Few reports have any. */
async function stateOfWhole(id: string, organ: string): Promise<ReviewState> {
  const report = await loadReport(id);
  if (report === null || report === 'unreadable') return 'none';
  const { foundIn, withOwnFindings } = await import('../../core/exchange/found');
  index ??= indexOpinions(opinions);
  const found = foundIn(report, forms);
  const bearing = index(found, organ);
  const outcome = withOwnFindings(found, bearing);
  const reviews = reviewsOf(outcome, bearing, organ);
  const { findings } = outcome;
  return stateOf(
    findings,
    findings.map(({ fingerprint }) => reviews.get(fingerprint)?.status ?? 'open'),
  );
}

/** A moment's work is not worth a line on the screen. */
const SHOWN_AFTER = 1000;
/** A worker of its own: files on their way in shall not wait for it. */
const reader = new Reader(120_000);
let atWork = false;
/** Those that were without at the last try, with forms as they were. Whatever can have none stays among them, and is not tried again and again. */
let tried: ReadonlySet<string> = new Set();

async function makeMissing(): Promise<void> {
  if (atWork) return;
  const stamp = formsStamp(forms);
  const missing = new Set(
    records.value.flatMap(({ id, details }) => (details?.forms === stamp ? [] : `${id} ${stamp}`)),
  );
  const isKnown = [...missing].every((id) => tried.has(id));
  // What has some by now may lose them again.
  tried = missing;
  if (isKnown) return;
  atWork = true;
  makingFailed.value = null;
  const started = performance.now();
  const answer = await reader.run({ kind: 'details' }, ({ done, total }) => {
    if (performance.now() - started > SHOWN_AFTER) making.value = { done, total };
  });
  reader.stop();
  making.value = null;
  atWork = false;
  if (answer.kind === 'detailed') readSoon();
  else makingFailed.value = 'reason' in answer ? answer.reason : answer.kind;
}
