/** Whether a change of the page may have changed what was read of it. */
import { type Anchor, isConnected, type Reading } from './anchor';

export function concerns(records: readonly MutationRecord[], reading: Reading, anchors: readonly Anchor[]): boolean {
  if (anchors.some(({ targets }) => targets.some((target) => !isConnected(target)))) return true;
  const { cells, blocks } = reading.nodes;
  const tables = cells.flatMap((own, block) => (own === null ? [] : (blocks[block] ?? [])));
  if (tables.some((table) => !table.isConnected)) return true;
  return records.some(
    (record) => tables.some((table) => table.contains(record.target)) || [...record.addedNodes].some(holdsTable),
  );
}

function holdsTable(node: Node): boolean {
  return (
    node.nodeType === 1 &&
    ((node as Element).localName === 'table' || (node as Element).querySelector('table') !== null)
  );
}
