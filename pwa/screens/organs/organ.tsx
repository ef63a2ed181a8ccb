import '../../plot/plot.css';
import '../library/rows.css';
import './organs.css';
import { useMemo } from 'preact/hooks';
import { loadReport } from '../../db/index';
import { gapsOf, historyOf } from '../../library/history';
import { joined, records } from '../../library/library';
import type { OrganHistory } from '../../library/organs';
import { openScope } from '../../library/scope';
import { hrefOf } from '../../route';
import { EmptyState } from '../../ui/index';
import { useLive } from '../../use-live';
import { StoreFailed } from '../store-failed';
import { HistoryTable } from './history-table';
import { t } from './t';

openScope();

/** 历年: the numbers of one organ over the years, as a table and as a plot. */
export function OrganScreen({ name }: { readonly name: string }) {
  const all = records.value;
  const history = useMemo(() => historyOf(all, name), [all, name]);
  if (!joined.value) return <p class="screen quiet">{t('organs.joining')}</p>;
  return (
    <div class="screen organ-history">
      <p>
        <a href={hrefOf({ screen: 'organs' })}>← {t('organ.all')}</a>
      </p>
      {history === null ? (
        <EmptyState title={t('organ.none')} level={1}>
          <p>{name}</p>
          <p>{t('organ.none.detail')}</p>
        </EmptyState>
      ) : (
        <History history={history} />
      )}
    </div>
  );
}

function History({ history }: { readonly history: OrganHistory }) {
  const ids = history.years.map(({ record }) => record.id);
  const live = useLive(() => Promise.all(ids.map(loadReport)), [ids.join(' ')]);
  const gaps = gapsOf(history);
  const loaded = live.state === 'ready' ? live.value : [];
  const kept = useMemo(
    () =>
      history.years.flatMap(({ record }, at) => {
        const report = loaded[at];
        return report === undefined || report === null || report === 'unreadable' ? [] : [{ record, report }];
      }),
    [live],
  );
  return (
    <>
      <h1>{history.name}</h1>
      <p class="quiet">
        {t('organ.years', { count: history.years.length })}
        {gaps.length === 0 ? '' : ` · ${t('organ.gaps', { years: gaps.join(' ') })}`}
      </p>
      {live.state === 'failed' ? <StoreFailed reason={live.reason} /> : null}
      {live.state === 'loading' ? <p class="quiet">{t('organ.loading')}</p> : null}
      {loaded.includes('unreadable') ? (
        <p class="quiet">{t('organ.unreadable', { count: loaded.filter((each) => each === 'unreadable').length })}</p>
      ) : null}
      {kept.length === 0 ? null : <HistoryTable years={kept} />}
    </>
  );
}
