import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { utf8 } from '../../core/exchange/sha256';
import { joined } from '../../core/read/joined';
import { MAX_ENTRIES } from '../../core/read/zip-directory';
import { version } from '../../package.json';
import { database } from '../db/index';
import {
  BACKUP_VERSION,
  type BackupHeader,
  type BackupLine,
  blobEntry,
  HEADER,
  LIMIT,
  NOT_IN_BACKUP,
  rowsEntry,
} from './backup-file';

export interface WrittenBackup {
  readonly file: Blob;
  readonly header: BackupHeader;
  /** Rows that no file can hold: what the browser alone can give, like the way to a folder. */
  readonly leftOut: number;
}

/** Rows to an entry: a report is a hundred times the size of an opinion. */
const ROWS = 20;
/** Bytes that stay in memory until they are handed to the browser as a blob, which it may put on the disk. */
const PIECE = 8 * 1024 * 1024;

/** Of the bytes beside rows in one entry: reading it takes all of them at once. */
const ENTRY = 32 * 1024 * 1024;

/** More than the file of a backup can have: nobody could open it again. */
export class BackupTooLarge extends Error {}

/** All tables, row by row. What is written meanwhile may be in it or not; each row is whole. */
export async function writeBackup(
  onProgress: (done: number, total: number) => void,
  limit: number = LIMIT,
): Promise<WrittenBackup> {
  const tables = database.tables.filter(({ name }) => !NOT_IN_BACKUP.has(name));
  const archive = new Archive(limit);
  const counts: Record<string, number> = {};
  let [leftOut, done, total] = [0, 0, 0];
  for (const table of tables) total += await table.count();
  for (const table of tables) {
    const pages = new TablePages(table.name, archive);
    const keys = await table.toCollection().primaryKeys();
    for (let at = 0; at < keys.length; at += ROWS) {
      // What was deleted meanwhile is undefined.
      const rows = (await table.bulkGet(keys.slice(at, at + ROWS))).filter((row) => row !== undefined);
      await pages.add(rows);
      done += ROWS;
      onProgress(Math.min(done, total), total);
    }
    counts[table.name] = pages.written;
    leftOut += pages.leftOut;
  }
  const header: BackupHeader = {
    format: 'gouji-backup',
    version: BACKUP_VERSION,
    database: database.verno,
    gouji: version,
    madeAt: new Date().toISOString(),
    tables: counts,
  };
  archive.add(HEADER, utf8(JSON.stringify(header)), true);
  return { file: archive.end(), header, leftOut };
}

/** The rows of one table, a page at a time: an archive of one entry for each picture would have more than it may. */
class TablePages {
  written = 0;
  leftOut = 0;
  private page = 0;

  constructor(
    private readonly table: string,
    private readonly archive: Archive,
  ) {}

  async add(rows: readonly unknown[]): Promise<void> {
    let lines: string[] = [];
    let pieces: Uint8Array[] = [];
    let at = 0;
    const end = (): void => {
      if (at > 0) this.archive.add(blobEntry(this.table, this.page), joined(pieces, at), false);
      if (lines.length > 0) this.archive.add(rowsEntry(this.table, this.page), utf8(lines.join('\n')), true);
      this.written += lines.length;
      this.page += 1;
      [lines, pieces, at] = [[], [], 0];
    };
    for (const row of rows) {
      const fields = plainFields(row);
      if (fields === null) {
        this.leftOut += 1;
        continue;
      }
      const line: { row: Record<string, unknown>; blobs: NonNullable<BackupLine['blobs']> } = { row: {}, blobs: {} };
      for (const [field, value] of fields) {
        if (!(value instanceof Blob)) line.row[field] = value;
        else {
          const bytes = new Uint8Array(await value.arrayBuffer());
          line.blobs[field] = [blobEntry(this.table, this.page), at, bytes.length, value.type];
          pieces.push(bytes);
          at += bytes.length;
        }
      }
      lines.push(JSON.stringify(line));
      if (at > ENTRY) end();
    }
    end();
  }
}

/** Null where it has a value that is neither JSON nor bytes. */
function plainFields(row: unknown): readonly (readonly [string, unknown])[] | null {
  if (typeof row !== 'object' || row === null) return null;
  const fields = Object.entries(row);
  return fields.every(([, value]) => value instanceof Blob || isPlain(value)) ? fields : null;
}

/** By its outside alone: rows are JSON all through but for handles and the like, which stand in a field of their own. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function' && typeof value !== 'bigint';
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

class Archive {
  private file = new Blob([]);
  private pieces: Uint8Array<ArrayBuffer>[] = [];
  private size = 0;
  private whole = 0;
  private entries = 0;
  private failure: Error | null = null;
  private readonly zip = new Zip((error, piece) => {
    if (error !== null) this.failure = error;
    else this.take(piece.slice());
  });

  constructor(private readonly limit: number) {}

  add(name: string, bytes: Uint8Array, packed: boolean): void {
    const entry = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    entry.mtime = '1980-01-02';
    this.zip.add(entry);
    entry.push(bytes, true);
    if (this.failure !== null) throw this.failure;
    this.entries += 1;
    if (this.whole > this.limit || this.entries > MAX_ENTRIES) throw new BackupTooLarge();
  }

  end(): Blob {
    this.zip.end();
    if (this.failure !== null) throw this.failure;
    if (this.whole > this.limit) throw new BackupTooLarge();
    return new Blob([this.file, ...this.pieces], { type: 'application/zip' });
  }

  private take(piece: Uint8Array<ArrayBuffer>): void {
    this.pieces.push(piece);
    this.size += piece.length;
    this.whole += piece.length;
    if (this.size < PIECE) return;
    this.file = new Blob([this.file, ...this.pieces]);
    this.pieces = [];
    this.size = 0;
  }
}
