/** 整改台账: one row for each problem, in columns that a person may rename, order and leave out. */
import { type Clock, minuteOf } from './clock';
import type { HandoutItem, HandoutReport } from './handout-report';
import type { HandoutOptions, LedgerColumn } from './options';
import { wordsIn } from './words';

/** A number stays one; what is text is never taken for a formula. */
export type LedgerValue = string | number | null;

export interface LedgerTable {
  readonly columns: readonly { readonly id: LedgerColumn; readonly name: string }[];
  readonly rows: readonly LedgerRow[];
}

export interface LedgerRow {
  readonly unit: string;
  readonly severity: HandoutItem['severity'];
  readonly values: readonly LedgerValue[];
  /** Of the page, where it has one that a browser can open. */
  readonly address: string;
}

type Told = Pick<HandoutOptions, 'language' | 'columns' | 'deadline'> & { readonly clock: Clock };

export function ledgerColumns({
  columns,
  language,
}: Pick<HandoutOptions, 'columns' | 'language'>): LedgerTable['columns'] {
  const t = wordsIn(language);
  return columns.filter(({ shown }) => shown).map(({ id, name }) => ({ id, name: name.trim() || t(`ledger.${id}`) }));
}

export function ledgerTable(reports: readonly HandoutReport[], options: Told): LedgerTable {
  const columns = ledgerColumns(options);
  let number = 0;
  const rows = reports.flatMap((report) =>
    report.items.map((item): LedgerRow => {
      number += 1;
      return {
        unit: report.unit,
        severity: item.severity,
        values: columns.map(({ id }) => valueIn(id, report, item, number, options)),
        address: /^https?:\/\//i.test(report.address) ? report.address : '',
      };
    }),
  );
  return { columns, rows };
}

function valueIn(
  column: LedgerColumn,
  report: HandoutReport,
  item: HandoutItem,
  number: number,
  { language, deadline, clock }: Told,
): LedgerValue {
  const t = wordsIn(language);
  switch (column) {
    case 'number':
      return number;
    case 'unit':
      return report.unit;
    case 'parent':
      return report.parent;
    case 'year':
      return report.outcome.year;
    case 'title':
      return report.title;
    case 'address':
      return report.address || report.file;
    case 'published':
      return report.published;
    case 'severity':
      return t(`severity.${item.severity}`);
    case 'deadline':
      return deadline;
    case 'status':
      return item.lapsed ? t('status.lapsed') : t(`status.${item.status}`);
    // The unit's to write.
    case 'reply':
      return null;
    case 'reviewedAt':
      return minuteOf(item.reviewedAt, clock);
    case 'snapshot':
      return minuteOf(report.savedAt, clock);
    default:
      return item[column];
  }
}
