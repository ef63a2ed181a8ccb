import { useState } from 'preact/hooks';
import type { Bundle } from '../../../core/exchange/schema';
import { allEvidence, exportBundle, loadEvidence, loadSetting, saveSetting, writeBundle } from '../../db/index';
import { download, downloadBlob } from '../../exchange/download';
import { BUNDLE_LIMIT } from '../../exchange/incoming';
import { storageText } from '../../failure-text';
import { whenText } from '../../report-name';
import { t } from '../../t';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';

/** All reports and opinions into one .gouji file: a backup, and what a colleague opens. */
export function ExportSection() {
  const live = useLive(() => loadSetting('exportedAt'), []);
  const evidence = useLive(() => allEvidence(), []);
  const sealed = evidence.state === 'ready' ? evidence.value.evidence.length : 0;
  const [along, setAlong] = useState(true);
  const last = live.state === 'ready' ? live.value : '';
  return (
    <section class="card stack">
      <h2>{t('export.title')}</h2>
      <p>{t('export.detail')}</p>
      <div class="row wrap">
        <button type="button" onClick={() => void exportAll(along && sealed > 0)}>
          {t('export.start')}
        </button>
        {sealed === 0 ? null : (
          <label class="row">
            <input type="checkbox" checked={along} onChange={(event) => setAlong(event.currentTarget.checked)} />
            {t('export.evidence', { count: sealed })}
          </label>
        )}
        <span class="quiet">{last === '' ? t('export.never') : t('export.last', { when: whenText(last) })}</span>
      </div>
    </section>
  );
}

async function exportAll(withEvidence: boolean): Promise<void> {
  const { bundle, unreadable } = await exportBundle();
  const now = new Date().toISOString();
  const name = t('export.fileName', { day: now.slice(0, 10) });
  if (!withEvidence) download(name, writeBundle(bundle), 'application/json');
  else if (!(await downloadWithEvidence(name, bundle))) return showToast(t('export.evidence.tooLarge'));
  const saved = await saveSetting('exportedAt', now);
  const words = t('export.done', { reports: bundle.reports.length, opinions: bundle.opinions.length });
  showToast(unreadable > 0 ? `${words} ${t('exchange.leftOut', { count: unreadable })}` : words);
  if (!saved.ok) showToast(storageText(saved.error));
}

/** False where the file would be larger than what can be opened again: then without it, and each evidence by itself. */
async function downloadWithEvidence(name: string, bundle: Bundle): Promise<boolean> {
  const { evidence } = await allEvidence();
  const sizes = evidence.flatMap(({ manifest }) => manifest.parts.map(({ size }) => size));
  if (sizes.reduce((sum, size) => sum + size, 0) > BUNDLE_LIMIT / 2) return false;
  const { evidenceBundle } = await import('../../exchange/evidence-bundle');
  const all = [];
  for (const each of evidence) all.push(await loadEvidence(each));
  downloadBlob(name, evidenceBundle(bundle, all));
  return true;
}
