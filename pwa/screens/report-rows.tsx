import type { ReportSummary } from '../db/index';
import { removeReport } from '../remove-report';
import { formName, organName, reportName, whenText } from '../report-name';
import { hrefOf } from '../route';
import { t } from '../t';

export function ReportRows({ reports }: { readonly reports: readonly ReportSummary[] }) {
  return (
    <div class="form-scroll">
      <table class="reports">
        <thead>
          <tr>
            <th scope="col">{t('column.organ')}</th>
            <th scope="col" class="number">
              {t('column.year')}
            </th>
            <th scope="col" class="wide-only">
              {t('column.form')}
            </th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('column.findings')}</th>
            <th scope="col" class="wide-only">
              {t('column.saved')}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReportRow({ report }: { readonly report: ReportSummary }) {
  const name = organName(report);
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ screen: 'report', id: report.id })}>{name}</a>
        {report.source.fileName === null || report.source.fileName === name ? null : (
          <span class="quiet ellipsis">{report.source.fileName}</span>
        )}
      </th>
      <td class="number">{report.year ?? '—'}</td>
      <td class="wide-only nowrap">{formName(report.form)}</td>
      <td>
        <span class={report.status === 'checked' ? 'nowrap' : 'tag warning'}>{t(`status.of.${report.status}`)}</span>
      </td>
      <td>
        <Counts report={report} />
      </td>
      <td class="wide-only quiet nowrap">{whenText(report.savedAt)}</td>
      <td>
        <button
          type="button"
          class="plain"
          aria-label={t('report.delete.named', { name: reportName(report) })}
          onClick={() => void removeReport(report.id, reportName(report))}
        >
          {t('report.delete')}
        </button>
      </td>
    </tr>
  );
}

/** 无问题 only of a report that was read whole; of one that was not, nothing good is said. */
function Counts({ report: { counts, status } }: { readonly report: ReportSummary }) {
  if (counts.error + counts.warning + counts.info === 0)
    return status === 'checked' ? <span class="tag ok">{t('list.clean')}</span> : <span class="quiet">—</span>;
  return (
    <span class="row wrap">
      {counts.error > 0 ? <span class="tag error">{t('list.errors', { count: counts.error })}</span> : null}
      {counts.warning > 0 ? <span class="tag warning">{t('list.warnings', { count: counts.warning })}</span> : null}
      {counts.info > 0 ? <span class="tag info">{t('list.infos', { count: counts.info })}</span> : null}
    </span>
  );
}
