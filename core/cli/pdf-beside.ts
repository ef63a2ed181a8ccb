/**
 * PDFs are read in a process of their own, which can be killed: a damaged page keeps pdf.js at work for minutes, without a
 * moment in which anything else has a turn. It starts with the first PDF and ends with the program, however that ends.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { failed } from '../index';
import type { Reading } from './input';

/** Of the processor. Two hundred pages of reports take six. */
export const MAX_PDF_SECONDS = 30;
/** Of the whole process. Reports of six pages or of three hundred take a quarter of it. */
export const MAX_PDF_MEMORY = 1024 * 1024 * 1024;

export interface PdfLimits {
  /** Of the processor's time: on a busy machine a clock runs on while nothing is read. */
  readonly seconds: number;
  readonly memory: number;
}

const LIMITS: PdfLimits = { seconds: MAX_PDF_SECONDS, memory: MAX_PDF_MEMORY };
const MEGABYTE = 1024 * 1024;
/** `bundle` puts it there. */
const SCRIPT = new URL('./pdf-child.mjs', import.meta.url);
/** Characters of what a process says in its end. */
const LAST_WORDS = 8000;

interface Waiting {
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
}

/** Reads one PDF at a time; those that come meanwhile wait. */
export class PdfProcess {
  private child: ChildProcess | null = null;
  private waiting: Waiting | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly script: URL = SCRIPT,
    private readonly limits: PdfLimits = LIMITS,
  ) {}

  /** Rejects as `readPdf` does: on a bug. */
  read(bytes: Uint8Array): Promise<Reading> {
    const reading = this.turn.then(() => this.begin(bytes));
    this.turn = reading.catch(() => undefined);
    return reading;
  }

  private begin(bytes: Uint8Array): Promise<Reading> {
    const child = this.child ?? this.start();
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      keep(child, 'ref');
      child.send(bytes);
    });
  }

  private start(): ChildProcess {
    const { seconds, memory } = this.limits;
    const child = fork(fileURLToPath(this.script), [process.pid, seconds, memory].map(String), {
      execArgv: [`--max-old-space-size=${memory / MEGABYTE}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-LAST_WORDS);
    });
    child.on('message', (reading: Reading) => {
      // Idle, it keeps no program from its end.
      keep(child, 'unref');
      this.settled()?.resolve(reading);
    });
    child.on('error', (error) => this.ended(child)?.reject(error));
    child.on('close', (code, signal) => {
      const waiting = this.ended(child);
      const reason = limitIn(words);
      if (reason === null) waiting?.reject(new Error(`the PDF reader ended with ${signal ?? code} ${words}`.trim()));
      else waiting?.resolve(failed({ code: 'too-complex', kind: 'pdf', reason, limit: this.limits[reason] }));
    });
    this.child = child;
    return child;
  }

  /** The next one has a process of its own. */
  private ended(child: ChildProcess): Waiting | null {
    if (this.child !== child) return null;
    this.child = null;
    return this.settled();
  }

  private settled(): Waiting | null {
    const { waiting } = this;
    this.waiting = null;
    return waiting;
  }
}

/** Which limit ended a process, by its last words: the watch's, or the engine's own of a heap that is full. */
function limitIn(words: string): keyof PdfLimits | null {
  if (/^limit: seconds$/m.test(words)) return 'seconds';
  return /^limit: memory$|heap out of memory/m.test(words) ? 'memory' : null;
}

/** Whether a child keeps its program running: itself, what it says and what it is told. */
function keep(child: ChildProcess, way: 'ref' | 'unref'): void {
  child[way]();
  child.channel?.[way]();
  (child.stderr as Socket | null)?.[way]();
}
