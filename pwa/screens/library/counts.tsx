import type { ReportSummary } from '../../db/index';
import { t as shared } from '../../t';
import { t } from './t';

/** 未发现问题 only of a report that was read whole; of one that was not, nothing good is said. */
export function Counts({ summary: { counts, status } }: { readonly summary: ReportSummary }) {
  if (counts.error + counts.warning + counts.info === 0)
    return status === 'checked' ? <span class="tag ok">{t('list.clean')}</span> : <span class="quiet">—</span>;
  return (
    <span class="counts">
      {counts.error > 0 ? <span class="tag error">{shared('list.errors', { count: counts.error })}</span> : null}
      {counts.warning > 0 ? (
        <span class="tag warning">{shared('list.warnings', { count: counts.warning })}</span>
      ) : null}
      {counts.info > 0 ? <span class="tag info">{shared('list.infos', { count: counts.info })}</span> : null}
    </span>
  );
}
