/** A picture, or a scanned PDF, as pages to draw. What cannot be drawn says why. */
import { failed, ok, type Result } from '../../../core/index';
import { MAX_BYTES } from '../../../core/read/file';
import type { PictureFile } from '../../db/entries';
import { Reader } from '../../intake/reader';
import { MAX_PIXELS, MAX_SIDE } from './limits';
import { type PictureKind, pictureHeader } from './picture-header';

export type PictureFailure =
  | { readonly code: 'damaged' | 'cut' | 'not-a-picture' | 'encrypted' }
  | { readonly code: 'unsupported'; readonly kind: PictureKind }
  | { readonly code: 'too-large'; readonly bytes: number }
  | { readonly code: 'too-many-pixels'; readonly width: number; readonly height: number }
  | { readonly code: 'too-many-pages'; readonly pages: number; readonly limit: number }
  | { readonly code: 'timeout'; readonly seconds: number };

export interface DrawnPage {
  readonly bitmap: ImageBitmap;
  readonly pages: number;
}

type Drawn = Result<DrawnPage, PictureFailure>;

/** A page that is drawn for so long is drawn for ever. */
const SECONDS = 60;

/** A reader of its own: files on their way in do not wait for pictures, nor pictures for them. */
const reader = new Reader(SECONDS * 1000);

/** `page` from 1. The caller closes the bitmap. */
export async function drawPage({ blob }: PictureFile, page: number): Promise<Drawn> {
  if (blob.size > MAX_BYTES) return failed({ code: 'too-large', bytes: blob.size });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const header = pictureHeader(bytes);
  if (header === null) return isPdf(bytes) ? drawPdfPage(blob, page) : failed({ code: 'not-a-picture' });
  if (header.kind === 'tiff') return failed({ code: 'unsupported', kind: header.kind });
  if (header.size === null) return failed({ code: header.cut ? 'cut' : 'damaged' });
  const { width, height } = header.size;
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE)
    return failed({ code: 'too-many-pixels', width, height });
  try {
    return ok({ bitmap: await createImageBitmap(blob), pages: 1 });
  } catch {
    return failed({ code: header.cut ? 'cut' : 'damaged' }); // The browser says no more than that it cannot.
  }
}

/** Some programs write a line of their own before the signature. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

async function drawPdfPage(blob: Blob, page: number): Promise<Drawn> {
  const answer = await reader.run({ kind: 'page', blob, page });
  if (answer.kind === 'page') return ok({ bitmap: answer.bitmap, pages: answer.pages });
  if (answer.kind === 'timeout') return failed({ code: 'timeout', seconds: SECONDS });
  if (answer.kind !== 'page-failed') return failed({ code: 'damaged' });
  const { code, size = 0, limit = 0 } = answer.failure;
  if (code === 'encrypted') return failed({ code });
  if (code === 'too-many-pages') return failed({ code, pages: size, limit });
  return failed({ code: 'damaged' });
}
