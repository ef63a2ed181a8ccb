/** How a report is called in lists and titles. */
import type { SavedReport } from '../core/exchange/schema';
import { t } from './t';
import { language } from './ui/i18n';

interface Named {
  readonly organ: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly source: SavedReport['source'];
}

export function organName({ organ, title, source }: Named): string {
  return organ ?? title ?? source.fileName ?? source.address ?? t('report.unnamed');
}

export function reportName(report: Named): string {
  const name = organName(report);
  return report.organ !== null && report.year !== null ? t('report.name', { name, year: report.year }) : name;
}

/** 2021 年格式: a form's id ends with the year of the document that set it. */
export function formName(id: string | null): string {
  if (id === null) return '—';
  // The form itself would bring the whole core into what every page of the app waits for.
  if (id.startsWith('final-accounts@')) return t('form.finalAccounts');
  if (id.startsWith('website-annual@')) return t('form.websiteAnnual');
  if (id.startsWith('enforcement-statistics@')) return t('form.enforcementStatistics');
  return t('form.name', { year: id.slice(id.indexOf('@') + 1) });
}

/** A moment in the reader's own time. */
export function whenText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short', hour12: false }).format(
    time,
  );
}
