/**
 * A .gouji file with evidence is a ZIP archive: `gouji.json` is the .gouji file without it, and each evidence has a
 * folder called by its id, with `manifest.json` and its parts. So any unpacker and any SHA-256 program can look into it.
 */
import { type Evidence, type ManifestFailure, readManifest } from './evidence';
import { utf8 } from './sha256';

export const BUNDLE_ENTRY = 'gouji.json';
const FOLDER = /^evidence\/([0-9a-f]{64})\/([^/]+)$/;
const MANIFEST = 'manifest.json';

export interface UnreadableEvidence {
  readonly id: string;
  /** `absent`: a folder without a manifest. */
  readonly reason: ManifestFailure | 'absent';
}

export interface EvidenceFile {
  readonly evidence: readonly Evidence[];
  readonly unreadable: readonly UnreadableEvidence[];
}

/** Entries of the archive; those of the evidence are large and mostly packed already. */
export function evidenceEntries(all: readonly Evidence[]): ReadonlyMap<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  for (const { id, text, parts } of all) {
    entries.set(`evidence/${id}/${MANIFEST}`, utf8(text));
    for (const [name, bytes] of parts) entries.set(`evidence/${id}/${name}`, bytes);
  }
  return entries;
}

/** What of an archive is evidence, as it claims to be: `verify` tells what is true. `decode` reads UTF-8. */
export function evidenceIn(
  entries: ReadonlyMap<string, Uint8Array>,
  decode: (bytes: Uint8Array) => string,
): EvidenceFile {
  const evidence: Evidence[] = [];
  const unreadable: UnreadableEvidence[] = [];
  for (const [id, parts] of folders(entries)) {
    const bytes = parts.get(MANIFEST);
    parts.delete(MANIFEST);
    const text = bytes === undefined ? null : decode(bytes);
    const manifest = text === null ? null : readManifest(text);
    if (text === null || manifest === null) unreadable.push({ id, reason: 'absent' });
    else if (!manifest.ok) unreadable.push({ id, reason: manifest.error });
    else evidence.push({ id, text, manifest: manifest.value, parts });
  }
  return { evidence, unreadable };
}

function folders(entries: ReadonlyMap<string, Uint8Array>): Map<string, Map<string, Uint8Array>> {
  const all = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of entries) {
    const [, id = '', name = ''] = FOLDER.exec(path) ?? [];
    if (name === '') continue;
    const parts = all.get(id) ?? new Map<string, Uint8Array>();
    all.set(id, parts.set(name, bytes));
  }
  return all;
}
