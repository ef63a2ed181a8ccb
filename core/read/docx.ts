/** Word files, through mammoth’s HTML, so that they take the one way that all tables take. */
import mammoth from 'mammoth';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';

export async function docxToHtml(bytes: Uint8Array): Promise<Result<string, ReadFailure>> {
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
