import { useState } from 'preact/hooks';
import { Dialog } from '../dialog';
import { storageText } from '../failure-text';
import { go } from '../route';
import { closeToasts, showToast } from '../ui/index';
import { deleteAll, forgetDrafts } from './delete-all';
import { backingUp, makeBackup } from './make-backup';
import { t } from './t';

/** 全部删除: what cannot be taken back by a key can be by the backup that is offered before. */
export function DeleteSection() {
  const [asking, setAsking] = useState(false);
  const busy = backingUp.value !== null;
  const remove = async (): Promise<void> => {
    const deleted = await deleteAll();
    setAsking(false);
    if (!deleted.ok) return showToast(storageText(deleted.error));
    forgetDrafts();
    // What they would take back is gone.
    closeToasts();
    go({ screen: 'reports' });
    showToast(t('delete.done'));
  };
  const backUpFirst = async (): Promise<void> => {
    if (await makeBackup()) await remove();
  };
  return (
    <section class="card stack" aria-labelledby="delete-title">
      <h2 id="delete-title">{t('delete')}</h2>
      <p>{t('delete.detail')}</p>
      <div>
        <button type="button" onClick={() => setAsking(true)}>
          {t('delete.ask')}
        </button>
      </div>
      {asking ? (
        <Dialog title={t('delete.title')} onClose={() => setAsking(false)}>
          <div class="stack">
            <p>{t('delete.what')}</p>
            <div class="row wrap">
              <button type="button" class="main" disabled={busy} onClick={() => void backUpFirst()}>
                {t('delete.backUp')}
              </button>
              <button type="button" disabled={busy} onClick={() => void remove()}>
                {t('delete.now')}
              </button>
              <button type="button" disabled={busy} onClick={() => setAsking(false)}>
                {t('cancel')}
              </button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
