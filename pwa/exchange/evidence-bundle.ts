/** A .gouji file with evidence in it: a ZIP archive, its layout in `core/exchange/evidence-file`. */
import { type ZipOptions, zipSync } from 'fflate';
import { type Evidence, verify } from '../../core/exchange/evidence';
import { BUNDLE_ENTRY, evidenceEntries, evidenceIn } from '../../core/exchange/evidence-file';
import type { Bundle } from '../../core/exchange/schema';
import { utf8 } from '../../core/exchange/sha256';
import { failed, ok, type Result } from '../../core/index';
import { openZip } from '../../core/read/zip';
import { writeBundle } from '../db/bundle-text';

/** What all entries together may unpack to. */
const MAX_UNPACKED = 512 * 1024 * 1024;

/** The same content gives the same bytes: no clock in it. */
const STORED: ZipOptions = { level: 0, mtime: '1980-01-02' };
const PACKED: ZipOptions = { level: 6, mtime: '1980-01-02' };

export function evidenceBundle(bundle: Bundle, evidence: readonly Evidence[]): Blob {
  const files: Record<string, [Uint8Array, ZipOptions]> = { [BUNDLE_ENTRY]: [utf8(writeBundle(bundle)), PACKED] };
  for (const [path, bytes] of evidenceEntries(evidence)) files[path] = [bytes, path.endsWith('.png') ? STORED : PACKED];
  return new Blob([zipSync(files).slice()], { type: 'application/zip' });
}

export interface OpenedBundle {
  /** Text of the .gouji file without evidence. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** Evidence that was changed since it was sealed, or that cannot be read: of no use to anybody. */
  readonly damaged: number;
}

export function openEvidenceBundle(bytes: Uint8Array): Result<OpenedBundle, string> {
  const zip = openZip(bytes, 'gouji');
  if (!zip.ok) return failed(zip.error.reason ?? zip.error.code);
  const entries = new Map<string, Uint8Array>();
  let left = MAX_UNPACKED;
  for (const entry of zip.value.entries) {
    if (entry.folder) continue;
    const content = zip.value.unpack(entry, left);
    // A part that does not unpack is missing from its evidence, which is then not whole.
    if (!content.ok && content.error.code === 'too-large') return failed(content.error.code);
    if (!content.ok) continue;
    left -= content.value.length;
    entries.set(entry.name, content.value);
  }
  const text = entries.get(BUNDLE_ENTRY);
  if (text === undefined) return failed(`no ${BUNDLE_ENTRY}`);
  const decode = (part: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
  const found = evidenceIn(entries, decode);
  const whole = found.evidence.filter((each) => verify(each).whole);
  const damaged = found.evidence.length - whole.length + found.unreadable.length;
  return ok({ text: decode(text), evidence: whole, damaged });
}
