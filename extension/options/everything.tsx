import { useEffect, useRef, useState } from 'preact/hooks';
import { database } from '../../pwa/db/index';
import { showToast } from '../../pwa/ui/index';
import { reasonOf } from '../plain-messages';
import { t } from './t';

interface Counts {
  readonly reports: number;
  readonly opinions: number;
  readonly evidence: number;
}

/** Asked twice, and told what it would cost. */
export function Everything() {
  const [asked, setAsked] = useState<Counts | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What harms nothing has the focus.
    if (asked !== null) no.current?.focus();
  }, [asked]);
  const ask = (): void => {
    count().then(setAsked, (error: unknown) => showToast(t('everything.failed', { reason: reasonOf(error) })));
  };
  const remove = (): void => {
    setAsked(null);
    deleteEverything().then(
      () => showToast(t('everything.done')),
      (error: unknown) => showToast(t('everything.failed', { reason: reasonOf(error) })),
    );
  };
  return (
    <section class="card stack">
      <h2>{t('everything')}</h2>
      <p class="quiet">{t('everything.detail')}</p>
      {asked === null ? (
        <div>
          <button type="button" onClick={ask}>
            {t('everything.start')}
          </button>
        </div>
      ) : (
        <div class="note error stack" role="alert">
          <p>{t('everything.sure', { ...asked })}</p>
          <div class="row">
            <button type="button" ref={no} onClick={() => setAsked(null)}>
              {t('everything.no')}
            </button>
            <button type="button" onClick={remove}>
              {t('everything.yes')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

async function count(): Promise<Counts> {
  const [reports, opinions, evidence] = await Promise.all([
    database.reports.count(),
    database.opinions.count(),
    database.evidence.count(),
  ]);
  return { reports, opinions, evidence };
}

/** Permissions last: where the browser keeps one, everything else is gone all the same. */
async function deleteEverything(): Promise<void> {
  await database.delete();
  await database.open();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  localStorage.clear();
  const { origins = [] } = await chrome.permissions.getAll();
  if (origins.length > 0) await chrome.permissions.remove({ origins });
}
