import '../../plot/plot.css';
import './overview.css';
import { useMemo } from 'preact/hooks';
import { joined, records } from '../../library/library';
import { type Overview, overviewOf } from '../../library/overview';
import { openScope, scope, yearIn } from '../../library/scope';
import { units } from '../../library/units';
import { Patterns } from '../../plot/bar';
import { reportList } from '../../report-list';
import { hrefOf } from '../../route';
import { EmptyState } from '../../ui/index';
import { Making } from '../library/making';
import { StoreFailed } from '../store-failed';
import { Publications } from './publications';
import { RuleTable } from './rule-table';
import { ScopeBar } from './scope-bar';
import { t } from './t';
import { TrendTable } from './trend-table';
import { UnitTable } from './unit-table';

openScope();

/** 总览: who has published and when, where the errors are, and how it was in other years. */
export function OverviewScreen() {
  const live = reportList.value;
  const all = records.value;
  const { region } = scope.value;
  const year = useMemo(() => yearIn(all, scope.value), [all, scope.value]);
  const list = units.value;
  const overview = useMemo(
    () => (year === null ? null : overviewOf(all, year, list, region)),
    [all, year, list, region],
  );
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  if (live.state === 'loading' || !joined.value) return <p class="screen quiet">{t('overview.joining')}</p>;
  if (overview === null)
    return (
      <div class="screen">
        <EmptyState title={t('overview.empty')} level={1}>
          <p>{t('overview.empty.how')}</p>
        </EmptyState>
      </div>
    );
  return (
    <div class="screen overview">
      <Patterns />
      <div class="row between wrap">
        <h1>{t('overview.title')}</h1>
        <span class="row wrap">
          <ScopeBar records={all} year={overview.year} />
          <button type="button" onClick={() => print()}>
            {t('overview.print')}
          </button>
        </span>
      </div>
      <p class="only-print">{t('overview.year.option', { year: overview.year })}</p>
      <Making />
      <Numbers overview={overview} />
      <Publications overview={overview} />
      <RuleTable overview={overview} />
      <UnitTable overview={overview} />
      <TrendTable overview={overview} />
    </div>
  );
}

/** What one wants to know first. */
function Numbers({ overview }: { readonly overview: Overview }) {
  const { publications, published, withErrors, clean, listed } = overview;
  const numbers = [
    ['published', published, ''],
    ['onTime', publications.onTime, 'ok'],
    ['late', publications.late, 'warning'],
    ['unknown', publications.unknown, ''],
    ['missing', publications.missing, 'error'],
    ...(publications.unclear > 0 ? ([['unclear', publications.unclear, '']] as const) : []),
    ['wrong', withErrors, 'error'],
    ['clean', clean, 'ok'],
  ] as const;
  return (
    <>
      <dl class="numbers">
        {numbers.map(([name, count, tone]) => (
          <div key={name} class={count === 0 ? 'nothing' : tone}>
            <dt>{t(`number.${name}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {listed === null ? t('overview.noList') : t('overview.listed', { count: listed })}{' '}
        <a href={hrefOf({ screen: 'organs' })}>
          {t(listed === null ? 'overview.noList.link' : 'overview.listed.link')}
        </a>
      </p>
    </>
  );
}
