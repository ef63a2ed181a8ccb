import { lazy } from '../lazy';
import { t } from '../t';
import { cancelIntake, progress, summary, troubles } from './intake';

const Troubles = lazy(() => import('./troubles').then((module) => module.Troubles));

/** Progress, what came of it, and each failure until it is dismissed. Stands above every screen. */
export function IntakeStatus() {
  return (
    <div class="intake-status">
      <ProgressLine />
      <SummaryLine />
      {troubles.value.length === 0 ? null : <Troubles />}
    </div>
  );
}

function ProgressLine() {
  const now = progress.value;
  if (now === null) return null;
  return (
    <div class="note info">
      <div class="grow stack">
        <p>{t('intake.progress', { done: now.done, total: now.total, name: now.name })}</p>
        <progress value={now.done} max={now.total} aria-label={t('intake.progress.label')} />
      </div>
      <button type="button" onClick={cancelIntake}>
        {t('intake.cancel')}
      </button>
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
    counts.failed > 0 ? t('intake.failed', { count: counts.failed }) : '',
    counts.cancelled > 0 ? t('intake.cancelled', { count: counts.cancelled }) : '',
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
