/** How wide the columns of the ledger are, on sheets, pages and paper. */
import type { LedgerColumn } from './options';

/** In characters. */
export const LEDGER_WIDTHS: Readonly<Record<LedgerColumn, number>> = {
  number: 6,
  unit: 24,
  parent: 16,
  year: 9,
  title: 34,
  address: 30,
  published: 12,
  category: 16,
  severity: 9,
  place: 34,
  problem: 48,
  value: 16,
  expected: 36,
  source: 28,
  advice: 34,
  deadline: 12,
  status: 12,
  reply: 30,
  reviewer: 10,
  reviewedAt: 17,
  rule: 20,
  snapshot: 17,
  reason: 28,
  note: 28,
};

/** In characters: what A4 holds across, still legible. */
const WIDE = 220;

type Columns = readonly { readonly id: LedgerColumn }[];

export function isWide(columns: Columns): boolean {
  return total(columns) > WIDE;
}

/** Per cent of the width, for each column. */
export function widthShares(columns: Columns): number[] {
  const all = total(columns);
  return columns.map(({ id }) => Math.round((LEDGER_WIDTHS[id] / all) * 1000) / 10);
}

function total(columns: Columns): number {
  return columns.reduce((sum, { id }) => sum + LEDGER_WIDTHS[id], 0);
}
