/** The worker that reads and checks, as the page has it: one job at a time, with a time limit, ended at any moment. */
import { type FileResult, type Job, type Reply, replySchema } from './messages';

/** What became of a job. */
export type Answer =
  | { readonly kind: 'result'; readonly result: FileResult }
  | { readonly kind: 'linked'; readonly wrong: number }
  | { readonly kind: 'detailed'; readonly made: number }
  | Extract<Reply, { kind: 'page' | 'page-failed' | 'linted' | 'tried' }>
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly reason: string }
  /** The worker itself did not load. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'stopped' };

export type LinkProgress = Extract<Reply, { kind: 'linking' }>;

export class Reader {
  private worker: Worker | null = null;
  private port: MessagePort | null = null;
  private loaded = false;
  private turn: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settle: ((answer: Answer) => void) | null = null;
  private progress: ((linking: LinkProgress) => void) | null = null;

  constructor(private readonly limit: number) {}

  /** Jobs wait for each other. */
  run(job: Job, onProgress: ((linking: LinkProgress) => void) | null = null): Promise<Answer> {
    const answer = this.turn.then(() => this.begin(job, onProgress));
    this.turn = answer;
    return answer;
  }

  private begin(job: Job, onProgress: ((linking: LinkProgress) => void) | null): Promise<Answer> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.progress = onProgress;
      const port = this.started();
      this.restartTimer();
      port.postMessage(job);
    });
  }

  /** Ends what is at work, at once. */
  stop(): void {
    this.end({ kind: 'stopped' });
  }

  /** Starts the worker while nobody waits for it. */
  warm(): void {
    this.started();
  }

  private started(): MessagePort {
    if (this.port !== null) return this.port;
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    this.loaded = false;
    // A line of our own: pdf.js takes the worker's for its, and talks on it.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event: MessageEvent<unknown>) => this.hear(event.data));
    port1.start();
    worker.postMessage(null, [port2]);
    this.port = port1;
    const broken = (reason: string): void => {
      this.end(this.loaded ? { kind: 'crashed', reason } : { kind: 'unavailable', reason });
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      broken(event.message ?? '');
    });
    port1.addEventListener('messageerror', () => broken('messageerror'));
    return port1;
  }

  private hear(data: unknown): void {
    const reply = replySchema.safeParse(data);
    if (!reply.success) {
      this.end({ kind: 'crashed', reason: 'unknown message' });
      return;
    }
    const said = reply.data;
    if (said.kind === 'ready') {
      this.loaded = true;
      // Loading takes its time on a slow disk; the limit is for the file.
      if (this.settle !== null) this.restartTimer();
    } else if (said.kind === 'linking') {
      this.restartTimer();
      this.progress?.(said);
    } else this.finish(said);
  }

  private restartTimer(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end({ kind: 'timeout' }), this.limit);
  }

  private end(answer: Answer): void {
    this.worker?.terminate();
    this.port?.close();
    this.worker = null;
    this.port = null;
    this.finish(answer);
  }

  private finish(answer: Answer): void {
    clearTimeout(this.timer);
    const settle = this.settle;
    this.settle = null;
    this.progress = null;
    settle?.(answer);
  }
}
