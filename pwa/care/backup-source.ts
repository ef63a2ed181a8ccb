/** A backup where it lies: a season with its pictures is larger than a page can hold. What is read next is loaded before. */
import { LOCAL_LENGTH, MAX_DIRECTORY, type ZipEntry, type ZipSource } from '../../core/read/zip-directory';

/** The end of an archive and its comment. */
const END = 64 * 1024 + 22;
/** Name and extra field of an entry, whose lengths have 16 bits each. */
const NAME = 2 * 0xffff;

export class BackupSource implements ZipSource {
  readonly size: number;
  private from = 0;
  private loaded = new Uint8Array();

  constructor(private readonly file: Blob) {
    this.size = file.size;
  }

  loadDirectory(): Promise<void> {
    return this.loadBytes(this.size - MAX_DIRECTORY - END, this.size);
  }

  /** Nothing where it has more than may be unpacked of it. */
  load({ offset, packed }: ZipEntry, limit: number): Promise<void> {
    return this.loadBytes(offset, offset + LOCAL_LENGTH + NAME + Math.min(packed, limit + NAME));
  }

  /** Of what is loaded. */
  read(from: number, to: number): Uint8Array {
    if (from < this.from) return new Uint8Array();
    return this.loaded.subarray(from - this.from, Math.max(from, to) - this.from);
  }

  private async loadBytes(from: number, to: number): Promise<void> {
    const start = Math.max(0, from);
    this.loaded = new Uint8Array(await this.file.slice(start, to).arrayBuffer());
    this.from = start;
  }
}
