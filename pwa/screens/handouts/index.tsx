import './handouts.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { chosenReports } from '../../handouts/choice';
import type { HandoutScope } from '../../handouts/options';
import { FilePicker, FolderPicker } from '../../intake/file-picker';
import { reportList } from '../../report-list';
import { hrefOf } from '../../route';
import { EmptyState } from '../../ui/index';
import { StoreFailed } from '../store-failed';
import { HandoutCards } from './handout-cards';
import { cancel, printed, rollUpShown } from './maker';
import { PrintSheet } from './print-sheet';
import { RollUpView } from './roll-up-view';
import { ScopeForm } from './scope-form';
import { StatusLine } from './status-line';
import { t } from './t';
import { useOptions } from './use-options';

/** 下发材料: of one report, of those that another screen chose, or of all. */
export function HandoutsScreen({ id }: { readonly id: string | null }) {
  const live = reportList.value;
  const [options, change] = useOptions();
  const [year, setYear] = useState<number | null | undefined>(undefined);
  const [regionReport, setRegionReport] = useState<string | null>(null);
  useEffect(() => () => leave(), []);
  const all = live.state === 'ready' ? live.value.reports : NONE;
  const ids = id === null ? chosenReports.value : [id];
  const reports = useMemo(() => (ids === null ? all : all.filter((report) => ids.includes(report.id))), [all, ids]);
  const years = useMemo(
    () => [...new Set(reports.flatMap((each) => each.year ?? []))].sort((a, b) => b - a),
    [reports],
  );
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  if (live.state === 'loading' || options === null) return <p class="screen quiet">{t('loading')}</p>;
  if (reports.length === 0) return <NoReports id={id} />;
  const scope: HandoutScope = {
    year: id !== null ? null : year === undefined ? (years[0] ?? null) : year,
    ids: ids === null ? null : [...ids],
    regionReport,
  };
  return (
    <div class="screen handouts">
      <header class="stack">
        <h1>{t('title')}</h1>
        <p class="quiet">{t('how')}</p>
      </header>
      <ScopeForm
        id={id}
        reports={reports}
        chosen={id === null && ids !== null}
        years={years}
        scope={scope}
        options={options}
        onYear={(next) => {
          setYear(next);
          rollUpShown.value = null;
        }}
        onChange={change}
      />
      <StatusLine />
      <HandoutCards
        reports={reports}
        scope={scope}
        options={options}
        one={id !== null}
        onChange={change}
        onRegion={(next) => {
          setRegionReport(next);
          rollUpShown.value = null;
        }}
      />
      {rollUpShown.value === null ? null : <RollUpView sheet={rollUpShown.value} />}
      {printed.value === null ? null : <PrintSheet ledger={printed.value} />}
    </div>
  );
}

const NONE = [] as const;

/** What is at work belongs to this screen. */
function leave(): void {
  cancel();
  rollUpShown.value = null;
  printed.value = null;
}

function NoReports({ id }: { readonly id: string | null }) {
  if (id !== null)
    return (
      <EmptyState title={t('none.one')} level={1}>
        <a href={hrefOf({ screen: 'handouts', id: null })}>{t('scope.all')}</a>
      </EmptyState>
    );
  return (
    <EmptyState title={t('none')} level={1}>
      <p>{t('none.detail')}</p>
      <div class="row">
        <FilePicker />
        <FolderPicker />
      </div>
    </EmptyState>
  );
}
