import { useState } from 'preact/hooks';
import { t } from './t';

/** The first of many, and the way to the rest. */
export function useFew<T>(rows: readonly T[], few: number) {
  const [all, setAll] = useState(false);
  const button =
    rows.length <= few ? null : (
      <p>
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('table.less') : t('table.all', { count: rows.length })}
        </button>
      </p>
    );
  return [all ? rows : rows.slice(0, few), button] as const;
}
