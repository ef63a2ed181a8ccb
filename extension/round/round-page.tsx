import { EmptyState, Toasts } from '../../pwa/ui/index';
import { ItemTable } from './item-table';
import { PageHead } from './page-head';
import { RoundBar } from './round-bar';
import type { RoundSession } from './round-session';
import { RunStatus } from './run-status';
import { t } from './t';
import { UnitsCheck } from './units-check';

/** One round: what there is to check, how far it has come, and what came of it. */
export function RoundPage({ session }: { readonly session: RoundSession }) {
  const round = session.round.value;
  if (round === null)
    return (
      <main class="round">
        <PageHead title={t('rounds.title')} />
        <EmptyState title={t('round.gone')}>
          <p>{t('round.gone.text')}</p>
        </EmptyState>
      </main>
    );
  const title =
    round.kind === 'recheck' ? t('round.recheck') : t('round.column', { name: round.title || round.address });
  return (
    <main class="round">
      <PageHead title={title} address={round.address} />
      <RoundBar session={session} round={round} />
      <RunStatus session={session} />
      <ItemTable session={session} recheck={round.kind === 'recheck'} />
      {round.kind === 'column' ? <UnitsCheck session={session} round={round} /> : null}
      <Toasts />
    </main>
  );
}
