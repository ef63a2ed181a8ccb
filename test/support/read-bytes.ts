/** A file's bytes as a document; what cannot be read fails the test. */
import type { Document } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';

export async function readBytes(bytes: Uint8Array): Promise<Document> {
  const result = await readFile(bytes, readHtml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
