import type { CellId, FormTable } from '../../../core/index';
import { labelText } from '../../ui/index';

/** 三、本年度办理结果 › （一）予以公开 › 自然人: the labels that lead to a number, as the form prints them. */
export function cellName(table: FormTable, id: CellId): string {
  for (const row of table.rows) {
    const cell = row.cells.find((each) => each.id === id);
    if (cell === undefined) continue;
    const labels = [...row.path, ...(row.label === null ? [] : [row.label]), cell.column.label];
    return [table.name, ...labels].map(labelText).join(' › ');
  }
  return id;
}
