import { storageText } from '../failure-text';
import { lazy } from '../lazy';
import { route } from '../route';
import { t } from '../t';
import { ErrorNote } from '../ui/error-note';
import { useStay } from '../use-stay';
import { forgetUnfinished, resume } from './intake';
import { halted, type Progress, progress, summary, troubles, unfinished, unkept } from './intake-state';
import { cancelIntake } from './run';

const Troubles = lazy(() => import('./troubles/troubles').then((module) => module.Troubles));

/** Progress, what came of it, and each failure until it is dismissed. Stands above every screen. */
export function IntakeStatus() {
  return (
    <div class="intake-status">
      <ProgressLine />
      <HaltedNote />
      <UnkeptNote />
      <SummaryLine />
      <UnfinishedLine />
      {hasNews() ? <Troubles /> : null}
    </div>
  );
}

/** The screen of the batch has a list of its own, with all that can be done about it. */
function hasNews(): boolean {
  return troubles.value.some(({ name }) => name === '' || route.value.screen !== 'batch');
}

function ProgressLine() {
  const now = progress.value;
  if (now === null) return null;
  const { done, total, name } = now;
  return (
    <div class="note info progress-note">
      <div class="grow stack">
        <p class="row between wrap">
          <span class="progress-name">
            {now.linking ? t('intake.linking', { done, total }) : t('intake.progress', { done, total, name })}
          </span>
          <span class="quiet nowrap">{paceText(now)}</span>
        </p>
        <progress value={done} max={total} aria-label={t('intake.progress.label')} />
      </div>
      <button type="button" onClick={cancelIntake}>
        {t('intake.cancel')}
      </button>
    </div>
  );
}

function paceText({ rate, left }: Progress): string {
  if (rate === null || left === null) return '';
  const speed = t('intake.rate', { rate: rate < 10 ? rate.toFixed(1) : Math.round(rate) });
  return `${speed} · ${left < 90 ? t('intake.left.seconds', { count: Math.ceil(left) }) : t('intake.left.minutes', { count: Math.ceil(left / 60) })}`;
}

/** The store takes nothing, or the reader did not load: what waits is kept, and goes on when told to. */
function HaltedNote() {
  const why = halted.value;
  if (why === null) return null;
  return (
    <ErrorNote title={t('intake.halted', { count: unfinished.value })}>
      <p>{why === 'unavailable' ? t('app.chunk.detail') : storageText(why)}</p>
    </ErrorNote>
  );
}

function UnkeptNote() {
  const count = unkept.value;
  useStay(count > 0);
  if (count === 0) return null;
  return (
    <ErrorNote title={t('intake.unkept', { count })} severity="warning">
      <p>{t('intake.unkept.detail')}</p>
    </ErrorNote>
  );
}

function UnfinishedLine() {
  const count = unfinished.value;
  if (count === 0 || progress.value !== null) return null;
  return (
    <div class="note info unfinished" role="status">
      <p class="note-line">{t('intake.unfinished', { count })}</p>
      <div class="row">
        <button type="button" class="main" onClick={() => void resume()}>
          {t('intake.resume', { count })}
        </button>
        <button type="button" onClick={() => void forgetUnfinished()}>
          {t('intake.forget')}
        </button>
      </div>
    </div>
  );
}

function SummaryLine() {
  const counts = summary.value;
  if (counts === null) return null;
  const words = [
    t('intake.saved', { count: counts.saved }),
    counts.known > 0 ? t('intake.known', { count: counts.known }) : '',
    counts.withErrors > 0 ? t('intake.withErrors', { count: counts.withErrors }) : '',
    counts.acrossYears > 0 ? t('intake.acrossYears', { count: counts.acrossYears }) : '',
    counts.failed > 0 ? t('intake.failed', { count: counts.failed }) : '',
    counts.cancelled > 0 ? t('intake.cancelled', { count: counts.cancelled }) : '',
    counts.skipped > 0 ? t('intake.skipped', { count: counts.skipped }) : '',
  ].filter((word) => word !== '');
  return (
    <div class="note info" role="status">
      <p class="note-line">{words.join(t('list.separator'))}</p>
      <button
        type="button"
        onClick={() => {
          summary.value = null;
        }}
      >
        {t('dialog.close')}
      </button>
    </div>
  );
}
