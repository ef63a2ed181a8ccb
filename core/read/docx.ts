/** Word files, through mammoth’s HTML, so that they take the one way that all tables take. */
import mammoth from 'mammoth';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';

/** Unpacked: the text of a report has a few hundred kilobytes, its pictures are not unpacked. */
const MAX_UNPACKED_TEXT = 16 * 1024 * 1024;

export async function docxToHtml(bytes: Uint8Array): Promise<Result<string, ReadFailure>> {
  const size = unpackedText(bytes);
  if (size > MAX_UNPACKED_TEXT) return failed({ code: 'too-large', size, limit: MAX_UNPACKED_TEXT });
  try {
    const buffer = bytes.slice().buffer;
    // In Node mammoth asks for `buffer`, in a browser for `arrayBuffer`; it ignores the other.
    const input = { arrayBuffer: buffer, buffer: typeof Buffer === 'undefined' ? undefined : Buffer.from(buffer) };
    const { value } = await mammoth.convertToHtml(input as { arrayBuffer: ArrayBuffer });
    return ok(value);
  } catch (error) {
    return failed({ code: 'damaged', kind: 'docx', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Bytes that the XML parts of the archive say they unpack to, from its central directory. */
function unpackedText(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) continue;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    if (/\.(?:xml|rels)$/i.test(name)) size += view.getUint32(at + 24, true);
    at += 45 + length;
  }
  return size;
}

/** “PK”, 1, 2: one file in the directory at the end of a ZIP archive. */
const CENTRAL_ENTRY = 0x02014b50;
