import type { SavedReport } from '../../../core/exchange/schema';
import { explainOutcome } from '../../../core/index';
import { removeReport } from '../../remove-report';
import { reportList } from '../../report-list';
import { formName, reportName, whenText } from '../../report-name';
import { go } from '../../route';
import { t } from '../../t';
import { language, useKeys } from '../../ui/index';

export function ReportHeading({ report }: { readonly report: SavedReport }) {
  const live = reportList.value;
  const list = live.state === 'ready' ? live.value.reports : [];
  const step = (by: number): string | undefined => {
    const at = list.findIndex((each) => each.id === report.id);
    return at < 0 ? undefined : list[at + by]?.id;
  };
  const move = (by: number): void => {
    const id = step(by);
    if (id !== undefined) go({ screen: 'report', id });
  };
  useKeys({ n: () => move(1), p: () => move(-1) });
  const { source, outcome } = report;
  const from = source.address ?? source.fileName ?? t('source.pasted');
  const headline = explainOutcome(outcome, language.value).headline;
  return (
    <header class="stack">
      <div class="row between top">
        <h1>{reportName({ ...outcome, source })}</h1>
        <div class="row">
          <button type="button" onClick={() => void removeReport(report.id, reportName({ ...outcome, source }))}>
            {t('report.delete')}
          </button>
          <button type="button" class="main" disabled={step(1) === undefined} onClick={() => move(1)}>
            {t('report.next')} <kbd>N</kbd>
          </button>
        </div>
      </div>
      <p class="quiet facts-line">
        {[formName(outcome.form), t('report.savedAt', { when: whenText(report.savedAt) }), from].join(' · ')}
      </p>
      <p class={`headline ${outcome.status}`}>{headline}</p>
    </header>
  );
}
