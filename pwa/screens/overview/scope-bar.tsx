import { useMemo } from 'preact/hooks';
import { yearsOf } from '../../library/organs';
import { type LibraryRecord, regionKey } from '../../library/record';
import { regionsIn, scope, setScope } from '../../library/scope';
import { t } from './t';

/** Year and region, for organs and overview alike. */
export function ScopeBar({ records, year }: { readonly records: readonly LibraryRecord[]; readonly year: number }) {
  const years = useMemo(() => yearsOf(records), [records]);
  const regions = useMemo(() => regionsIn(records), [records]);
  return (
    <>
      <select
        aria-label={t('overview.year')}
        value={String(year)}
        onChange={(event) => setScope({ year: Number(event.currentTarget.value) })}
      >
        {years.map((each) => (
          <option key={each} value={String(each)}>
            {t('overview.year.option', { year: each })}
          </option>
        ))}
      </select>
      {regions.length < 2 ? null : (
        <select
          aria-label={t('overview.region')}
          value={regionKey(scope.value.region)}
          onChange={({ currentTarget: { value } }) => setScope({ region: value === '' ? [] : value.split(' ') })}
        >
          <option value="">{t('overview.region.all')}</option>
          {regions.map((region) => (
            <option key={region} value={region}>
              {`${'　'.repeat(region.split(' ').length - 1)}${region.split(' ').at(-1)}`}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
