import { loadSetting } from '../db/index';
import { whenText } from '../report-name';
import { useLive } from '../use-live';
import { backingUp, makeBackup } from './make-backup';
import { RestorePart } from './restore-part';
import { t } from './t';

/** 备份与恢复 */
export function BackupSection() {
  const live = useLive(() => loadSetting('backedUpAt'), []);
  const last = live.state === 'ready' ? live.value : '';
  const running = backingUp.value;
  return (
    <section class="card stack" aria-labelledby="backup-title">
      <h2 id="backup-title">{t('backup')}</h2>
      <p>{t('backup.detail')}</p>
      <div class="row wrap">
        <button type="button" class="main" disabled={running !== null} onClick={() => void makeBackup()}>
          {t('backup.make')}
        </button>
        <span class="quiet">{last === '' ? t('backup.never') : t('backup.last', { when: whenText(last) })}</span>
        <span role="status" class="quiet">
          {running === null ? '' : t('backup.running', running)}
        </span>
      </div>
      <RestorePart />
    </section>
  );
}
