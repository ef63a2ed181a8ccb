/** 证据 in the store: the manifest's text in one table, the bytes of the parts in another, so that lists stay quick. */
import * as z from 'zod/mini';
import { type Evidence, type EvidenceManifest, readManifest, verify } from '../../core/exchange/evidence';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

const row = z.object({ id: z.string(), report: z.string(), text: z.string() });
const partRow = z.object({ evidence: z.string(), name: z.string(), bytes: z.instanceof(Blob) });

/** An evidence without its bytes. */
export interface KeptEvidence {
  readonly id: string;
  readonly text: string;
  readonly manifest: EvidenceManifest;
}

export interface EvidenceList {
  /** Latest first. */
  readonly evidence: readonly KeptEvidence[];
  /** Rows that cannot be read, by a later version perhaps: kept, and counted here. */
  readonly unreadable: number;
}

/** `known`: it was there. The id is the hash of its content, so there is nothing that could differ. */
export type KeptOrKnown = 'added' | 'known';

/** All of it or nothing. Evidence that is not whole is not taken: it would prove nothing. */
export function saveEvidence(evidence: Evidence): Promise<Result<KeptOrKnown, StorageFailure>> {
  return attempt(async () => {
    if (!verify(evidence).whole) throw new Error(`evidence ${evidence.id} is not whole`);
    const rows = evidenceRows(evidence);
    return database.transaction('rw', database.evidence, database.evidenceParts, () => putEvidence(rows));
  });
}

export interface EvidenceRows {
  readonly head: { readonly id: string; readonly report: string; readonly text: string };
  readonly parts: readonly { readonly evidence: string; readonly name: string; readonly bytes: Blob }[];
}

/** Made before a transaction begins: it ends while anything else is waited for. */
export function evidenceRows({ id, text, manifest, parts }: Evidence): EvidenceRows {
  return {
    head: { id, report: manifest.report, text },
    parts: [...parts].map(([name, bytes]) => ({ evidence: id, name, bytes: new Blob([bytes.slice()]) })),
  };
}

/** Inside a transaction over both tables. */
export async function putEvidence({ head, parts }: EvidenceRows): Promise<KeptOrKnown> {
  if ((await database.evidence.get(head.id)) !== undefined) return 'known';
  await database.evidenceParts.bulkPut([...parts]);
  await database.evidence.add(head);
  return 'added';
}

export async function evidenceOf(report: string): Promise<EvidenceList> {
  return listed(await database.evidence.where('report').equals(report).toArray());
}

/** Of all reports. */
export async function allEvidence(): Promise<EvidenceList> {
  return listed(await database.evidence.toArray());
}

/** Which of these are kept. */
export async function knownEvidence(ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(
    await database.evidence
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
  );
}

/** With its bytes, as they are now: whether they are what was sealed, `verify` tells. */
export async function loadEvidence(kept: KeptEvidence): Promise<Evidence> {
  const rows = await database.evidenceParts.where('evidence').equals(kept.id).toArray();
  const parts = new Map<string, Uint8Array>();
  for (const each of rows) {
    const part = partRow.safeParse(each);
    // One that cannot be read counts as absent, and the check says so.
    if (part.success) parts.set(part.data.name, new Uint8Array(await part.data.bytes.arrayBuffer()));
  }
  return { ...kept, parts };
}

export async function loadPart(id: string, name: string): Promise<Blob | null> {
  const part = partRow.safeParse(await database.evidenceParts.get([id, name]));
  return part.success ? part.data.bytes : null;
}

/** Inside a transaction over both tables: takes out what belongs to a report; the rows are for putting back. */
export async function takeEvidence(report: string): Promise<() => Promise<void>> {
  const rows = await database.evidence.where('report').equals(report).toArray();
  const ids = await database.evidence.where('report').equals(report).primaryKeys();
  const parts = await database.evidenceParts.where('evidence').anyOf(ids).toArray();
  await database.evidence.bulkDelete(ids);
  await database.evidenceParts.where('evidence').anyOf(ids).delete();
  return async () => {
    await database.evidence.bulkPut(rows);
    await database.evidenceParts.bulkPut(parts);
  };
}

function listed(rows: readonly unknown[]): EvidenceList {
  const evidence = rows.flatMap((each): KeptEvidence[] => {
    const read = row.safeParse(each);
    if (!read.success) return [];
    const manifest = readManifest(read.data.text);
    return manifest.ok ? [{ id: read.data.id, text: read.data.text, manifest: manifest.value }] : [];
  });
  return {
    evidence: evidence.sort((a, b) => (a.manifest.times.sealed < b.manifest.times.sealed ? 1 : -1)),
    unreadable: rows.length - evidence.length,
  };
}
