/** 台账 for machines; its schema is core/exchange/ledger-file. */
import { LEDGER_VERSION, type LedgerFile } from '../../core/exchange/ledger-file';
import type { Clock } from './clock';
import type { HandoutReport } from './handout-report';
import type { HandoutOptions, HandoutScope } from './options';

export function ledgerFile(
  reports: readonly HandoutReport[],
  { language, severities, statuses }: HandoutOptions,
  { year }: HandoutScope,
  { now }: Clock,
): LedgerFile {
  return {
    format: 'gouji-ledger',
    version: LEDGER_VERSION,
    made: now,
    language,
    scope: { year, severities, statuses },
    units: reports.map(({ unit, outcome, title, address, file, published, savedAt, items }) => ({
      organ: unit,
      year: outcome.year,
      title,
      address,
      file,
      published,
      savedAt,
      status: outcome.status,
      problems: [...items],
    })),
  };
}
