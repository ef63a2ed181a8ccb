/** The evidence in the store of the extension, read without its code. */
import type { EvidenceManifest } from '../../../core/exchange/evidence';
import type { Extension } from './browser';

export interface Kept {
  readonly id: string;
  readonly manifest: EvidenceManifest;
  /** Base64. */
  readonly parts: Readonly<Record<string, string>>;
}

export async function keptEvidence(extension: Extension): Promise<Kept[]> {
  const reader = await extension.context.newPage();
  await reader.goto(`chrome-extension://${extension.id}/icons/16.png`);
  const kept = await reader.evaluate(async () => {
    const request = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const database = await request(indexedDB.open('gouji'));
    const reads = database.transaction(['evidence', 'evidenceParts']);
    const rows = await request<{ id: string; text: string }[]>(reads.objectStore('evidence').getAll());
    const parts = await request<{ evidence: string; name: string; bytes: Blob }[]>(
      reads.objectStore('evidenceParts').getAll(),
    );
    database.close();
    const base64 = async (blob: Blob): Promise<string> =>
      btoa([...new Uint8Array(await blob.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join(''));
    return Promise.all(
      rows.map(async ({ id, text }) => {
        const own = parts.filter(({ evidence }) => evidence === id);
        const contents = await Promise.all(own.map(async ({ name, bytes }) => [name, await base64(bytes)] as const));
        return { id, manifest: JSON.parse(text), parts: Object.fromEntries(contents) };
      }),
    );
  });
  await reader.close();
  return kept;
}
