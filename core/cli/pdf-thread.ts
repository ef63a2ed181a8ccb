/** The thread that `pdf-beside` starts: the bytes of one PDF after another, each answered with what was read. */
import { parentPort } from 'node:worker_threads';
import { readPdf } from '../read/pdf/pdf';

parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await readPdf(bytes)));
