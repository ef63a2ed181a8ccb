import { useState } from 'preact/hooks';
import type { RoundSession } from './round-session';
import type { Round } from './store';
import { t } from './t';
import { type Compared, compareUnits, unitsIn } from './units';

/** 对照单位名单: which units of a pasted list have no report in this round. */
export function UnitsCheck({ session, round }: { readonly session: RoundSession; readonly round: Round }) {
  const [text, setText] = useState(round.units);
  const [region, setRegion] = useState('');
  const [compared, setCompared] = useState<Compared | 'no-year' | null>(null);
  const compareNow = (): void => {
    void session.keepUnits(text);
    const year = session.year.value;
    setCompared(year === null ? 'no-year' : compareUnits(unitsIn(text), session.items.value, year, region.trim()));
  };
  return (
    <details class="card round-units">
      <summary>
        <h2>{t('units.title')}</h2>
      </summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          compareNow();
        }}
      >
        <p class="quiet">{t('units.text')}</p>
        <label class="stack">
          {t('units.label')}
          <textarea rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <label class="row wrap">
          {t('units.region')}
          <input value={region} onInput={(event) => setRegion(event.currentTarget.value)} />
        </label>
        <p>
          <button type="submit" disabled={text.trim() === ''}>
            {t('units.check')}
          </button>
        </p>
      </form>
      <div role="status" class="stack">
        {compared === null ? null : compared === 'no-year' ? (
          <p>{t('units.noYear')}</p>
        ) : (
          <Result compared={compared} />
        )}
      </div>
    </details>
  );
}

function Result({ compared }: { readonly compared: Compared }) {
  const { missing, doubled, unclear, others } = compared.without;
  const { year, units, reports, failed } = compared;
  return (
    <>
      <p>{t('units.year', { year, units, reports })}</p>
      {missing.length === 0 ? <p>{t('units.missing.none')}</p> : null}
      <Names label={t('units.missing', { count: missing.length })} names={missing} />
      {missing.length > 0 && failed > 0 ? <p class="quiet">{t('units.failed', { count: failed })}</p> : null}
      <Names label={t('units.doubled', { count: doubled.length })} names={doubled.map(({ unit }) => unit)} />
      <Names label={t('units.unclear', { count: unclear.length })} names={unclear.map(({ unit }) => unit)} />
      <Names
        label={t('units.others', { count: others.length })}
        names={others.map(({ title, outcome }) => outcome.organ ?? title)}
      />
    </>
  );
}

function Names({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <h3>{label}</h3>
      <p>{names.join(t('list.comma'))}</p>
    </div>
  );
}
