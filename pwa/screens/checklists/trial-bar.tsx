import type { Counts } from '../../checklists/try-checklist';
import { reportList } from '../../report-list';
import { reportName } from '../../report-name';
import { t } from './t';
import type { Trial } from './use-trial';

/** More than anybody looks through in a list to choose from. */
const OFFERED = 200;

interface TrialBarProps {
  readonly trial: Trial;
  readonly report: string | null;
  readonly onReport: (report: string | null) => void;
}

/** Tried as one types: on the sample, or on a report that is kept. */
export function TrialBar({ trial, report, onReport }: TrialBarProps) {
  const live = reportList.value;
  const reports = live.state === 'ready' ? live.value.reports.slice(0, OFFERED) : [];
  const { problems } = trial;
  const serious = problems?.filter(({ code }) => code !== 'redundant').length ?? 0;
  return (
    <section class="card trial-bar row wrap" aria-label={t('trial')}>
      <label class="row">
        <span class="nowrap">{t('trial.on')}</span>
        <select
          value={report ?? ''}
          onChange={(event) => onReport(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        >
          <option value="">{t('trial.sample')}</option>
          {reports.map((each) => (
            <option key={each.id} value={each.id}>
              {reportName(each)}
            </option>
          ))}
        </select>
      </label>
      <p role="status" class="row wrap">
        {trial.trial === null ? (
          <span class="quiet">{t('trial.busy')}</span>
        ) : (
          <>
            <Change before={trial.trial.before} after={trial.trial.after} />
            <span class="quiet">{t('trial.without')}</span>
          </>
        )}
        {problems === null ? null : (
          <span class={`tag ${serious > 0 ? 'warning' : 'ok'}`}>
            {problems.length === 0 ? t('lint.clean') : t('lint.found', { count: problems.length })}
          </span>
        )}
        {trial.failed ? <span class="tag warning">{t('trial.failed')}</span> : null}
      </p>
    </section>
  );
}

function Change({ before, after }: { readonly before: Counts; readonly after: Counts }) {
  return (
    <>
      {(['error', 'warning', 'info'] as const).map((severity) => (
        <span key={severity} class={`tag ${severity}`}>
          {t('trial.count', { severity: t(`setting.${severity}`), after: after[severity], before: before[severity] })}
        </span>
      ))}
    </>
  );
}
