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
  keepAlive();
  return library as unknown as Pdfjs;
}

interface Process {
  readonly getBuiltinModule?: (name: string) => unknown;
  readonly listenerCount: (event: string) => number;
  readonly on: (event: string, listener: (reason: unknown) => void) => void;
}

function nodeProcess(): Process | undefined {
  const { process } = globalThis as { process?: Process };
  return process?.getBuiltinModule === undefined ? undefined : process;
}

/** pdf.js looks ahead for pages that it may never ask for: where such a page is damaged, Node would end the process. */
function keepAlive(): void {
  const process = nodeProcess();
  process?.on('unhandledRejection', (reason) => {
    if (!isOfPdfjs(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}

export function isOfPdfjs(reason: unknown): boolean {
  return reason instanceof Error && /pdf\.worker/.test(reason.stack ?? '');
}

export interface CharacterMaps {
  readonly cMapUrl: string;
  readonly cMapPacked: true;
  /** Not through the page: a worker has none. */
  readonly useWorkerFetch: boolean;
}

/**
 * Decoders of pictures that pdf.js has in a file of its own (JPEG 2000), for who draws pages in a build: beside its
 * scripts, loaded when one is needed. As a script, because the pages' content security policy allows no WebAssembly.
 */
export function imageDecoders(): { readonly wasmUrl: string; readonly useWasm: false } {
  return { wasmUrl: new URL('../decoders/', here).href, useWasm: false };
}

interface Modules {
  readonly createRequire: (from: string) => { resolve(name: string): string };
}

/** Where this module is; a variable, so that no bundler takes the address below for a file of ours. */
const here = import.meta.url;

/**
 * Which character is meant by a number, in fonts that the file only names (宋体 without the font itself). Node reads them
 * from the package; a build has the Chinese ones in a folder beside its scripts, loaded when one is asked for.
 */
export function characterMaps(): CharacterMaps {
  const modules = nodeProcess()?.getBuiltinModule?.('node:module') as Modules | undefined;
  if (modules === undefined)
    return { cMapUrl: new URL('../cmaps/', here).href, cMapPacked: true, useWorkerFetch: true };
  const folder = modules
    .createRequire(here)
    .resolve('pdfjs-dist/package.json')
    .replace(/package\.json$/, 'cmaps/');
  return { cMapUrl: folder, cMapPacked: true, useWorkerFetch: false };
}
