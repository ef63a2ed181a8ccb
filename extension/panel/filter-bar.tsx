import type { FormTable, Severity } from '../../core/index';
import { type ExplainedFinding, type GroupId, groupFindings, groupName, SeverityTag } from '../../pwa/ui/index';
import { type Filter, isFiltering, NO_FILTER } from './filter';
import { t } from './t';

interface FilterBarProps {
  readonly items: readonly ExplainedFinding[];
  readonly tables: readonly FormTable[];
  readonly shown: number;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** By severity, table and words. Not there where one looks through all findings at a glance. */
export function FilterBar({ items, tables, shown, filter, onFilter }: FilterBarProps) {
  if (items.length < 2) return null;
  const ids = tables.map(({ id }) => id);
  const groups = groupFindings(items, ids).map(({ id }) => id);
  const toggle = (severity: Severity): void => {
    const { severities } = filter;
    const others = severities.filter((each) => each !== severity);
    onFilter({ ...filter, severities: others.length < severities.length ? others : [...severities, severity] });
  };
  return (
    <search class="stack filter" aria-label={t('filter.title')}>
      <div class="row wrap">
        {SEVERITIES.map((severity) => {
          const count = items.filter(({ finding }) => finding.severity === severity).length;
          return count === 0 ? null : (
            <button
              key={severity}
              type="button"
              class="plain"
              aria-pressed={filter.severities.includes(severity)}
              onClick={() => toggle(severity)}
            >
              <SeverityTag severity={severity} count={count} />
            </button>
          );
        })}
        <button
          type="button"
          aria-pressed={filter.openOnly}
          onClick={() => onFilter({ ...filter, openOnly: !filter.openOnly })}
        >
          {t('filter.open')}
        </button>
      </div>
      <div class="row wrap">
        <select
          aria-label={t('filter.table')}
          value={filter.group ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, group: value === '' ? null : (value as GroupId) })
          }
        >
          <option value="">{t('filter.all')}</option>
          {groups.map((id) => (
            <option key={id} value={id}>
              {groupName(id, tables)}
            </option>
          ))}
        </select>
        <input
          type="search"
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter.text === '') event.currentTarget.blur();
          }}
        />
      </div>
      {isFiltering(filter) ? (
        <p class="quiet row between" role="status">
          {t('filter.shown', { shown, count: items.length })}
          <button type="button" class="plain" onClick={() => onFilter(NO_FILTER)}>
            {t('filter.clear')}
          </button>
        </p>
      ) : null}
    </search>
  );
}
