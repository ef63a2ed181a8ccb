import './rows.css';
import './library.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { choice, choose, recallChoice } from '../../library/choice';
import { EVERYTHING, shelfOf } from '../../library/facets';
import { joined, records, watchLibrary } from '../../library/library';
import { reportList } from '../../report-list';
import { t as shared } from '../../t';
import { EmptyState, ErrorNote } from '../../ui/index';
import { StoreFailed } from '../store-failed';
import { BulkBar } from './bulk-bar';
import { FacetBar, StateBar } from './facet-bar';
import { Grid } from './grid';
import { Making } from './making';
import { NoReports } from './no-reports';
import { rulesNamed } from './rule-words';
import { t } from './t';
import { ViewBar } from './view-bar';

watchLibrary();
void recallChoice();

/** 报告: all that is kept, what is wrong in each, and how far its review has come. */
export function LibraryScreen() {
  const live = reportList.value;
  const all = records.value;
  const now = choice.value;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(NONE);
  const shelf = useMemo(() => shelfOf(all, now, rulesNamed), [all, now]);
  useEffect(() => {
    // What was deleted meanwhile is no longer chosen.
    const known = new Set(all.map(({ id }) => id));
    if ([...ticked].some((id) => !known.has(id))) setTicked(new Set([...ticked].filter((id) => known.has(id))));
  }, [all]);
  if (live.state === 'loading') return <p class="screen quiet">{shared('app.loading')}</p>;
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  const { reports, unreadable, whole } = live.value;
  const { shown } = shelf;
  return (
    <div class="screen library">
      <div class="row between wrap">
        <h1>{t('list.title')}</h1>
        {all.length === 0 ? null : (
          <button type="button" onClick={() => print()}>
            {t('list.print')}
          </button>
        )}
      </div>
      {unreadable > 0 ? (
        <ErrorNote title={t('list.unreadable', { count: unreadable })} severity="warning">
          <p>{t('list.unreadable.detail')}</p>
        </ErrorNote>
      ) : null}
      {reports.length === 0 && unreadable === 0 ? <NoReports /> : null}
      {all.length === 0 ? null : (
        <>
          <div class="library-bars">
            <FacetBar shelf={shelf} choice={now} />
            <StateBar shelf={shelf} choice={now} counted={whole} reviewed={joined.value} />
            <ViewBar choice={now} />
          </div>
          <Making />
          {ticked.size > 0 ? (
            <BulkBar records={all} shown={shown} ticked={ticked} onTick={setTicked} />
          ) : (
            <p class="quiet totals" aria-live="polite">
              {whole ? totals(shown, all.length) : shared('app.loading')}
            </p>
          )}
          {shown.length > 0 ? (
            <Grid shown={shown} choice={now} ticked={ticked} onTick={setTicked} />
          ) : (
            <EmptyState title={t('list.noMatch')}>
              <p>
                <button type="button" onClick={() => choose({ ...EVERYTHING, by: now.by, descending: now.descending })}>
                  {t('list.all')}
                </button>
              </p>
            </EmptyState>
          )}
        </>
      )}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

function totals(shown: readonly { readonly standing: string }[], total: number): string {
  const wrong = shown.filter(({ standing }) => standing === 'error').length;
  return shown.length === total
    ? t('list.totals', { count: total, wrong })
    : t('list.totals.of', { count: shown.length, total, wrong });
}
