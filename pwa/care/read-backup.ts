/** A backup that somebody opens: guarded at each step, shown before anything comes in, and merged, never overwriting. */
import { failed, ok, type Result } from '../../core/index';
import { openZip, type Zip } from '../../core/read/zip';
import { database } from '../db/index';
import {
  BACKUP_VERSION,
  type BackupHeader,
  type BackupLine,
  HEADER,
  headerSchema,
  LIMIT,
  lineSchema,
  NOT_IN_BACKUP,
  tableOf,
} from './backup-file';
import { BackupSource } from './backup-source';

/** `newer`: made by a later version of the program, whose rows this one may not understand. */
export type BackupFailure = 'too-large' | 'damaged' | 'not-a-backup' | 'newer';

export interface TableCount {
  readonly table: string;
  readonly fresh: number;
  readonly known: number;
}

export interface OpenedBackup {
  readonly header: BackupHeader;
  readonly counts: readonly TableCount[];
  /** Lines that are no rows, and rows of tables that there are not. */
  readonly unreadable: number;
  readonly contents: BackupContents;
}

/** Twenty reports of the largest kind. */
const ENTRY_LIMIT = 256 * 1024 * 1024;
const HEADER_LIMIT = 1024 * 1024;

export async function openBackup(file: Blob): Promise<Result<OpenedBackup, BackupFailure>> {
  if (file.size > LIMIT) return failed('too-large');
  const source = new BackupSource(file);
  await source.loadDirectory();
  const zip = openZip(source, 'gouji');
  if (!zip.ok) return failed((await startsAsZip(file)) ? 'damaged' : 'not-a-backup');
  const header = await headerOf(source, zip.value);
  if (!header.ok) return header;
  const contents = new BackupContents(source, zip.value);
  const counts = new Map<string, TableCount>();
  for await (const [table, rows] of contents.pages()) {
    const known = await knownIn(table, rows);
    const before = counts.get(table) ?? { table, fresh: 0, known: 0 };
    counts.set(table, { table, fresh: before.fresh + rows.length - known, known: before.known + known });
  }
  return ok({ header: header.value, counts: [...counts.values()], unreadable: contents.unreadable, contents });
}

async function startsAsZip(file: Blob): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}

async function headerOf(source: BackupSource, zip: Zip): Promise<Result<BackupHeader, BackupFailure>> {
  const entry = zip.entries.find(({ name }) => name === HEADER);
  if (entry === undefined) return failed('not-a-backup');
  await source.load(entry, HEADER_LIMIT);
  const text = zip.unpack(entry, HEADER_LIMIT);
  if (!text.ok) return failed('damaged');
  const header = headerSchema.safeParse(parsed(new TextDecoder().decode(text.value)));
  if (!header.success) return failed('not-a-backup');
  const { version, database: store } = header.data;
  return version > BACKUP_VERSION || store > database.verno ? failed('newer') : ok(header.data);
}

export type BlobPlace = NonNullable<BackupLine['blobs']>[string];

/** Rows by table, some at a time; bytes as they are asked for. */
export class BackupContents {
  /** Counted anew by each walk through the pages. */
  unreadable = 0;
  private last: { readonly name: string; readonly bytes: Uint8Array | null } | null = null;
  private readonly entries: ReadonlyMap<string, Zip['entries'][number]>;

  constructor(
    private readonly source: BackupSource,
    private readonly zip: Zip,
  ) {
    this.entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  }

  /** `wanted`: this table alone. */
  async *pages(wanted?: string): AsyncGenerator<readonly [string, readonly BackupLine[]]> {
    this.unreadable = 0;
    for (const entry of this.zip.entries) {
      const table = tableOf(entry.name);
      if (table === null || NOT_IN_BACKUP.has(table) || (wanted !== undefined && table !== wanted)) continue;
      await this.source.load(entry, ENTRY_LIMIT);
      const text = this.zip.unpack(entry, ENTRY_LIMIT);
      const lines = text.ok ? new TextDecoder().decode(text.value).split('\n') : [];
      const rows = lines.flatMap((line) => {
        const read = lineSchema.safeParse(parsed(line));
        return read.success ? [read.data] : [];
      });
      const isOurs = database.tables.some(({ name }) => name === table);
      this.unreadable += text.ok ? (isOurs ? lines.length - rows.length : lines.length) : 1;
      if (isOurs && rows.length > 0) yield [table, rows];
    }
  }

  /** The row with its bytes; null where some are missing. */
  async whole({ row, blobs }: BackupLine): Promise<Record<string, unknown> | null> {
    const filled: Record<string, unknown> = { ...row };
    for (const [field, place] of Object.entries(blobs ?? {})) {
      const bytes = await this.bytes(place);
      if (bytes === null) return null;
      filled[field] = new Blob([bytes.slice()], { type: place[3] });
    }
    return filled;
  }

  async bytes([name, start, length]: BlobPlace): Promise<Uint8Array | null> {
    // The bytes of a page of rows are asked for one after the other.
    if (this.last?.name !== name) {
      const entry = this.entries.get(name);
      if (entry !== undefined) await this.source.load(entry, ENTRY_LIMIT);
      const unpacked = entry === undefined ? null : this.zip.unpack(entry, ENTRY_LIMIT);
      this.last = { name, bytes: unpacked?.ok === true ? unpacked.value : null };
    }
    const { bytes } = this.last;
    return bytes === null || start < 0 || length < 0 || start + length > bytes.length
      ? null
      : bytes.subarray(start, start + length);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Told by the schema: what is no JSON is no row.
  }
}

export type Key = string | number | (string | number)[];

/** By the key that the table gives its rows; null where the row has none that could be one. */
export function keyOf(table: string, row: Readonly<Record<string, unknown>>): Key | null {
  const path = database.table(table).schema.primKey.keyPath;
  const parts = (Array.isArray(path) ? path : [path ?? '']).map((name: string) => row[name]);
  const fit = parts.every((part) => typeof part === 'string' || (typeof part === 'number' && !Number.isNaN(part)));
  if (!fit) return null;
  const key = parts as (string | number)[];
  return Array.isArray(path) ? key : (key[0] ?? null);
}

async function knownIn(table: string, rows: readonly BackupLine[]): Promise<number> {
  const own = rows.map(({ row }) => keyOf(table, row)).filter((key) => key !== null);
  if (own.length === 0) return 0;
  return database.table<unknown, Key>(table).where(':id').anyOf(own).count();
}
