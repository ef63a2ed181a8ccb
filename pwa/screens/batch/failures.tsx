import type { QueueItem } from '../../db/index';
import { download } from '../../exchange/download';
import { forget, retry } from '../../intake/intake';
import { isPicture } from '../../intake/is-picture';
import { EnterButton } from '../../intake/troubles/enter-button';
import { troubleText } from '../../intake/troubles/trouble-text';
import { t } from './t';

/** So many are drawn; all are in the file. */
const SHOWN = 200;

/** Files that could not be checked: why, what to do, another try. */
export function Failures({ items }: { readonly items: readonly QueueItem[] }) {
  const ids = items.map(({ id }) => id);
  return (
    <section class="failures" aria-labelledby="failures-title">
      <div class="row between wrap">
        <h2 id="failures-title">{t('failures', { count: items.length })}</h2>
        <div class="row wrap">
          <button type="button" onClick={() => void retry(ids)}>
            {t('retry.all')}
          </button>
          <button type="button" onClick={() => download(t('failures.file'), textOf(items), 'text/plain')}>
            {t('failures.export')}
          </button>
          <button type="button" onClick={() => void forget(ids)}>
            {t('forget.all')}
          </button>
        </div>
      </div>
      <ul>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <span class="grow">
              <strong>{item.path}</strong> <span class="quiet">{reasonOf(item)}</span>
            </span>
            {isPicture(item.failure) ? <EnterButton file={item} /> : null}
            <button
              type="button"
              aria-label={t('retry.named', { name: item.path })}
              onClick={() => void retry([item.id])}
            >
              {t('retry')}
            </button>
            <button
              type="button"
              aria-label={t('forget.named', { name: item.path })}
              onClick={() => void forget([item.id])}
            >
              {t('forget')}
            </button>
          </li>
        ))}
      </ul>
      {items.length > SHOWN ? <p class="quiet">{t('failures.more', { count: items.length - SHOWN })}</p> : null}
    </section>
  );
}

function reasonOf({ failure }: QueueItem): string {
  return failure === undefined ? '' : troubleText({ failure });
}

/** With the mark that tells old editors on Windows that it is UTF-8. */
function textOf(items: readonly QueueItem[]): string {
  return `\ufeff${items.map((item) => `${item.path}\t${reasonOf(item)}`).join('\r\n')}\r\n`;
}
