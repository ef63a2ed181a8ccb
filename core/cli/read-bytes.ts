/** The bytes of a file as the command line reads them: PDFs in a process beside it, all else itself. */
import { readFile } from '../read/file';
import { readHtml } from '../read/html';
import type { Reading } from './input';
import { PdfProcess } from './pdf-beside';

const pdfs = new PdfProcess();

export function readBytes(bytes: Uint8Array): Promise<Reading> {
  return readFile(bytes, readHtml, (pdf) => pdfs.read(pdf));
}
