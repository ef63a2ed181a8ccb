import { loadReport } from '../../db/index';
import { t as ofApp } from '../../t';
import { EmptyState, ErrorNote } from '../../ui/index';
import { useLive } from '../../use-live';
import { StoreFailed } from '../store-failed';
import { ReportView } from './report-view';
import { t } from './t';

/** One saved report under review. */
export function ReportScreen({ id }: { readonly id: string }) {
  const live = useLive(() => loadReport(id), [id]);
  if (live.state === 'loading') return <p class="screen quiet">{ofApp('app.loading')}</p>;
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  if (live.value === null)
    return (
      <EmptyState title={t('none')} level={1}>
        <p>{t('none.detail')}</p>
        <a href="#/">{t('back')}</a>
      </EmptyState>
    );
  if (live.value === 'unreadable')
    return (
      <div class="screen">
        <ErrorNote title={t('unreadable')}>
          <p>{t('unreadable.detail')}</p>
        </ErrorNote>
      </div>
    );
  return <ReportView report={live.value} />;
}
