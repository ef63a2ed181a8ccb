import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from './t';
import { ErrorNote } from './ui/error-note';

/** A component loaded when first shown. The shell stays small; a part that cannot be loaded says so. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (part) => {
          loaded = part;
          // Drawn in a turn of its own: keys pressed while its code ran are answered before.
          setTimeout(() => setPart(() => part));
        },
        () => setFailed(true),
      );
    }, []);
    if (failed)
      return (
        <ErrorNote title={t('app.chunk')}>
          <p>{t('app.chunk.detail')}</p>
        </ErrorNote>
      );
    return Part === null ? <p class="screen quiet">{t('app.loading')}</p> : <Part {...props} />;
  };
}
