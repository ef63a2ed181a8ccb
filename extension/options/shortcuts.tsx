import { useEffect, useState } from 'preact/hooks';
import { browserPage } from '../browser-pages';
import { t } from './t';

const NAMES = { _execute_action: 'keys.check', 'open-app': 'keys.open-app' } as const;

/** As they are set now; only the browser's own page can change them. */
export function Shortcuts() {
  const keys = useKeysSet();
  return (
    <section class="card stack">
      <h2>{t('keys')}</h2>
      <ul>
        {(Object.keys(NAMES) as (keyof typeof NAMES)[]).map((command) => (
          <li key={command} class="row between">
            <span>{t(NAMES[command])}</span>
            {keys.get(command) ? <kbd>{keys.get(command)}</kbd> : <span class="quiet">{t('keys.none')}</span>}
          </li>
        ))}
      </ul>
      <div>
        <button type="button" onClick={() => void chrome.tabs.create({ url: browserPage('extensions/shortcuts') })}>
          {t('keys.change')}
        </button>
      </div>
    </section>
  );
}

/** Read again whenever the page comes back to the front: the user may have been on the browser's page meanwhile. */
function useKeysSet(): ReadonlyMap<string, string> {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const read = (): void => {
      void chrome.commands
        .getAll()
        .then((all) => setKeys(new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]))));
    };
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return keys;
}
