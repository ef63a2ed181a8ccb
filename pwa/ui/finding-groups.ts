/** Which part of the report a finding belongs to: one of its tables, the text, or the format. */
import type { Finding, TableId } from '../../core/index';

export type GroupId = TableId | 'text' | 'format';

export interface FindingGroup<F> {
  readonly id: GroupId;
  readonly items: readonly F[];
}

export function groupOf(finding: Finding): GroupId {
  // A sentence that disagrees with a table is looked for, and mended, in the text.
  if (finding.quote !== null) return 'text';
  const cell = finding.cells[0] ?? finding.suspects[0]?.cell;
  if (cell !== undefined) return cell.slice(0, cell.indexOf('.'));
  const table = finding.data['table'];
  if (typeof table === 'string' && table !== '') return table;
  return 'format';
}

/** Tables in the order given (the tabs' order), then text, then format; empty groups are left out. */
export function groupFindings<F extends { readonly finding: Finding }>(
  items: readonly F[],
  tables: readonly TableId[],
): readonly FindingGroup<F>[] {
  const found = new Map<GroupId, F[]>();
  for (const item of items) {
    const id = groupOf(item.finding);
    found.set(id, [...(found.get(id) ?? []), item]);
  }
  const order: GroupId[] = [
    ...new Set([...tables, ...[...found.keys()].filter((id) => !isTail(id)), 'text', 'format']),
  ];
  return order.flatMap((id) => {
    const group = found.get(id);
    return group === undefined ? [] : [{ id, items: group }];
  });
}

function isTail(id: GroupId): boolean {
  return id === 'text' || id === 'format';
}
