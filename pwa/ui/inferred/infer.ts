/** Sums of a document: of small tables at once, of large ones in a worker. */
import { type Document, type InferredTable, inferSums } from '../../../core/index';

export interface SumsJob {
  readonly document: Document;
  readonly except: readonly number[];
}

/** So many numbers are searched in some hundredths of a second; a table of thousands takes seconds. */
const AT_ONCE = 300;

/** `signal`: nobody waits for it any more, and the search ends. */
export function inferAway(
  document: Document,
  except: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<readonly InferredTable[]> {
  if (numbersIn(document, except) <= AT_ONCE) return Promise.resolve(inferSums(document, except));
  return new Promise((done) => {
    const worker = new Worker(new URL('./sums-worker.ts', import.meta.url), { type: 'module' });
    const end = (found: readonly InferredTable[]): void => {
      worker.terminate();
      done(found);
    };
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<readonly InferredTable[]>) => end(data));
    // It could not be loaded: better late than never.
    worker.addEventListener('error', () => end(inferSums(document, except)));
    worker.postMessage({ document, except: [...except] } satisfies SumsJob);
  });
}

function numbersIn({ blocks }: Document, except: ReadonlySet<number>): number {
  let count = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table' || except.has(index)) continue;
    for (const { cells } of block.rows) for (const { text } of cells) if (/\d/.test(text)) count++;
  }
  return count;
}
