/** pdf.js, where it is: in Node and in a worker of the browser. */
import type * as Library from 'pdfjs-dist/types/src/pdf';

export type Pdfjs = typeof Library;

let loaded: Promise<Pdfjs> | null = null;

/** Its own worker runs in this very thread: whoever reads in the background has one already. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfjs> {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // @ts-expect-error: the package has no types for it.
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return library as unknown as Pdfjs;
}
