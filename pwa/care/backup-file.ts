/**
 * 备份: everything that is kept, in one ZIP archive. `backup.json` says what it is; each table has its rows as JSON
 * Lines, some to an entry, so that neither writing nor reading needs all at once; bytes stand apart. The names of the
 * tables are those of the store, so a table that comes with a later version is in its backups without another word.
 */
import * as z from 'zod/mini';

export const BACKUP_VERSION = 1;
export const HEADER = 'backup.json';

/** Sizes and places in a ZIP archive have 32 bits. */
export const LIMIT = 0xffff_ffff;

export const headerSchema = z.object({
  format: z.literal('gouji-backup'),
  version: z.int(),
  /** Version of the store. */
  database: z.int(),
  /** Of the program. */
  gouji: z.string(),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  /** Rows by table. */
  tables: z.record(z.string(), z.int().check(z.gte(0))),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** One line. `blobs`: fields whose value is bytes: entry, where in it, how many, media type. */
export const lineSchema = z.object({
  row: z.record(z.string(), z.unknown()),
  blobs: z.optional(z.record(z.string(), z.tuple([z.string(), z.int(), z.int(), z.string()]))),
});
export type BackupLine = z.infer<typeof lineSchema>;

/**
 * Made from the rest, on the way in, or of this store alone: what a merge added here, another store may have had before,
 * and undoing it there would take out what is its own. Neither written nor read.
 */
export const NOT_IN_BACKUP: ReadonlySet<string> = new Set([
  'summaries',
  'details',
  'queue',
  'blobs',
  'merges',
  'folders',
]);

/** `reports/000003.jsonl` */
export function rowsEntry(table: string, index: number): string {
  return `${table}/${String(index).padStart(6, '0')}.jsonl`;
}

export function blobEntry(table: string, index: number): string {
  return `${table}/bytes/${String(index).padStart(6, '0')}`;
}

/** The table of an entry of rows; null where it is something else. */
export function tableOf(entry: string): string | null {
  return /^([a-zA-Z]+)\/\d{6}\.jsonl$/.exec(entry)?.[1] ?? null;
}
