/** A .gouji file: downloaded, or handed to the system's share sheet. */
import type { Bundle } from '../../../core/exchange/schema';
import { allEvidence, loadEvidence, saveSetting, writeBundle } from '../../db/index';
import { download, downloadBlob } from '../../exchange/download';
import { BUNDLE_LIMIT } from '../../exchange/incoming';
import { storageText } from '../../failure-text';
import { t as ofApp } from '../../t';
import { showToast } from '../../ui/index';
import { contentOf, type Scope } from './outgoing';
import { t } from './t';

const TYPE = 'application/json';

export async function exportFile(scope: Scope, withEvidence: boolean): Promise<void> {
  const { bundle, unreadable } = await contentOf(scope);
  const name = fileName();
  if (!withEvidence) download(name, writeBundle(bundle), TYPE);
  else if (!(await downloadWithEvidence(name, bundle))) return showToast(t('export.evidence.tooLarge'));
  const saved = scope.what === 'all' ? await saveSetting('exportedAt', new Date().toISOString()) : null;
  const words = t('export.done', { reports: bundle.reports.length, opinions: bundle.opinions.length });
  showToast(unreadable > 0 ? `${words} ${ofApp('exchange.leftOut', { count: unreadable })}` : words);
  if (saved?.ok === false) showToast(storageText(saved.error));
}

/** Chromium hands on only files of some names, and .gouji is none of them: as a text, which opens the same way. */
export async function shareBySystem(scope: Scope): Promise<void> {
  const { bundle } = await contentOf(scope);
  const text = writeBundle(bundle);
  const name = fileName();
  const files = [new File([text], name, { type: TYPE }), new File([text], `${name}.txt`, { type: 'text/plain' })];
  const file = files.find((each) => 'canShare' in navigator && navigator.canShare({ files: [each] }));
  if (file === undefined) {
    download(name, text, TYPE);
    return showToast(t('share.sheet.none'));
  }
  try {
    await navigator.share({ files: [file], title: name });
  } catch (error) {
    // The person changed their mind: nothing to tell.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    showToast(t('share.sheet.failed', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

function fileName(): string {
  return t('export.fileName', { day: new Date().toISOString().slice(0, 10) });
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
