/** The process that `pdf-beside` starts: the bytes of one PDF after another, each answered with what was read. */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readPdf } from '../read/pdf/pdf';

/** `bundle` puts it there. */
const watch = new Worker(new URL('./pdf-watch.mjs', import.meta.url), { argv: process.argv.slice(2) });
watch.unref();

process.on('disconnect', () => process.exit());
process.on('message', async (bytes: Uint8Array) => {
  watch.postMessage('begins');
  try {
    const reading = await readPdf(bytes);
    watch.postMessage('ended');
    process.send?.(reading);
  } catch (error) {
    // A bug: told to whoever waits, who has no other PDF read by what has one.
    writeSync(2, error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  }
});
