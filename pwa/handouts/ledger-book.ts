/** 整改台账 as a workbook: filter, frozen head, wrapped text; one sheet for each unit where that is wanted. */
import type { LedgerTable, LedgerValue } from './ledger';
import { isWide, LEDGER_WIDTHS } from './ledger-widths';
import type { HandoutOptions, LedgerColumn } from './options';
import { type Book, type Cell, type CellStyle, cell, type Sheet } from './sheet/book';
import { wordsIn } from './words';

/** A sheet has 1,048,576 rows. */
const MAX_ROWS = 1_000_000;
/** More sheets than that no program opens in good time. */
const MAX_SHEETS = 1000;

type Told = Pick<HandoutOptions, 'language' | 'sheetPerUnit'>;

/** `scope`: what was counted, in a sentence that stands above the table. */
export function ledgerBook(table: LedgerTable, title: string, scope: string, options: Told): Book {
  const t = wordsIn(options.language);
  const sheets: Sheet[] = [];
  for (let from = 0; from === 0 || from < table.rows.length; from += MAX_ROWS)
    sheets.push(
      sheetOf({ ...table, rows: table.rows.slice(from, from + MAX_ROWS) }, t('ledger.sheet'), title, scope, options),
    );
  if (!options.sheetPerUnit) return { title, sheets };
  const units = new Map<string, LedgerTable['rows'][number][]>();
  for (const row of table.rows) {
    const own = units.get(row.unit);
    if (own === undefined) units.set(row.unit, [row]);
    else own.push(row);
  }
  const each = [...units].slice(0, MAX_SHEETS);
  return {
    title,
    sheets: [
      ...sheets,
      ...each.map(([unit, rows]) => sheetOf({ ...table, rows }, unit, t('ledger.of', { unit }), scope, options)),
    ],
  };
}

function sheetOf(
  { columns, rows }: LedgerTable,
  name: string,
  title: string,
  scope: string,
  { language }: Pick<Told, 'language'>,
): Sheet {
  const t = wordsIn(language);
  const status = columns.findIndex(({ id }) => id === 'status');
  const frozenColumns = Math.min(2, Math.max(0, columns.findIndex(({ id }) => id === 'unit') + 1));
  return {
    name,
    isWide: isWide(columns),
    widths: columns.map(({ id }) => LEDGER_WIDTHS[id]),
    frozen: { rows: HEAD + 1, columns: frozenColumns },
    filter: HEAD,
    ...(status < 0 ? {} : { choices: { column: status, values: STATUSES.map((each) => t(`status.${each}`)) } }),
    rows: [
      [cell('title', title)],
      [cell('note', scope)],
      columns.map((column) => cell('header', column.name)),
      ...rows.map(({ values, severity, address }) =>
        values.map((value, index) => cellOf(columns[index]?.id ?? 'note', value, severity, address)),
      ),
    ],
  };
}

const HEAD = 2;
const STATUSES = ['open', 'confirmed', 'fixed', 'dismissed', 'deferred'] as const;

function cellOf(column: LedgerColumn, value: LedgerValue, severity: CellStyle, address: string): Cell {
  if (column === 'address' && address !== '' && typeof value === 'string')
    return cell('link', { text: value, link: address });
  if (column === 'severity') return cell(severity, value);
  if (typeof value === 'number') return cell('plain', value);
  return cell(column === 'reply' ? 'reply' : 'text', value);
}
