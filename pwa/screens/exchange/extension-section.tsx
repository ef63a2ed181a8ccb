import { bridgeReady, type Exchange, exchange, startExchange } from '../../exchange/bridge';
import { t } from '../../t';
import { ErrorNote } from '../../ui/index';

export function ExtensionSection() {
  const ready = bridgeReady.value;
  return (
    <section class="card stack">
      <h2>{t('exchange.extension')}</h2>
      <p>{t(ready ? 'exchange.extension.ready' : 'exchange.extension.absent')}</p>
      {ready ? (
        <div>
          <button
            type="button"
            class="main"
            disabled={exchange.value.state === 'waiting'}
            onClick={() => void startExchange()}
          >
            {t('exchange.extension.start')}
          </button>
        </div>
      ) : null}
      <Outcome now={exchange.value} />
    </section>
  );
}

function Outcome({ now }: { readonly now: Exchange }) {
  switch (now.state) {
    case 'idle':
      return null;
    case 'waiting':
      return <p role="status">{t('exchange.extension.waiting')}</p>;
    case 'failed':
      return (
        <ErrorNote title={t('exchange.extension.failed')}>
          <p>{now.code === 'no-answer' ? t('exchange.extension.noAnswer') : now.reason}</p>
        </ErrorNote>
      );
    case 'done':
      return (
        <div class="note info" role="status">
          <ul>
            <li>
              {t('exchange.got', {
                reports: now.counts.reports.added,
                opinions: now.counts.opinions.added,
              })}
            </li>
            <li>{t('exchange.knew', { reports: now.counts.reports.known, opinions: now.counts.opinions.known })}</li>
            {now.leftOut > 0 ? <li>{t('exchange.leftOut', { count: now.leftOut })}</li> : null}
          </ul>
        </div>
      );
  }
}
