import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../../pwa/ui/index';
import { roundAddress } from './addresses';
import { PageHead } from './page-head';
import { listRecheck } from './recheck-list';
import { listRounds, type Round } from './store';
import { t } from './t';

/** All rounds that were begun, and the way to a second look at what is saved. */
export function RoundsPage() {
  const [rounds, setRounds] = useState<readonly Round[] | null>(null);
  const [none, setNone] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => void listRounds().then(setRounds), []);
  const recheck = async (): Promise<void> => {
    setBusy(true);
    const id = await listRecheck();
    setBusy(false);
    if (id === null) setNone(true);
    else location.href = roundAddress(id);
  };
  return (
    <main class="round">
      <PageHead title={t('rounds.title')} />
      <section class="card stack">
        <h2>{t('rounds.recheck.title')}</h2>
        <p>{t('rounds.recheck.text')}</p>
        <p>
          <button type="button" class="main" disabled={busy} onClick={() => void recheck()}>
            {t('rounds.recheck.start')}
          </button>
        </p>
        <p role="status">{none ? t('rounds.recheck.none') : ''}</p>
      </section>
      <section class="stack">
        <h2>{t('rounds.earlier')}</h2>
        {rounds === null ? <p class="quiet">{t('loading')}</p> : null}
        {rounds?.length === 0 ? <EmptyState title={t('rounds.none')} /> : null}
        <ul class="round-list">
          {(rounds ?? []).map((round) => (
            <li key={round.id}>
              <span class="tag none">{t(`rounds.kind.${round.kind}`)}</span>
              <a href={roundAddress(round.id)}>
                {round.kind === 'recheck' ? t('round.recheck') : round.title || round.address}
              </a>
              <span class="quiet">{new Date(round.begun).toLocaleString()}</span>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
