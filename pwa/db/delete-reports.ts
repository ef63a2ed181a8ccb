/** Many reports taken out at once, with the way back. Not in `index.ts`: it loads with the screens that need it. */
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { takeEvidence } from './evidence';

/** Reports taken out in one write. */
const CHUNK = 20;

export interface Deleted {
  readonly count: number;
  readonly undo: () => Promise<Result<void, StorageFailure>>;
}

/** What was taken out before the store refused, and could not be put back at once: 0 where all of it is back. */
export type DeleteFailure = StorageFailure & Deleted;

/**
 * Takes out many, a few at a time, and returns the way to put them back. What was taken out waits in blobs: ten thousand
 * reports do not fit into the memory of a page.
 */
export async function deleteReports(
  ids: readonly string[],
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Deleted, DeleteFailure>> {
  const taken: Taken[] = [];
  const undo = async (): Promise<Result<void, StorageFailure>> => {
    for (let at = 0; at < taken.length; at += CHUNK) {
      const back = await putBack(taken.slice(at, at + CHUNK));
      if (!back.ok) return back;
    }
    return { ok: true, value: undefined };
  };
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = await attempt(() => takeOut(ids.slice(at, at + CHUNK)));
    if (!chunk.ok) {
      // All or none, as far as the store lets us.
      const back = await undo();
      return { ok: false, error: { ...chunk.error, count: back.ok ? 0 : taken.length, undo } };
    }
    taken.push(...chunk.value);
    onProgress(taken.length);
  }
  return { ok: true, value: { count: taken.length, undo } };
}

interface Taken {
  /** The rows of report, summary and details as JSON. */
  readonly rows: Blob;
  readonly putEvidenceBack: () => Promise<void>;
}

function takeOut(ids: readonly string[]): Promise<Taken[]> {
  const { reports, summaries, details, evidence, evidenceParts } = database;
  return database.transaction('rw', reports, summaries, details, evidence, evidenceParts, async () => {
    const taken: Taken[] = [];
    for (const id of ids) {
      const report = await reports.get(id);
      if (report === undefined) continue;
      const rows = { report, summary: await summaries.get(id), details: await details.get(id) };
      taken.push({ rows: new Blob([JSON.stringify(rows)]), putEvidenceBack: await takeEvidence(id) });
      await Promise.all([reports, summaries, details].map((table) => table.delete(id)));
    }
    return taken;
  });
}

async function putBack(taken: readonly Taken[]): Promise<Result<void, StorageFailure>> {
  const texts = await Promise.all(taken.map(({ rows }) => rows.text()));
  const { reports, summaries, details, evidence, evidenceParts } = database;
  return attempt(() =>
    database.transaction('rw', reports, summaries, details, evidence, evidenceParts, async () => {
      for (const text of texts) {
        const rows = JSON.parse(text) as { report?: unknown; summary?: unknown; details?: unknown };
        if (rows.report !== undefined) await reports.put(rows.report);
        if (rows.summary !== undefined) await summaries.put(rows.summary);
        if (rows.details !== undefined) await details.put(rows.details);
      }
      for (const { putEvidenceBack } of taken) await putEvidenceBack();
    }),
  );
}
