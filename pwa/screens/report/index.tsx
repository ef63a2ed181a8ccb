import { loadReport } from '../../db/index';
import { t } from '../../t';
import { EmptyState, ErrorNote } from '../../ui/index';
import { useLive } from '../../use-live';
import { StoreFailed } from '../store-failed';
import { ReportView } from './report-view';

/** One saved report under review. */
export function ReportScreen({ id }: { readonly id: string }) {
  const live = useLive(() => loadReport(id), [id]);
  if (live.state === 'loading') return <p class="screen quiet">{t('app.loading')}</p>;
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  if (live.value === null)
    return (
      <EmptyState title={t('report.none')} level={1}>
        <p>{t('report.none.detail')}</p>
        <a href="#/">{t('report.back')}</a>
      </EmptyState>
    );
  if (live.value === 'unreadable')
    return (
      <div class="screen">
        <ErrorNote title={t('report.unreadable')}>
          <p>{t('report.unreadable.detail')}</p>
        </ErrorNote>
      </div>
    );
  return <ReportView report={live.value} />;
}
