/** 台账 as text for any program that reads tables: with a mark that says UTF-8, and nothing in it that runs as a formula. */
import type { LedgerTable, LedgerValue } from './ledger';
import { legal } from './xml';

/** Without it a Chinese Excel reads the file as GBK. */
const BYTE_ORDER_MARK = '\ufeff';
/** What a program of tables takes for the beginning of a formula, in full width too; a tab or a line break before it changes nothing. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

export function ledgerCsv({ columns, rows }: LedgerTable): string {
  const lines = [columns.map(({ name }) => name), ...rows.map(({ values }) => values)];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** Numbers are our own and stay; a text that begins like a formula gets an apostrophe, which shows it as text. */
function field(value: LedgerValue): string {
  if (typeof value === 'number') return String(value);
  const text = legal(value ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
