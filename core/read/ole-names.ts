/** Names of the streams at the top of an OLE file, without opening it ([MS-CFB]): what stands deeper is embedded in it. */

const HEADER = 512;
const ENTRY = 128;
const NONE = 0xffffffff;
/** Sectors of a table of sectors that the header names itself; larger files have a list of such tables. */
const IN_HEADER = 109;
const LARGEST_SHIFT = 12;

interface Entry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** Null where the directory cannot be followed. */
export function rootNames(bytes: Uint8Array): string[] | null {
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift > LARGEST_SHIFT || 1 << shift < ENTRY) return null;
  const entries = entriesOf(view, 1 << shift);
  const names: string[] = [];
  const open = [entries[0]?.child ?? NONE];
  // Names hang in a tree; one that leads back would be followed without end.
  for (let at = open.pop(); at !== undefined && names.length <= entries.length; at = open.pop()) {
    const entry = entries[at];
    if (entry === undefined) continue;
    names.push(entry.name);
    open.push(entry.left, entry.right);
  }
  return names.length === 0 || names.length > entries.length ? null : names;
}

function entriesOf(view: DataView, sectorSize: number): Entry[] {
  const entries: Entry[] = [];
  const sectors = Math.floor(view.byteLength / sectorSize);
  let sector = view.getUint32(0x30, true);
  for (let followed = 0; followed < sectors; followed++) {
    const start = (sector + 1) * sectorSize;
    if (start + sectorSize > view.byteLength) break;
    for (let at = start; at + ENTRY <= start + sectorSize; at += ENTRY) entries.push(entryAt(view, at));
    sector = nextSector(view, sector, sectorSize);
  }
  return entries;
}

function nextSector(view: DataView, sector: number, sectorSize: number): number {
  const perTable = sectorSize / 4;
  const table = Math.floor(sector / perTable);
  if (table >= IN_HEADER) return NONE;
  const at = (view.getUint32(0x4c + table * 4, true) + 1) * sectorSize + (sector % perTable) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : NONE;
}

function entryAt(view: DataView, at: number): Entry {
  const length = Math.min(62, Math.max(0, view.getUint16(at + 64, true) - 2));
  let name = '';
  for (let index = 0; index < length; index += 2) name += String.fromCharCode(view.getUint16(at + index, true));
  return {
    name,
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
  };
}
