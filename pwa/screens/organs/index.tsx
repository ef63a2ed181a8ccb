import '../library/rows.css';
import './organs.css';
import { useMemo, useState } from 'preact/hooks';
import { joined, records } from '../../library/library';
import { countPublishing, type OrganRow, organsIn, PUBLISHING, type Publishing } from '../../library/organs';
import { openScope, scope, yearIn } from '../../library/scope';
import { searchText, searchWords } from '../../library/search';
import { units } from '../../library/units';
import { reportList } from '../../report-list';
import { EmptyState } from '../../ui/index';
import { Making } from '../library/making';
import { ScopeBar } from '../overview/scope-bar';
import { StoreFailed } from '../store-failed';
import { OrganTable } from './organ-table';
import { PUBLISHING_TONES } from './publishing-tag';
import { t } from './t';
import { UnitForm } from './unit-form';

openScope();

type Shown = Publishing | 'unlisted' | null;

/** 单位: each with its report of the year, when it came, and what it published in other years. */
export function OrgansScreen() {
  const live = reportList.value;
  const all = records.value;
  const list = units.value;
  const { region } = scope.value;
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<Shown>(null);
  const year = useMemo(() => yearIn(all, scope.value) ?? new Date().getFullYear() - 1, [all, scope.value]);
  const rows = useMemo(() => inOrder(organsIn(all, year, list, region)), [all, year, list, region]);
  const counts = useMemo(() => countPublishing(rows), [rows]);
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  if (live.state === 'loading' || !joined.value) return <p class="screen quiet">{t('organs.joining')}</p>;
  const unlisted = rows.filter(({ listed }) => listed === false).length;
  const words = searchWords(search);
  const shown = rows.filter(
    (row) =>
      (only === null || (only === 'unlisted' ? row.listed === false : row.publishing === only)) &&
      words.every((word) => searchText(row.name).includes(word)),
  );
  return (
    <div class="screen organs">
      <div class="row between wrap">
        <h1>{t('organs.title')}</h1>
        <span class="row wrap">
          {all.length === 0 ? null : <ScopeBar records={all} year={year} />}
          <button type="button" onClick={() => print()}>
            {t('organs.print')}
          </button>
        </span>
      </div>
      <Making />
      <UnitForm year={year} missing={counts.missing} empty={all.length === 0} />
      {rows.length === 0 ? (
        <EmptyState title={t('organs.empty')}>
          <p>{t('organs.empty.how')}</p>
        </EmptyState>
      ) : (
        <>
          <div class="row wrap">
            <input
              type="search"
              class="filter"
              data-key="/"
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
              aria-label={t('organs.search')}
              placeholder={t('organs.search.placeholder')}
            />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons. */}
            <span class="row wrap" role="group" aria-label={t('organs.publishing')}>
              {PUBLISHING.filter((each) => each !== 'unclear' || counts.unclear > 0).map((each) => (
                <Chip key={each} name={each} count={counts[each]} only={only} onOnly={setOnly} />
              ))}
              {unlisted === 0 ? null : <Chip name="unlisted" count={unlisted} only={only} onOnly={setOnly} />}
            </span>
            <span class="quiet" aria-live="polite">
              {t('organs.shown', { count: shown.length })}
            </span>
          </div>
          {shown.length > 0 ? (
            <OrganTable rows={shown} />
          ) : (
            <p class="row">
              {t('organs.noMatch')}
              <button
                type="button"
                onClick={() => {
                  setSearch('');
                  setOnly(null);
                }}
              >
                {t('organs.all')}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

interface ChipProps {
  readonly name: Exclude<Shown, null>;
  readonly count: number;
  readonly only: Shown;
  readonly onOnly: (only: Shown) => void;
}

function Chip({ name, count, only, onOnly }: ChipProps) {
  const tone = name === 'unlisted' ? 'none' : PUBLISHING_TONES[name];
  return (
    <button
      type="button"
      class={`chip ${count === 0 ? 'nothing' : ''}`}
      aria-pressed={only === name}
      onClick={() => onOnly(only === name ? null : name)}
    >
      <span class={`mark ${tone}`} aria-hidden="true" />
      {t(`publishing.${name}`)} <b>{count}</b>
    </button>
  );
}

const ORDER: readonly Publishing[] = ['missing', 'unclear', 'late', 'unknown', 'onTime'];

/** What somebody has to see to comes first. */
function inOrder(rows: readonly OrganRow[]): readonly OrganRow[] {
  return [...rows].sort((a, b) => ORDER.indexOf(a.publishing) - ORDER.indexOf(b.publishing));
}
