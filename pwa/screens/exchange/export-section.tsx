import { exportBundle, loadSetting, saveSetting, writeBundle } from '../../db/index';
import { download } from '../../exchange/download';
import { storageText } from '../../failure-text';
import { whenText } from '../../report-name';
import { t } from '../../t';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';

/** All reports and opinions into one .gouji file: a backup, and what a colleague opens. */
export function ExportSection() {
  const live = useLive(() => loadSetting('exportedAt'), []);
  const last = live.state === 'ready' ? live.value : '';
  return (
    <section class="card stack">
      <h2>{t('export.title')}</h2>
      <p>{t('export.detail')}</p>
      <div class="row wrap">
        <button type="button" onClick={() => void exportAll()}>
          {t('export.start')}
        </button>
        <span class="quiet">{last === '' ? t('export.never') : t('export.last', { when: whenText(last) })}</span>
      </div>
    </section>
  );
}

async function exportAll(): Promise<void> {
  const { bundle, unreadable } = await exportBundle();
  const now = new Date().toISOString();
  download(t('export.fileName', { day: now.slice(0, 10) }), writeBundle(bundle), 'application/json');
  const saved = await saveSetting('exportedAt', now);
  const words = t('export.done', { reports: bundle.reports.length, opinions: bundle.opinions.length });
  showToast(unreadable > 0 ? `${words} ${t('exchange.leftOut', { count: unreadable })}` : words);
  if (!saved.ok) showToast(storageText(saved.error));
}
