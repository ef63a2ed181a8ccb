import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { batchAddress } from './addresses';
import type { Outcome, RoundSession, RunProgress } from './round-session';
import type { RoundItem, Verdict } from './store';
import { t } from './t';

/** How far it has come; at the end, what came of it. */
export function RunStatus({ session }: { readonly session: RoundSession }) {
  const progress = session.progress.value;
  return (
    <section class="stack" aria-label={t('progress.label')}>
      {progress === null ? null : <Running progress={progress} onStop={() => session.stop()} />}
      <div role="status">
        {progress === null && session.ended.value !== null ? <End how={session.ended.value} /> : null}
      </div>
      <Sum items={session.items.value} />
    </section>
  );
}

function Running({ progress, onStop }: { readonly progress: RunProgress; readonly onStop: () => void }) {
  const stop = useFocusWhenLost<HTMLButtonElement>();
  const { kind, done, total, backOff, tab } = progress;
  return (
    <div class="note info progress-note">
      <div class="grow stack">
        <p class="row between wrap">
          <span>{t(`progress.${kind}`, { done, total })}</span>
          <span class="quiet">{paceText(progress)}</span>
        </p>
        <progress value={done} max={Math.max(total, 1)} aria-label={t('progress.label')} />
        {backOff > 0 ? <p class="quiet">{t('progress.backOff', { seconds: backOff })}</p> : null}
        {tab ? <p class="quiet">{t('progress.tab')}</p> : null}
      </div>
      <button ref={stop} type="button" onClick={onStop}>
        {t('stop')}
      </button>
    </div>
  );
}

function paceText({ rate, left }: RunProgress): string {
  if (rate === null || left === null) return '';
  const remaining =
    left < 90 ? t('pace.seconds', { count: Math.ceil(left) }) : t('pace.minutes', { count: Math.ceil(left / 60) });
  return `${t('pace.rate', { rate: Math.round(rate * 60) })} · ${remaining}`;
}

function End({ how }: { readonly how: Outcome }) {
  const tone =
    how === 'done' ? 'info' : how === 'storage' || how === 'refused' || how === 'failed' ? 'error' : 'warning';
  const end = useFocusWhenLost<HTMLParagraphElement>();
  return (
    <p ref={end} tabIndex={-1} class={`note ${tone}`}>
      {t(`end.${how}`)}
    </p>
  );
}

/** The button that was pressed is gone: the keyboard goes on where its effect is. */
function useFocusWhenLost<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) element.current?.focus();
  }, []);
  return element;
}

const VERDICTS: readonly Verdict[] = ['corrected', 'unchanged', 'changed', 'unassessed'];

function Sum({ items }: { readonly items: readonly RoundItem[] }) {
  const results = items.flatMap(({ result }) => result ?? []);
  const failed = items.filter(({ state }) => state === 'failed').length;
  if (results.length + failed === 0) return null;
  const changes = results.flatMap((result) => result.changes ?? []);
  const verdicts = changes.flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
  const fresh = changes.reduce((sum, each) => sum + each.fresh, 0);
  const late = results.filter((result) => result.late !== null && !result.late.early).length;
  const words = [
    t('sum.done', { count: results.length }),
    t('sum.wrong', { count: results.filter(({ errors }) => errors > 0).length }),
    late > 0 ? t('sum.late', { count: late }) : '',
    failed > 0 ? t('sum.failed', { count: failed }) : '',
    ...VERDICTS.map((verdict) => {
      const count = verdicts.filter((each) => each === verdict).length;
      return count === 0 ? '' : t(`sum.${verdict}`, { count });
    }),
    fresh > 0 ? t('sum.fresh', { count: fresh }) : '',
  ].filter((word) => word !== '');
  return (
    <p class="row wrap round-sum">
      <strong>{words.join(t('separator'))}</strong>
      <a class="button" href={batchAddress()} target="_blank" rel="noreferrer">
        {t('results.open')}
      </a>
    </p>
  );
}
