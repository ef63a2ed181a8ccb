import { useState } from 'preact/hooks';
import type { ReportSummary } from '../db/index';
import { ByHandLink } from '../intake/by-hand-link';
import { FilePicker, FolderPicker } from '../intake/file-picker';
import { PasteButton } from '../intake/paste-button';
import { reportList } from '../report-list';
import { organName } from '../report-name';
import { hrefOf } from '../route';
import { t } from '../t';
import { EmptyState } from '../ui/empty-state';
import { ErrorNote } from '../ui/error-note';
import { useKeys } from '../ui/keys';
import { ReportRows } from './report-rows';
import { StoreFailed } from './store-failed';

/** Rows drawn at first; a thousand would take a moment each time one is added. */
const SHOWN = 100;

/** 报告: all that is kept, with what is wrong in each. */
export function ReportsScreen() {
  const live = reportList.value;
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(SHOWN);
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ArrowDown: () => moveFocus(1),
    ArrowUp: () => moveFocus(-1),
  });
  if (live.state === 'loading') return <p class="screen quiet">{t('app.loading')}</p>;
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  const { reports, unreadable } = live.value;
  const shown = reports.filter((report) => matches(report, filter));
  return (
    <div class="screen">
      <div class="row between wrap">
        <h1>{t('list.title')}</h1>
        {reports.length === 0 ? null : (
          <input
            type="search"
            class="filter"
            data-key="/"
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
            aria-label={t('list.filter')}
            placeholder={t('list.filter.placeholder')}
          />
        )}
      </div>
      {unreadable > 0 ? (
        <ErrorNote title={t('list.unreadable', { count: unreadable })} severity="warning">
          <p>{t('list.unreadable.detail')}</p>
        </ErrorNote>
      ) : null}
      {reports.length === 0 && unreadable === 0 ? <NoReports /> : null}
      {reports.length > 0 ? (
        <>
          <p class="quiet" aria-live="polite">
            {totals(shown)}
          </p>
          {shown.length > 0 ? <ReportRows reports={shown.slice(0, limit)} /> : <p>{t('list.noMatch', { filter })}</p>}
          {shown.length > limit ? (
            <p class="row">
              <button type="button" onClick={() => setLimit(limit + 5 * SHOWN)}>
                {t('list.more', { count: Math.min(shown.length - limit, 5 * SHOWN) })}
              </button>
              <a class="button" href={hrefOf({ screen: 'batch' })}>
                {t('nav.batch')}
              </a>
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function NoReports() {
  return (
    <EmptyState title={t('list.empty')}>
      <p>{t('list.empty.how')}</p>
      <ul>
        <li>{t('list.empty.drop')}</li>
        <li>{t('list.empty.paste')}</li>
        <li>{t('list.empty.extension')}</li>
      </ul>
      <div class="row wrap">
        <FilePicker />
        <FolderPicker />
        <PasteButton />
        <ByHandLink />
      </div>
      <p class="quiet">{t('list.empty.private')}</p>
    </EmptyState>
  );
}

function matches(report: ReportSummary, filter: string): boolean {
  const { title, year, source } = report;
  const text = [organName(report), title, year, source.fileName, source.address].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function totals(reports: readonly ReportSummary[]): string {
  const wrong = reports.filter((report) => report.counts.error > 0).length;
  return t('list.totals', { count: reports.length, wrong });
}

/** j and k walk the links of the rows. */
function moveFocus(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('table.reports tbody th a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  (at < 0 ? links[0] : links[at + step])?.focus();
}
