import { originsOf } from './leave';
import type { RoundSession } from './round-session';
import type { Round, RoundItem } from './store';
import { t } from './t';

interface RoundBarProps {
  readonly session: RoundSession;
  readonly round: Round;
}

/** What is on the list, what of it is to be checked, and what the browser will ask first. */
export function RoundBar({ session, round }: RoundBarProps) {
  const items = session.items.value;
  return (
    <section class="stack" aria-label={t('bar.label')}>
      <p>{t(round.kind === 'recheck' ? 'round.toRecheck' : 'round.found', { count: items.length })}</p>
      <Beside round={round} session={session} />
      <div class="row wrap">
        <YearFilter session={session} />
        <Ticks session={session} />
        <label class="row">
          <input
            type="checkbox"
            checked={session.tabs.value}
            onChange={(event) => {
              session.tabs.value = event.currentTarget.checked;
            }}
          />
          {t('tabs.option')}
        </label>
      </div>
      <Start session={session} round={round} />
    </section>
  );
}

/** What is not on the list, and why. */
function Beside({ session, round }: RoundBarProps) {
  const busy = session.progress.value !== null;
  const notes = [
    round.elsewhere > 0 ? t('round.elsewhere', { count: round.elsewhere }) : '',
    (round.unopened ?? 0) > 0 ? t('round.unopened', { count: round.unopened ?? 0 }) : '',
    round.beyond > 0 ? t('round.beyond', { count: round.beyond }) : '',
    round.scripted ? t('round.scripted') : '',
  ].filter((note) => note !== '');
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      {round.pages.length === 0 ? null : (
        <p class="row wrap">
          {t('round.pages', { count: round.pages.length })}
          <button type="button" disabled={busy} onClick={() => void session.readMore()}>
            {t('round.pages.read', { count: round.pages.length })}
          </button>
        </p>
      )}
    </>
  );
}

function YearFilter({ session }: Pick<RoundBarProps, 'session'>) {
  const years = [...new Set(session.items.value.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
  return (
    <label class="row">
      {t('filter.year')}
      <select
        value={session.year.value ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          session.year.value = value === '' ? null : Number(value);
        }}
      >
        <option value="">{t('filter.all')}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}

function Ticks({ session }: Pick<RoundBarProps, 'session'>) {
  const due = session.shown.value.filter(isDue).map(({ id }) => id);
  return (
    <>
      <button type="button" onClick={() => session.tick(due, true)}>
        {t('tick.all')}
      </button>
      <button type="button" onClick={() => session.tick([...session.ticked.value], false)}>
        {t('tick.none')}
      </button>
    </>
  );
}

export function isDue({ state }: RoundItem): boolean {
  return state === 'listed' || state === 'failed';
}

function Start({ session, round }: RoundBarProps) {
  const items = session.items.value;
  const chosen = items.filter((item) => session.ticked.value.has(item.id));
  const failed = items.filter(({ state }) => state === 'failed');
  const left = session.unfinished.value;
  const busy = session.progress.value !== null;
  const sites = originsOf((chosen.length > 0 ? chosen : items).map(({ address }) => address));
  if (busy) return null;
  return (
    <>
      {left.length === 0 ? null : (
        <p class="note info row wrap" role="status">
          <span class="grow">{t('resume.text', { count: left.length })}</span>
          <button type="button" class="main" onClick={() => void session.check(left)}>
            {t('resume.start', { count: left.length })}
          </button>
        </p>
      )}
      <p class="quiet">{t('leave.note', { sites: siteNames(sites) })}</p>
      <div class="row wrap">
        <button type="button" class="main" disabled={chosen.length === 0} onClick={() => void session.check(chosen)}>
          {t(`start.${round.kind}`, { count: chosen.length })}
        </button>
        {failed.length === 0 ? null : (
          <button type="button" onClick={() => void session.check(failed)}>
            {t('start.retry', { count: failed.length })}
          </button>
        )}
      </div>
    </>
  );
}

function siteNames(sites: readonly string[]): string {
  const [first = ''] = sites;
  if (sites.length > 3) return t('leave.sites', { count: sites.length, first });
  return sites.join(t('list.comma'));
}
