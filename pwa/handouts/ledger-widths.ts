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

/** Per cent of a given width, for each column. Paper is narrow: wide columns give way first, so that a year stays on its line. */
export function widthShares(columns: Columns): number[] {
  const weights = columns.map(({ id }) => LEDGER_WIDTHS[id] ** 0.75);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((weight / all) * 1000) / 10);
}

/** In pixels, for screens, which can be moved sideways. */
export function legibleWidth(columns: Columns): number {
  return total(columns) * 8;
}

function total(columns: Columns): number {
  return columns.reduce((sum, { id }) => sum + LEDGER_WIDTHS[id], 0);
}
