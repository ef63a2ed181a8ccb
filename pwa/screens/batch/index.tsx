import './batch.css';
import { useMemo, useState } from 'preact/hooks';
import { chosenReports } from '../../handouts/choice';
import { home } from '../../home';
import { FilePicker, FolderPicker } from '../../intake/file-picker';
import { failed as failedFiles } from '../../intake/queue-view';
import { joined, records, watchLibrary } from '../../library/library';
import { reportList } from '../../report-list';
import { organName } from '../../report-name';
import { go } from '../../route';
import { t as ofApp } from '../../t';
import { EmptyState } from '../../ui/index';
import { Making } from '../library/making';
import { StoreFailed } from '../store-failed';
import { BatchChecklist } from './batch-checklist';
import { FacetBar, StandingBar } from './facet-bar';
import { Failures } from './failures';
import { EVERYTHING, type Facets, type Matrix, matrixOf, resultsOf, type Sort, WORST_FIRST } from './matrix';
import { MatrixTable } from './matrix-table';
import { t } from './t';

watchLibrary();

/** 核对结果: all reports against all rules that found something. */
export function BatchScreen() {
  const live = reportList.value;
  const [facets, setFacets] = useState<Facets>(EVERYTHING);
  const [sort, setSort] = useState<Sort>(WORST_FIRST);
  // Counted as the list counts: with findings of people's own and of their forms.
  const all = records.value;
  const reports = useMemo(() => all.map(({ summary }) => summary), [all]);
  const failed = failedFiles.value;
  const results = useMemo(() => resultsOf(reports, failed, organName), [reports, failed]);
  const matrix = useMemo(() => matrixOf(results, facets, sort), [results, facets, sort]);
  if (live.state === 'loading') return <p class="screen quiet">{ofApp('app.loading')}</p>;
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  if (live.value.reports.length === 0 && failed.length === 0) return <NoResults />;
  if (reports.length === 0 && live.value.reports.length > 0) return <p class="screen quiet">{ofApp('app.loading')}</p>;
  const shown = reportsIn(matrix);
  const change = (over: Partial<Facets>): void => setFacets({ ...facets, ...over });
  return (
    <div class="screen batch">
      <div class="row between wrap">
        <h1>{t('title')}</h1>
        <span class="row">
          <button type="button" disabled={shown.length === 0} onClick={() => handOut(shown)}>
            {t('handouts')}
          </button>
          {home === 'extension' ? (
            <a class="button" href="../extension/round/index.html">
              {t('rounds')}
            </a>
          ) : null}
          <button type="button" onClick={() => print()}>
            {t('print')}
          </button>
        </span>
      </div>
      <BatchChecklist reports={shown} />
      <StandingBar matrix={matrix} facets={facets} onChange={change} />
      <FacetBar reports={reports} matrix={matrix} facets={facets} onChange={change} />
      {joined.value ? <Making /> : null}
      {matrix.rows.length === 0 ? (
        <p class="row">
          {t('noMatch')}
          <button type="button" onClick={() => setFacets({ ...EVERYTHING, grouping: facets.grouping })}>
            {t('all')}
          </button>
        </p>
      ) : (
        <MatrixTable
          matrix={matrix}
          sort={sort}
          onSort={setSort}
          onOrgan={(name) => change({ search: name, grouping: 'report', standing: null, year: null })}
        />
      )}
      {failed.length > 0 ? <Failures items={failed} /> : null}
    </div>
  );
}

/** The reports of the rows that are shown; of an organ with several years all of them. */
function reportsIn({ rows }: Matrix): readonly string[] {
  return [...new Set(rows.flatMap(({ key, report, chain }) => reportsOf(key, report, chain)))];
}

function handOut(reports: readonly string[]): void {
  chosenReports.value = reports;
  go({ screen: 'handouts', id: null });
}

function reportsOf(key: string, report: string | null, chain: Matrix['rows'][number]['chain']): readonly string[] {
  if (report === null) return [];
  return key.startsWith('organ ') && chain.length > 0 ? chain.map(({ id }) => id) : [report];
}

function NoResults() {
  return (
    <EmptyState title={t('empty')} level={1}>
      <p>{t('empty.how')}</p>
      <div class="row">
        <FilePicker />
        <FolderPicker />
      </div>
      <p class="quiet">{ofApp('list.empty.private')}</p>
    </EmptyState>
  );
}
