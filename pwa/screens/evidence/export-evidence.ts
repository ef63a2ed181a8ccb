/** One report with its opinions and one evidence, as a .gouji file. */
import type { SavedReport } from '../../../core/exchange/schema';
import { failed, ok, type Result } from '../../../core/index';
import { type KeptEvidence, loadEvidence } from '../../db/index';
import { downloadBlob } from '../../exchange/download';
import { evidenceBundle } from '../../exchange/evidence-bundle';
import { exportReports } from '../../exchange/export-reports';
import { organName } from '../../report-name';
import { t } from './t';

export async function exportEvidence(kept: KeptEvidence, report: SavedReport | null): Promise<Result<null, string>> {
  if (report === null) return failed(t('none'));
  try {
    const { bundle } = await exportReports([report.id]);
    const file = evidenceBundle(bundle, [await loadEvidence(kept)]);
    const organ = organName({ ...report.outcome, source: report.source }).replace(/[\\/:*?"<>|]/g, ' ');
    downloadBlob(t('export.name', { organ, day: kept.manifest.times.sealed.slice(0, 10) }), file);
    return ok(null);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
