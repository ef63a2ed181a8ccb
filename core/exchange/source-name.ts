import type { SavedReport } from './schema';

/** What stands in for the organ where a report names none: its file, its address, or its content. */
export function sourceNameOf(source: SavedReport['source'], id: string): string {
  return source.fileName ?? source.address ?? id;
}
