/**
 * PDFs are read in a thread of their own, which can be ended: a damaged page keeps pdf.js at work for minutes, without a
 * moment in which anything else in its thread has a turn. It starts with the first PDF and ends with the program, however
 * that ends.
 */
import { Worker } from 'node:worker_threads';
import { failed, type ReadFailure } from '../index';
import { MAX_SECONDS } from '../read/time-limit';
import type { Reading } from './input';

/** Of the thread’s heap. Reports take a few tens of megabytes. */
export const MAX_PDF_MEMORY = 1024 * 1024 * 1024;

export interface ThreadLimits {
  /** Of the processor's time: on a busy machine a clock runs on while nothing is read. */
  readonly seconds: number;
  readonly memory: number;
}

const LIMITS: ThreadLimits = { seconds: MAX_SECONDS, memory: MAX_PDF_MEMORY };
/** What waits for something that never comes uses no processor. */
const WAITING = 10;
/** How often the time is looked at, in milliseconds. */
const LOOK = 100;
const MEGABYTE = 1024 * 1024;
/** `bundle` puts it there. */
const SCRIPT = new URL('./pdf-thread.mjs', import.meta.url);

interface Waiting {
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
  readonly watch: NodeJS.Timeout;
}

/** Reads one PDF at a time; those that come meanwhile wait. */
export class PdfThread {
  private worker: Worker | null = null;
  private waiting: Waiting | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly script: URL = SCRIPT,
    private readonly limits: ThreadLimits = LIMITS,
  ) {}

  /** Rejects as `readPdf` does: on a bug. */
  read(bytes: Uint8Array): Promise<Reading> {
    const reading = this.turn.then(() => this.begin(bytes));
    this.turn = reading.catch(() => undefined);
    return reading;
  }

  private begin(bytes: Uint8Array): Promise<Reading> {
    const worker = this.worker ?? this.start();
    return new Promise((resolve, reject) => {
      const isOver = stopwatch(this.limits.seconds);
      const watch = setInterval(() => {
        if (isOver()) this.stop(worker, 'seconds');
      }, LOOK);
      this.waiting = { resolve, reject, watch };
      worker.ref();
      // A copy to give away: the caller may want the bytes again.
      const own = Uint8Array.from(bytes);
      worker.postMessage(own, [own.buffer]);
    });
  }

  private start(): Worker {
    const worker = new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memory / MEGABYTE },
    });
    worker.on('message', (reading: Reading) => {
      // Idle, it keeps no program from its end.
      worker.unref();
      this.settled()?.resolve(reading);
    });
    worker.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return this.stop(worker, 'memory');
      const waiting = this.settled();
      this.worker = null;
      if (waiting === null) throw error;
      waiting.reject(error);
    });
    this.worker = worker;
    return worker;
  }

  /** The next one has a thread of its own, and not before this one is gone. */
  private stop(worker: Worker, reason: keyof ThreadLimits): void {
    const waiting = this.settled();
    this.worker = null;
    const failure: ReadFailure = { code: 'too-complex', kind: 'pdf', reason, limit: this.limits[reason] };
    worker.terminate().then(() => waiting?.resolve(failed(failure)), waiting?.reject);
  }

  private settled(): Waiting | null {
    const { waiting } = this;
    clearInterval(waiting?.watch);
    this.waiting = null;
    return waiting;
  }
}

/** Whether so many seconds are over, of the processor or, ten times as many, of the clock. */
function stopwatch(seconds: number): () => boolean {
  const [from, clock] = [process.cpuUsage(), Date.now()];
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1e6 > seconds || (Date.now() - clock) / 1000 > WAITING * seconds;
  };
}
