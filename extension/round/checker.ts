/** The worker that checks, as a round has it: one page at a time, with a time limit, made anew where it broke. */
import { MAX_SECONDS } from '../../core/read/time-limit';
import type { IntakeFailure } from '../../pwa/db/index';
import { type CheckReply, checkReplySchema, type WorkerJob } from './check-messages';

export type CheckAnswer = Exclude<CheckReply, { kind: 'ready' }>;

export class Checker {
  private worker: Worker | null = null;
  private port: MessagePort | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private settle: ((answer: CheckAnswer) => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  check(job: WorkerJob): Promise<CheckAnswer> {
    const answer = this.turn.then(() => this.begin(job));
    this.turn = answer;
    return answer;
  }

  close(): void {
    this.end({ code: 'unavailable' });
  }

  private begin(job: WorkerJob): Promise<CheckAnswer> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.started().postMessage(job);
      this.restartTimer();
    });
  }

  private started(): MessagePort {
    if (this.port !== null) return this.port;
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event: MessageEvent<unknown>) => this.hear(event.data));
    port1.start();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end({ code: 'crashed', reason: event.message ?? '' });
    });
    worker.postMessage(null, [port2]);
    this.worker = worker;
    this.port = port1;
    return port1;
  }

  private hear(data: unknown): void {
    const reply = checkReplySchema.safeParse(data);
    if (!reply.success) this.end({ code: 'crashed', reason: 'unknown message' });
    // Loading takes its time on a slow disk; the limit is for the page.
    else if (reply.data.kind === 'ready') this.restartTimer();
    else this.finish(reply.data);
  }

  private restartTimer(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end({ code: 'timeout', seconds: MAX_SECONDS }), MAX_SECONDS * 1000);
  }

  private end(failure: IntakeFailure): void {
    this.worker?.terminate();
    this.port?.close();
    this.worker = null;
    this.port = null;
    this.finish({ kind: 'failed', failure });
  }

  private finish(answer: CheckAnswer): void {
    clearTimeout(this.timer);
    const settle = this.settle;
    this.settle = null;
    settle?.(answer);
  }
}
