import { bridgeReady, type Exchange, exchange, startExchange } from '../../exchange/bridge';
import { t as ofApp } from '../../t';
import { ErrorNote } from '../../ui/index';
import { t } from './t';

export function ExtensionSection() {
  const ready = bridgeReady.value;
  return (
    <section class="card stack">
      <h2>{t('extension')}</h2>
      <p>{t(ready ? 'extension.ready' : 'extension.absent')}</p>
      {ready ? (
        <div>
          <button
            type="button"
            class="main"
            disabled={exchange.value.state === 'waiting'}
            onClick={() => void startExchange()}
          >
            {t('extension.start')}
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
      return <p role="status">{t('extension.waiting')}</p>;
    case 'failed':
      return (
        <ErrorNote title={t('extension.failed')}>
          <p>{now.code === 'no-answer' ? t('extension.noAnswer') : now.reason}</p>
        </ErrorNote>
      );
    case 'done':
      return (
        <div class="note info" role="status">
          <ul>
            <li>
              {t('got', {
                reports: now.counts.reports.added,
                opinions: now.counts.opinions.added,
              })}
            </li>
            <li>{t('knew', { reports: now.counts.reports.known, opinions: now.counts.opinions.known })}</li>
            {now.leftOut > 0 ? <li>{ofApp('exchange.leftOut', { count: now.leftOut })}</li> : null}
          </ul>
        </div>
      );
  }
}
