/** Reads a page without holding it up: on a page of many tables it gets its turn between them. */
import { type PageReading, pageSteps, readPage } from '../../core/read/dom';
import { documentsOf } from './frames';

/** Cells that are read in one go, some ten milliseconds. No report has as many; a page of 500 tables eight times as many. */
const AT_ONCE = 5000;
/** Milliseconds after which a turn that nobody announces comes all the same. */
const PATIENCE = 100;

/** As the page stands at one moment: where it changes between two turns it is read anew, in one go. */
export async function readInTurns(page: Document, atOnce = AT_ONCE): Promise<PageReading> {
  const steps = pageSteps(page);
  let watch: ChangeWatch | null = null;
  try {
    for (let cells = 0; ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      cells += step.value;
      if (cells < atOnce) continue;
      cells = 0;
      watch ??= new ChangeWatch(page);
      await turn();
      if (watch.hasChanged()) return readPage(page);
    }
  } finally {
    watch?.end();
  }
}

class ChangeWatch {
  private changed = false;
  private readonly observer = new MutationObserver(() => {
    this.changed = true;
  });

  constructor(page: Document) {
    for (const each of documentsOf(page))
      this.observer.observe(each, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  hasChanged(): boolean {
    return this.changed || this.observer.takeRecords().length > 0;
  }

  end(): void {
    this.observer.disconnect();
  }
}

/**
 * By a message: timers of a page in the background are heard once a second. The timer beside it keeps both ends from being
 * taken away as if nobody waited for them.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (): void => {
      clearTimeout(timer);
      port1.close();
      port2.close();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    port1.onmessage = end;
    port2.postMessage(null);
  });
}
