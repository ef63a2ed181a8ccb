/** The bytes of a file as the command line reads them: PDFs beside it, all else in its own thread. */
import { readFile } from '../read/file';
import { readHtml } from '../read/html';
import type { Reading } from './input';
import { PdfThread } from './pdf-beside';

const pdfs = new PdfThread();

export function readBytes(bytes: Uint8Array): Promise<Reading> {
  return readFile(bytes, readHtml, (pdf) => pdfs.read(pdf));
}
