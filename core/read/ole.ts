/** OLE files, the containers of old office files: opened once, streams by name. */
import CFB from 'cfb';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';

const STREAM = 2;

export function openOle(bytes: Uint8Array, kind: string): Result<CFB.CFB$Container, ReadFailure> {
  try {
    const container = CFB.read(bytes, { type: 'array' });
    // Streams that share their sectors: a small file that is large once opened.
    const size = container.FileIndex.reduce((sum, entry) => sum + (entry.type === STREAM ? entry.size : 0), 0);
    return size > bytes.length
      ? failed({ code: 'too-complex', kind, reason: 'overlap', size, limit: bytes.length })
      : ok(container);
  } catch (error) {
    return failed({ code: 'damaged', kind, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Bytes of a stream at the top; null where the file has none of that name, or nothing in it. */
export function streamOf(container: CFB.CFB$Container, name: string): DataView | null {
  const entry = CFB.find(container, `/${name}`);
  if (entry === null || entry.content === undefined) return null;
  const bytes = Uint8Array.from(entry.content);
  return new DataView(bytes.buffer);
}
