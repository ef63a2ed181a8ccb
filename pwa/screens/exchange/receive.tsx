import './exchange.css';
import { useEffect } from 'preact/hooks';
import { incoming, openLink } from '../../exchange/incoming';
import { hrefOf } from '../../route';
import { IncomingView } from './incoming-view';
import { t } from './t';

/** 收到的链接: what it carries, before anything is done with it. */
export function ReceiveScreen({ payload }: { readonly payload: string }) {
  useEffect(() => {
    void openLink(payload, '', t('import.link.name'));
    return () => {
      incoming.value = null;
    };
  }, [payload]);
  return (
    <div class="screen settings exchange">
      <h1>{t('import.title')}</h1>
      <p class="quiet">{t('import.detail')}</p>
      <section class="card stack" aria-labelledby="came-by">
        <h2 id="came-by">{t('import.link.name')}</h2>
        {incoming.value === null ? null : <IncomingView now={incoming.value} onDone={leave} />}
      </section>
    </div>
  );
}

/** The link gives way in the history: what it holds shall not be opened again by going back. */
function leave(): void {
  location.replace(hrefOf({ screen: 'exchange' }));
}
