/** Reads what came in: a .gouji file with evidence or without, a checklist, a link. */
import type { Evidence } from '../../core/exchange/evidence';
import type { UncheckedBundle } from '../../core/exchange/recheck';
import { checklistText } from '../../core/exchange/shared-checklist';
import type { Result } from '../../core/index';
import { listChecklists } from '../db/checklists';
import { knownEvidence, previewBundle, readBundle } from '../db/index';
import { checkedHere } from './checked-here';
import { checklistBundle } from './checklist-bundle';
import type { OpenedBundle } from './evidence-bundle';
import { BUNDLE_LIMIT, type Incoming, type Preview } from './incoming';
import { type LinkFailure, unpackLink } from './link';
import { sightsOf } from './sights';

export type IncomingFailure =
  | 'not-gouji'
  | 'newer'
  | 'too-many'
  | 'too-large'
  | 'unreadable'
  | 'checklist'
  /** Of a picture: no QR code in it, or one of somebody else's. */
  | 'no-code'
  | 'foreign-code'
  | Exclude<LinkFailure, 'newer' | 'needs-passphrase' | 'wrong-passphrase' | 'too-large' | 'too-many'>;

interface Content {
  readonly bundle: UncheckedBundle;
  readonly unreadable: number;
  readonly evidence: readonly Evidence[];
  readonly damaged: number;
}

export async function openFile(file: File): Promise<Incoming> {
  const { name } = file;
  const fail = (code: IncomingFailure, reason = ''): Incoming => ({ state: 'failed', name, code, reason });
  if (file.size > BUNDLE_LIMIT) return fail('too-large');
  const opened = await contentOf(file);
  if (!opened.ok) return fail('not-gouji', opened.error);
  const { text, evidence, damaged } = opened.value;
  const checklist = checklistBundle(text);
  if (checklist !== null) {
    if (!checklist.ok) return fail(checklist.error.code, checklist.error.reason);
    const bundle = await asKeptHere(checklist.value);
    return previewOf(name, { bundle, unreadable: 0, evidence: [], damaged: 0 });
  }
  const read = readBundle(text);
  return read.ok ? previewOf(name, { ...read.value, evidence, damaged }) : fail(read.error.code);
}

/** A file says nothing of where its checklist came from: the very same, if it is here, is no new one. */
async function asKeptHere(bundle: UncheckedBundle): Promise<UncheckedBundle> {
  const { checklists } = await listChecklists();
  const here = new Set(checklists.map(({ checklist }) => checklistText(checklist)));
  return { ...bundle, opinions: bundle.opinions.filter(({ value }) => !here.has(value)) };
}

export async function openPayload(payload: string, passphrase: string, name: string): Promise<Incoming> {
  const opened = await unpackLink(payload, passphrase);
  if (opened.ok) return previewOf(name, { ...opened.value, evidence: [], damaged: 0 });
  if (opened.error === 'needs-passphrase' || opened.error === 'wrong-passphrase')
    return { state: 'locked', name, payload, wrong: opened.error === 'wrong-passphrase' };
  return { state: 'failed', name, code: opened.error, reason: '' };
}

export async function previewOf(name: string, content: Content): Promise<Preview> {
  const bundle = await checkedHere(content.bundle);
  const known = await knownEvidence(content.evidence.map(({ id }) => id));
  const evidence = content.evidence.filter(({ id }) => !known.has(id));
  const preview = await previewBundle(bundle);
  const sights = await sightsOf(bundle, preview);
  const { unreadable, damaged } = content;
  return { state: 'preview', name, bundle, preview, unreadable, evidence, damaged, sights };
}

/** A file with evidence is an archive; what unpacks it is loaded when one comes. */
async function contentOf(file: File): Promise<Result<OpenedBundle, string>> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (head[0] !== 0x50 || head[1] !== 0x4b)
    return { ok: true, value: { text: await file.text(), evidence: [], damaged: 0 } };
  const { openEvidenceBundle } = await import('./evidence-bundle');
  return openEvidenceBundle(new Uint8Array(await file.arrayBuffer()));
}
