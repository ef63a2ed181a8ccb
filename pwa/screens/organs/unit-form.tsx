import { useState } from 'preact/hooks';
import { storageText } from '../../failure-text';
import { keepUnits, NO_UNITS, type UnitList, units, unitsOf } from '../../library/units';
import { showToast } from '../../ui/index';
import { t } from './t';

interface UnitFormProps {
  readonly year: number;
  readonly missing: number;
  /** Nothing is kept yet: the form is open. */
  readonly empty: boolean;
}

/** 单位名单: pasted, kept, cleared; each with the way back. */
export function UnitForm({ year, missing, empty }: UnitFormProps) {
  const list = units.value;
  const count = list.units.length;
  return (
    <details class="card units" open={empty}>
      <summary>
        {t('units.edit')}
        <span class="quiet">{count === 0 ? t('units.none', { year }) : t('units.some', { count, missing, year })}</span>
      </summary>
      <Fields key={JSON.stringify(list)} list={list} />
    </details>
  );
}

function Fields({ list }: { readonly list: UnitList }) {
  const [text, setText] = useState(list.units.join('\n'));
  const [region, setRegion] = useState(list.region);
  const names = unitsOf(text);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep({ region: region.trim(), units: names }, t('units.kept', { count: names.length }));
      }}
    >
      <p class="quiet">{t('units.how')}</p>
      <label class="stack">
        <span>{t('units.label')}</span>
        <textarea rows={8} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <label class="row wrap">
        <span>{t('units.region')}</span>
        <input value={region} maxLength={60} onInput={(event) => setRegion(event.currentTarget.value)} />
        <span class="quiet">{t('units.region.how')}</span>
      </label>
      <div class="row wrap">
        <button type="submit" class="main" disabled={names.length === 0}>
          {t('units.keep', { count: names.length })}
        </button>
        {list.units.length === 0 ? null : (
          <button type="button" onClick={() => void keep(NO_UNITS, t('units.cleared'))}>
            {t('units.clear')}
          </button>
        )}
      </div>
    </form>
  );
}

async function keep(next: UnitList, done: string): Promise<void> {
  const before = units.value;
  const kept = await keepUnits(next);
  if (kept.ok) showToast(done, () => void keepUnits(before));
  else showToast(storageText(kept.error));
}
