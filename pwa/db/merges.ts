/**
 * What was merged, and the way back. Not among the rest of the store (`index.ts`): it loads with the screen that needs it.
 */
import * as z from 'zod/mini';
import { CHECKLISTS_BEGIN, checklistIn } from '../../core/exchange/checklist-subject';
import type { Evidence } from '../../core/exchange/evidence';
import { wordKey } from '../../core/exchange/merge';
import type { CheckedBundle } from '../../core/exchange/recheck';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { type Added, addBundle } from './bundles';
import { database } from './database';
import { evidenceRows } from './evidence';
import { letIn } from './left-out';
import { guardOpinions } from './opinions';

const row = z.object({
  id: z.int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** A file's name, or the way it came by. */
  from: z.string(),
  reports: z.array(z.string()),
  opinions: z.array(z.string()),
  evidence: z.array(z.string()),
  undone: z.boolean(),
  /** Of an undone one: the words that shall not come back by themselves, by `wordKey`. */
  out: z.optional(z.array(z.string())),
});
export type Merge = z.infer<typeof row>;

export interface Merged {
  readonly id: number;
  readonly added: Added;
}

const tables = () => [
  database.reports,
  database.summaries,
  database.details,
  database.opinions,
  database.evidence,
  database.evidenceParts,
  database.merges,
  database.settings,
];

/** One transaction over all of it, so that a tab that dies in the middle leaves nothing of it behind. */
export function mergeShared(
  bundle: CheckedBundle,
  evidence: readonly Evidence[],
  from: string,
  at: string,
): Promise<Result<Merged, StorageFailure>> {
  const sealed = evidence.map(evidenceRows);
  return attempt(() =>
    database.transaction('rw', tables(), async () => {
      const added = await addBundle(bundle, sealed);
      const { reports, opinions, evidence: kept } = added;
      // Whoever opens it by hand wants it, though it was deleted here once.
      await letIn(bundle.opinions.flatMap(({ finding }) => (isChecklist(finding) ? [checklistIn(finding)] : [])));
      const empty = reports.length + opinions.length + kept.length === 0;
      const id = empty ? 0 : await database.merges.add({ at, from, ...added, undone: false });
      return { id, added };
    }),
  );
}

/** Latest first. */
export async function listMerges(limit: number): Promise<readonly Merge[]> {
  const rows = await database.merges.reverse().limit(limit).toArray();
  return rows.flatMap((each) => row.safeParse(each).data ?? []);
}

export interface Undone {
  readonly reports: number;
  readonly opinions: number;
  /** Reports that stay: evidence of them was sealed here since. */
  readonly kept: number;
}

/** Takes out what this merge added and nothing else. What was there before, and what was said here since, stays. */
export function undoMerge(id: number): Promise<Result<Undone, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', tables(), async () => {
      const merge = row.safeParse(await database.merges.get(id)).data;
      if (merge === undefined || merge.undone) return { reports: 0, opinions: 0, kept: 0 };
      const words = guardOpinions((await database.opinions.bulkGet(merge.opinions)).filter(isThere)).opinions;
      await database.opinions.bulkDelete(merge.opinions);
      await database.evidence.bulkDelete(merge.evidence);
      await database.evidenceParts.where('evidence').anyOf(merge.evidence).delete();
      const sealed = await database.evidence.where('report').anyOf(merge.reports).toArray();
      const used = new Set(
        sealed.flatMap((each) => z.object({ report: z.string() }).safeParse(each).data?.report ?? []),
      );
      const gone = merge.reports.filter((report) => !used.has(report));
      await database.reports.bulkDelete(gone);
      await database.summaries.bulkDelete(gone);
      await database.details.bulkDelete(gone);
      await database.merges.update(id, { undone: true, out: words.map(wordKey) });
      return { reports: gone.length, opinions: merge.opinions.length, kept: used.size };
    }),
  );
}

function isThere(row: unknown): boolean {
  return row !== undefined;
}

function isChecklist(subject: string): boolean {
  return subject.startsWith(CHECKLISTS_BEGIN);
}
