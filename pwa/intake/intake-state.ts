/** What the screens see of files on their way in. */
import { signal } from '@preact/signals';
import type { IntakeFailure, StorageFailure } from '../db/index';
import type { Pace } from '../ui/rate';

export interface Trouble {
  readonly id: number;
  /** The file's name; empty for a paste. */
  readonly name: string;
  readonly failure: IntakeFailure;
}

export interface Progress extends Pace {
  readonly done: number;
  readonly total: number;
  /** The file at work; empty while reports of one organ are held beside each other. */
  readonly name: string;
  readonly linking: boolean;
}

/** What came of one batch, in numbers. */
export interface IntakeSummary {
  readonly saved: number;
  /** Were there already, the same content. */
  readonly known: number;
  readonly withErrors: number;
  /** Errors that last year's report brought to light, when all were there. */
  readonly acrossYears: number;
  readonly failed: number;
  readonly cancelled: number;
  /** System files in archives. */
  readonly skipped: number;
}

export const NOTHING: IntakeSummary = {
  saved: 0,
  known: 0,
  withErrors: 0,
  acrossYears: 0,
  failed: 0,
  cancelled: 0,
  skipped: 0,
};

export const progress = signal<Progress | null>(null);
/** Failures of this visit, until somebody has seen them. */
export const troubles = signal<readonly Trouble[]>([]);
export const summary = signal<IntakeSummary | null>(null);
/** Files that were never finished: of a closed tab, or stopped. */
export const unfinished = signal(0);
/** Why everything waits: the store takes nothing, or the reader did not load. */
export const halted = signal<StorageFailure | 'unavailable' | null>(null);
/** Files that wait and the store had no room for: they are checked from where they are, while this page is open. */
export const unkept = signal(0);
