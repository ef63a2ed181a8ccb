import { useEffect, useState } from 'preact/hooks';
import { showToast } from '../../pwa/ui/index';
import { allowedOrigins, setAllowed } from '../allowed-origins';
import { reasonOf } from '../plain-messages';
import { t } from './t';

/** Apps that the user connected, each with the way to disconnect it. */
export function Apps() {
  const [origins, read] = useList(allowedOrigins);
  const revoke = async (origin: string): Promise<void> => {
    await setAllowed(origin, false);
    read();
  };
  return (
    <section class="card stack">
      <h2>{t('apps')}</h2>
      <p class="quiet">{t('apps.detail')}</p>
      <ul>
        {__APP_ORIGINS__.map((origin) => (
          <li key={origin}>{t('apps.built', { origin })}</li>
        ))}
        {origins.map((origin) => (
          <Origin key={origin} origin={origin} onRevoke={revoke} />
        ))}
      </ul>
      {origins.length + __APP_ORIGINS__.length === 0 ? <p>{t('apps.none')}</p> : null}
    </section>
  );
}

/** Sites that the browser lets us read without a click. */
export function Sites() {
  const [origins, read] = useList(async () => (await chrome.permissions.getAll()).origins ?? []);
  const revoke = async (origin: string): Promise<void> => {
    if (!(await chrome.permissions.remove({ origins: [origin] }))) throw new Error('the browser keeps it');
    read();
  };
  return (
    <section class="card stack">
      <h2>{t('sites')}</h2>
      <p class="quiet">{t('sites.detail')}</p>
      <ul>
        {origins.map((origin) => (
          <Origin key={origin} origin={origin} onRevoke={revoke} />
        ))}
      </ul>
      {origins.length === 0 ? <p>{t('sites.none')}</p> : null}
    </section>
  );
}

interface OriginProps {
  readonly origin: string;
  readonly onRevoke: (origin: string) => Promise<void>;
}

function Origin({ origin, onRevoke }: OriginProps) {
  const revoke = (): void => {
    onRevoke(origin).then(
      () => showToast(t('revoked', { origin })),
      (error: unknown) => showToast(t('revoke.failed', { origin, reason: reasonOf(error) })),
    );
  };
  return (
    <li class="row between">
      <span>{origin}</span>
      <button type="button" aria-label={t('revoke.of', { origin })} onClick={revoke}>
        {t('revoke')}
      </button>
    </li>
  );
}

/** A list that another page of ours may change, so it is read again when this one comes to the front. */
function useList(load: () => Promise<readonly string[]>): readonly [readonly string[], () => void] {
  const [list, setList] = useState<readonly string[]>([]);
  const read = (): void => void load().then(setList);
  useEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return [list, read];
}
