/** A page of a scanned PDF as a picture, for a person to read. Runs in the worker. */
import { failed, ok, type ReadFailure, type Result } from '../../core/index';
import { characterMaps, imageDecoders, loadPdfjs, type Pdfjs } from '../../core/read/pdf/load';
import { MAX_PAGES } from '../../core/read/pdf/pdf';

/** Wide enough to read the smallest print of an A4 page, and bounded whatever the page claims to be. */
const WIDTH = 1800;
const MAX_AREA = 12_000_000;

export interface DrawnPdfPage {
  readonly bitmap: ImageBitmap;
  readonly pages: number;
}

/** `number` from 1; beyond the last, the last. */
export async function drawPdfPage(blob: Blob, number: number): Promise<Result<DrawnPdfPage, ReadFailure>> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: new Uint8Array(await blob.arrayBuffer()),
    ...characterMaps(),
    ...imageDecoders(),
    CanvasFactory: OffscreenCanvases,
    FilterFactory: NoFilters,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const pages = pdf.numPages;
    if (pages > MAX_PAGES) return failed({ code: 'too-many-pages', kind: 'pdf', size: pages, limit: MAX_PAGES });
    return ok({ bitmap: await draw(await pdf.getPage(Math.min(number, pages))), pages });
  } catch (error) {
    return failed(failureOf(error));
  } finally {
    await task.destroy();
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdfjs['getDocument']>['promise']>['getPage']>>;

async function draw(page: PdfPage): Promise<ImageBitmap> {
  const natural = page.getViewport({ scale: 1 });
  const area = natural.width * natural.height;
  const scale = Math.min(WIDTH / natural.width, Math.sqrt(MAX_AREA / area));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const canvasContext = canvas.getContext('2d');
  if (canvasContext === null) throw new Error('no canvas');
  // It draws on whatever draws like a canvas; its types know only that of a page.
  const target = { canvas: null, canvasContext, viewport } as unknown as Parameters<PdfPage['render']>[0];
  await page.render(target).promise;
  return canvas.transferToImageBitmap();
}

function failureOf(error: unknown): ReadFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { code: 'encrypted', kind: 'pdf' };
  return { code: 'damaged', kind: 'pdf', reason: error instanceof Error ? error.message : String(error) };
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** pdf.js asks a page for canvases; a worker has its own. */
class OffscreenCanvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(pair: CanvasAndContext): void {
    this.reset(pair, 0, 0);
    pair.canvas = null;
    pair.context = null;
  }
}

/** Filters are elements of a page. No scan has any. */
class NoFilters {
  addFilter(): string {
    return 'none';
  }

  addHCMFilter(): string {
    return 'none';
  }

  addAlphaFilter(): string {
    return 'none';
  }

  addLuminosityFilter(): string {
    return 'none';
  }

  addHighlightHCMFilter(): string {
    return 'none';
  }

  destroy(): void {}
}
