/** The run through the queue: one file after another to the worker, each answer to its place. */
import { MAX_SECONDS } from '../../core/read/time-limit';
import { blobOf, failItem, type IntakeFailure, type QueueItem, setStates } from '../db/index';
import { openBundle } from '../exchange/incoming';
import { askToKeep } from '../offline/persistence';
import { go } from '../route';
import { Rate } from '../ui/rate';
import { whileAtWork } from './at-work';
import { halted, type IntakeSummary, NOTHING, summary, troubles, unfinished, unkept } from './intake-state';
import type { FileResult, Job } from './messages';
import { dropItems, itemsWhere, nextWaiting, putItem, reloadQueue, tell } from './queue-view';
import { type Answer, Reader } from './reader';
import { showProgress } from './show-progress';

export const reader = new Reader(MAX_SECONDS * 1000);
/** Files the store has no room for, under ids below zero. */
export const held = new Map<number, File>();

/** What the run at work has done so far. */
interface Run {
  counts: IntakeSummary;
  done: number;
  total: number;
  /** The last report, to be opened where it is the only one. */
  opened: string | null;
  /** Somebody is looking at what must not be taken from under them. */
  stay: boolean;
  readonly rate: Rate;
}
let run: Run | null = null;
let stopped = false;
let linking = false;

export function isRunning(): boolean {
  return run !== null;
}

/** So many files are to come or have come; they join what runs. `stay`: the screen is not changed when done. */
export async function start(more: number, { stay = false, skipped = 0 } = {}): Promise<void> {
  if (run !== null) {
    run.total += more;
    run.stay ||= stay;
    run.counts = { ...run.counts, skipped: run.counts.skipped + skipped };
    return;
  }
  const own: Run = { counts: { ...NOTHING, skipped }, done: 0, total: more, opened: null, stay, rate: new Rate() };
  run = own;
  stopped = false;
  summary.value = null;
  halted.value = null;
  unfinished.value = 0;
  // It goes on after these files.
  if (linking) reader.stop();
  show(own, '');
  await whileAtWork(() => work(own));
  run = null;
  showProgress(null);
  tell();
  arrive(own);
  if (own.counts.saved + own.counts.known > 0) await link();
}

export function cancelIntake(): void {
  stopped = true;
  reader.stop();
}

async function work(own: Run): Promise<void> {
  own.rate.mark(performance.now(), 0);
  for (let item = await nextItem(own); item !== undefined; item = await nextItem(own)) {
    show(own, item.name);
    const answer = await reader.run(jobOf(item));
    if (answer.kind === 'stopped') break;
    if (!(await settle(own, item, resultOf(answer)))) break;
    own.rate.mark(performance.now(), own.done);
  }
  if (stopped) await cancelRest(own);
  unfinished.value = itemsWhere(isLeft).length;
}

function jobOf({ id }: QueueItem): Job {
  const file = held.get(id);
  return file === undefined ? { kind: 'file', id } : { kind: 'file', id, file };
}

/** The next one that waits; where files are still being written to the store, it waits for them. */
async function nextItem(own: Run): Promise<QueueItem | undefined> {
  for (;;) {
    const item = nextWaiting();
    if (stopped) return undefined;
    if (item !== undefined || own.done >= own.total) return item;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function resultOf(answer: Answer): FileResult {
  return answer.kind === 'result' ? answer.result : { state: 'failed', failure: failureOf(answer) };
}

/** Why there is no report, of an answer that is none. */
export function failureOf(answer: Answer): IntakeFailure {
  if (answer.kind === 'timeout') return { code: 'timeout', seconds: MAX_SECONDS };
  if (answer.kind === 'unavailable') return { code: 'unavailable' };
  if (answer.kind === 'result' && answer.result.state === 'failed') return answer.result.failure;
  if (answer.kind === 'result' && answer.result.state === 'refused')
    return { code: 'storage', failure: answer.result.failure };
  return { code: 'crashed', reason: answer.kind === 'crashed' ? answer.reason : answer.kind };
}

/** Whether to go on. */
async function settle(own: Run, item: QueueItem, result: FileResult): Promise<boolean> {
  switch (result.state) {
    case 'refused':
      halted.value = result.failure;
      return false;
    case 'failed':
      if (result.failure.code === 'unavailable') {
        halted.value = 'unavailable';
        return false;
      }
      // The worker wrote it where it lived to do so.
      if (item.id > 0) await failItem(item.id, result.failure).catch(() => undefined);
      refuse(own, item, result.failure);
      return true;
    case 'opened':
      await unfold(own, item, result.skipped);
      return true;
    case 'bundle':
      await preview(own, item);
      return true;
    case 'gone':
      own.done += 1;
      dropItems([item.id]);
      return true;
    default:
      keep(own, item, result);
      return true;
  }
}

function keep(own: Run, item: QueueItem, result: Extract<FileResult, { state: 'done' | 'known' }>): void {
  const { counts } = own;
  own.done += 1;
  own.opened = result.report;
  own.counts = {
    ...counts,
    saved: counts.saved + (result.state === 'done' ? 1 : 0),
    known: counts.known + (result.state === 'known' ? 1 : 0),
    withErrors: counts.withErrors + (result.wrong ? 1 : 0),
  };
  held.delete(item.id);
  const { failure: _, ...rest } = item;
  putItem({ ...rest, state: result.state, report: result.report });
  countUnkept();
}

function refuse(own: Run, item: QueueItem, failure: IntakeFailure): void {
  own.done += 1;
  own.counts = { ...own.counts, failed: own.counts.failed + 1 };
  putItem({ ...item, state: 'failed', failure });
  countUnkept();
  troubles.value = [...troubles.value, { id: item.id, name: item.path, failure }];
}

/** An archive gives way to its entries. */
async function unfold(own: Run, { id }: QueueItem, skipped: number): Promise<void> {
  await reloadQueue();
  const entries = itemsWhere(({ archive }) => archive === id);
  own.total += entries.length - 1;
  own.counts = { ...own.counts, skipped: own.counts.skipped + skipped };
  for (const entry of entries) if (entry.failure !== undefined) refuse(own, entry, entry.failure);
}

/** A .gouji file under another name. */
async function preview(own: Run, { id, name }: QueueItem): Promise<void> {
  own.done += 1;
  own.stay = true;
  const blob = held.get(id) ?? (await blobOf(id));
  dropItems([id]);
  if (blob === null) return;
  await openBundle(new File([blob], name));
  go({ screen: 'exchange' });
}

export function isLeft({ state }: QueueItem): boolean {
  return state === 'waiting' || state === 'cancelled';
}

/** Those that wait and are nowhere but in this page. */
export function countUnkept(): void {
  unkept.value = itemsWhere((item) => item.id < 0 && isLeft(item)).length;
}

async function cancelRest(own: Run): Promise<void> {
  // One that the worker finished in its last moment is done, whoever was told.
  await setStates('waiting', 'cancelled');
  await reloadQueue();
  for (const item of itemsWhere(({ state }) => state === 'waiting')) putItem({ ...item, state: 'cancelled' });
  own.counts = { ...own.counts, cancelled: itemsWhere(isLeft).length };
}

function arrive({ counts, total, opened, stay }: Run): void {
  if (counts.saved > 0) void askToKeep();
  // Not done: what waits, and why, is said instead.
  if (halted.value !== null) return;
  summary.value = total > 1 || counts.cancelled > 0 ? counts : null;
  if (stay) return;
  if (total === 1 && opened !== null) go({ screen: 'report', id: opened });
  else if (counts.saved + counts.known > 0) go({ screen: 'reports' });
}

/** 跨年勾稽: reports whose neighbour of the year before is there now, or came later. What is cut short goes on next time. */
export async function link(): Promise<void> {
  if (linking) return;
  linking = true;
  const answer = await reader.run({ kind: 'link' }, ({ done, total }) => {
    if (run === null) showProgress({ done, total, name: '', linking: true, rate: null, left: null });
  });
  linking = false;
  if (run === null) showProgress(null);
  if (answer.kind === 'linked' && summary.value !== null)
    summary.value = { ...summary.value, acrossYears: answer.wrong };
  if (answer.kind === 'crashed' || answer.kind === 'timeout')
    console.error('Gouji: reports could not be held beside those of the year before', answer);
}

function show(own: Run, name: string): void {
  showProgress({ done: own.done, total: own.total, name, linking: false, ...own.rate.pace(own.total) });
}
