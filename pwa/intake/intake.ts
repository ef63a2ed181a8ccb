/** Files and pastes on their way in: one after another, each failure kept until somebody has seen it. */
import { signal } from '@preact/signals';
import type { SavedReport } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { looksLikeBundle, type StorageFailure, saveReport } from '../db/index';
import { openBundle } from '../exchange/incoming';
import { askToKeep } from '../offline/persistence';
import { go } from '../route';
import type { IntakeFailure } from './read-source';

export interface Trouble {
  readonly id: number;
  /** The file's name; empty for a paste. */
  readonly name: string;
  readonly failure: IntakeFailure | { readonly code: 'storage'; readonly failure: StorageFailure };
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The file at work. */
  readonly name: string;
}

/** What came of one batch, in numbers. */
export interface IntakeSummary {
  readonly saved: number;
  /** Were there already, the same content. */
  readonly known: number;
  readonly withErrors: number;
  readonly failed: number;
  readonly cancelled: number;
}

/** What reads and checks is loaded when first needed: the list of reports opens without it. */
const reader = () => import('./read-source');

type Checked = Result<SavedReport, IntakeFailure>;

export const progress = signal<Progress | null>(null);
export const troubles = signal<readonly Trouble[]>([]);
export const summary = signal<IntakeSummary | null>(null);

const NOTHING: IntakeSummary = { saved: 0, known: 0, withErrors: 0, failed: 0, cancelled: 0 };

const queue: File[] = [];
let cancelled = false;
let lastTrouble = 0;

export function cancelIntake(): void {
  cancelled = true;
}

export function dismissTroubles(id?: number): void {
  troubles.value = id === undefined ? [] : troubles.value.filter((trouble) => trouble.id !== id);
}

/** Checks and keeps files in turn; more files may join while it runs. One lone report is opened when done. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  queue.push(...files);
  if (progress.value !== null) {
    progress.value = { ...progress.value, total: progress.value.total + files.length };
    return;
  }
  cancelled = false;
  progress.value = { done: 0, total: queue.length, name: '' };
  let counts = NOTHING;
  let opened: string | null = null;
  let stay = false;
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    progress.value = { ...progress.value, name: file.name };
    await nextFrame();
    if (cancelled) {
      counts = { ...counts, cancelled: queue.length + 1 };
      queue.length = 0;
      break;
    }
    if (await takeBundle(file)) stay = true;
    else {
      const taken = await keep(file.name, await guarded((read) => read.checkFile(file)));
      counts = taken.count(counts);
      opened = taken.id ?? opened;
    }
    progress.value = { ...progress.value, done: progress.value.done + 1 };
  }
  const total = progress.value.total;
  progress.value = null;
  finish(counts, total, opened, stay);
}

export async function takePaste(html: string, text: string): Promise<boolean> {
  const taken = await keep('', await guarded((read) => read.checkPaste(html, text)));
  finish(taken.count(NOTHING), 1, taken.id);
  return taken.id !== null;
}

/** One input that brings the checker down costs that input, not the rest. */
async function guarded(
  run: (read: Awaited<ReturnType<typeof reader>>) => Checked | Promise<Checked>,
): Promise<Checked> {
  try {
    return await run(await reader());
  } catch (error) {
    console.error('Gouji: a report could not be checked', error);
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'crashed', reason } };
  }
}

interface Taken {
  readonly id: string | null;
  readonly count: (before: IntakeSummary) => IntakeSummary;
}

async function keep(name: string, checked: Checked): Promise<Taken> {
  if (!checked.ok) return refuse(name, checked.error);
  const report = checked.value;
  const saved = await saveReport(report);
  if (!saved.ok) return refuse(name, { code: 'storage', failure: saved.error });
  const wrong = report.outcome.findings.some((finding) => finding.severity === 'error') ? 1 : 0;
  return {
    id: report.id,
    count: (before) => ({
      ...before,
      saved: before.saved + (saved.value === 'known' ? 0 : 1),
      known: before.known + (saved.value === 'known' ? 1 : 0),
      withErrors: before.withErrors + wrong,
    }),
  };
}

function refuse(name: string, failure: Trouble['failure']): Taken {
  lastTrouble += 1;
  troubles.value = [...troubles.value, { id: lastTrouble, name, failure }];
  return { id: null, count: (before) => ({ ...before, failed: before.failed + 1 }) };
}

/** A .gouji file among the files goes to its preview. */
async function takeBundle(file: File): Promise<boolean> {
  const named = file.name.toLowerCase().endsWith('.gouji');
  if (!named && !looksLikeBundle(await headOf(file))) return false;
  await openBundle(file);
  go({ screen: 'exchange' });
  return true;
}

async function headOf(file: File): Promise<string> {
  try {
    return await file.slice(0, 200).text();
  } catch {
    return ''; // `checkFile` meets the same refusal and tells it.
  }
}

function finish(counts: IntakeSummary, total: number, opened: string | null, stay = false): void {
  if (counts.saved > 0) void askToKeep();
  summary.value = total > 1 || counts.cancelled > 0 ? counts : null;
  // A .gouji file among them waits for its preview to be answered.
  if (stay) return;
  if (total === 1 && opened !== null) go({ screen: 'report', id: opened });
  else if (counts.saved + counts.known > 0) go({ screen: 'reports' });
}

/** Lets the browser draw the progress and take a click on “cancel”. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
