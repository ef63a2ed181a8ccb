/** How sentences name tables, rows, columns and cells of the forms of an outcome. */
import { labelKeyWithoutAsides } from '../document/text';
import type { CellId, FormCell, FormRow, FormTable, Label, TableId } from '../forms/form';
import type { Language, Naming } from '../rules/rule';

interface Located {
  readonly table: FormTable;
  readonly row: FormRow;
  readonly cell: FormCell;
}

export function namingOf(tables: readonly FormTable[], language: Language): Naming {
  const say = (label: Label | null): string => (label === null ? '' : language === 'en' ? label.en : label.zh);
  const cells = new Map<CellId, Located>();
  for (const table of tables) {
    for (const row of table.rows) for (const cell of row.cells) cells.set(cell.id, { table, row, cell });
  }
  const table = (id: TableId): FormTable | undefined => tables.find((each) => each.id === id);
  const rowLabel = (row: FormRow | undefined): string => {
    if (row === undefined) return '';
    if (row.label === null) return row.path.map(say).join(language === 'en' ? ', ' : '·');
    return language === 'en' ? say(row.label).replace(/^\(?\d+[).]\s*/, '') : chineseName(row, row.label);
  };
  return {
    cell: (id) => {
      const at = cells.get(id) ?? openCell(id, tables);
      return at === undefined
        ? id
        : cellName(at, rowLabel(at.row), say(at.cell.column.label), say(at.table.name), language);
    },
    row: (id, row) =>
      rowLabel(table(id)?.rows.find((each) => each.id === row)) ||
      (table(id)?.open === undefined ? '' : say(openName(row))),
    column: (id, column) =>
      say(table(id)?.rows[0]?.cells.find((cell) => cell.column.id === column)?.column.label ?? null) || column,
    table: (id) => say(table(id)?.name ?? null) || id,
  };
}

function openName(name: string): Label {
  return /^\d+$/.test(name) ? { zh: `科目${name}`, en: `subject ${name}` } : { zh: name, en: name };
}

/** A row that the report brings is named by its own code or label. */
function openCell(id: CellId, tables: readonly FormTable[]): Located | undefined {
  const [first, ...rest] = id.split('.');
  const last = rest.pop();
  const table = tables.find((each) => each.id === first);
  const column = table?.open?.find((each) => each.id === last);
  if (table === undefined || column === undefined) return undefined;
  const name = rest.join('.');
  const cell: FormCell = { id, column, type: 'decimal' };
  const cells = table.open?.map((each) => ({ id: `${first}.${name}.${each.id}`, column: each, type: cell.type })) ?? [];
  return { table, row: { id: name, label: openName(name), aliases: [], path: [], cells }, cell };
}

function cellName(
  { table, row }: Located,
  rowName: string,
  columnName: string,
  tableName: string,
  language: Language,
): string {
  const only = row.cells.length === 1 && table.shape === 'articles';
  if (language === 'en') return only ? `${tableName} “${rowName}”` : `${tableName} “${rowName}”, ${columnName}`;
  return only ? `${tableName}“${rowName}”` : `${tableName}“${rowName}”行${short(columnName)}列`;
}

/** Where a column has the same name, 总计 or 其他, numbering and group tell them apart: （七）总计, （六）其他处理3.其他. */
function chineseName({ path, cells }: FormRow, { zh }: Label): string {
  const name = short(zh);
  const taken = cells.some(({ column }) => column.label.zh === name);
  return taken ? [...path.slice(1).map((group) => group.zh), zh].join('') : name;
}

/** 一、本年新收政府信息公开申请数量 stays long; numbering and brackets go: 予以公开, 属于国家秘密. */
function short(label: string): string {
  return labelKeyWithoutAsides(label);
}
