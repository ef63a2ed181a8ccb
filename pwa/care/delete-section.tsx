import { useState } from 'preact/hooks';
import { Dialog } from '../dialog';
import { storageText } from '../failure-text';
import { go } from '../route';
import { closeToasts, showToast } from '../ui/index';
import { deleteAll, forgetDrafts } from './delete-all';
import { backingUp, makeBackup } from './make-backup';
import { t } from './t';

/**
 * 全部删除: what cannot be taken back by a key can be by the backup that is offered before. Whether that was put anywhere
 * the browser does not tell, so it is asked for once more.
 */
export function DeleteSection() {
  const [asking, setAsking] = useState<'no' | 'first' | 'saved'>('no');
  const busy = backingUp.value !== null;
  const remove = async (): Promise<void> => {
    const deleted = await deleteAll();
    setAsking('no');
    if (!deleted.ok) return showToast(storageText(deleted.error));
    forgetDrafts();
    // What they would take back is gone.
    closeToasts();
    go({ screen: 'reports' });
    showToast(t('delete.done'));
  };
  const backUpFirst = async (): Promise<void> => {
    if (await makeBackup()) setAsking('saved');
  };
  const close = (): void => setAsking('no');
  return (
    <section class="card stack" aria-labelledby="delete-title">
      <h2 id="delete-title">{t('delete')}</h2>
      <p>{t('delete.detail')}</p>
      <div>
        <button type="button" onClick={() => setAsking('first')}>
          {t('delete.ask')}
        </button>
      </div>
      {asking === 'no' ? null : (
        <Dialog title={t('delete.title')} onClose={close}>
          <div class="stack">
            <p role="status">{t(asking === 'saved' ? 'delete.isSaved' : 'delete.what')}</p>
            <div class="row wrap">
              {asking === 'saved' ? (
                <button type="button" class="main" onClick={() => void remove()}>
                  {t('delete.saved')}
                </button>
              ) : null}
              <button
                type="button"
                class={asking === 'saved' ? '' : 'main'}
                disabled={busy}
                onClick={() => void backUpFirst()}
              >
                {t(asking === 'saved' ? 'delete.again' : 'delete.backUp')}
              </button>
              {asking === 'saved' ? null : (
                <button type="button" disabled={busy} onClick={() => void remove()}>
                  {t('delete.now')}
                </button>
              )}
              <button type="button" disabled={busy} onClick={close}>
                {t('cancel')}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  );
}
