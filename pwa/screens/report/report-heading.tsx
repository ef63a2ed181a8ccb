import type { SavedReport } from '../../../core/exchange/schema';
import { explainOutcome, type Outcome } from '../../../core/index';
import { entryOfReport } from '../../db/entries';
import { evidenceOf } from '../../db/index';
import { removeReport } from '../../remove-report';
import { reportList } from '../../report-list';
import { formName, reportName, whenText } from '../../report-name';
import { go, hrefOf } from '../../route';
import { t as ofApp } from '../../t';
import { language, useKeys } from '../../ui/index';
import { useLive } from '../../use-live';
import { ReportChecklist } from './report-checklist';
import { t } from './t';

function entryText(picture: string | null): string {
  return picture === null ? t('source.entry') : t('source.entry.from', { name: picture });
}

/** Back to what was typed, and to its picture, where they are on this machine. */
function EntryLink({ report }: { readonly report: string }) {
  const live = useLive(() => entryOfReport(report), [report]);
  const entry = live.state === 'ready' ? live.value : null;
  if (entry === null) return null;
  return (
    <>
      {' · '}
      <a href={hrefOf({ screen: 'entry', id: entry.id })}>{t('source.entry.open')}</a>
    </>
  );
}

interface ReportHeadingProps {
  readonly report: SavedReport;
  /** With the findings of people's own, and of their forms: counted like the others. */
  readonly found: Outcome;
}

export function ReportHeading({ report, found }: ReportHeadingProps) {
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
  const isEntry = report.document.format === 'entry';
  const from = isEntry ? entryText(source.fileName) : (source.address ?? source.fileName ?? t('source.pasted'));
  const headline = explainOutcome(found, language.value).headline;
  return (
    <header class="stack">
      <div class="row between top">
        <h1>{reportName({ ...outcome, source })}</h1>
        <div class="row">
          <a class="button" href={hrefOf({ screen: 'handouts', id: report.id })}>
            {t('handouts')}
          </a>
          <button type="button" onClick={() => void removeReport(report.id, reportName({ ...outcome, source }))}>
            {ofApp('report.delete')}
          </button>
          <button type="button" class="main" disabled={step(1) === undefined} onClick={() => move(1)}>
            {t('next')} <kbd>N</kbd>
          </button>
        </div>
      </div>
      <p class="quiet facts-line">
        {[formName(outcome.form), t('savedAt', { when: whenText(report.savedAt) }), from].join(' · ')}
        {isEntry ? <EntryLink report={report.id} /> : null}
        <EvidenceLink id={report.id} />
      </p>
      <ReportChecklist report={report} />
      <p class={`headline ${outcome.status}`}>{headline}</p>
    </header>
  );
}

/** Only where there is some: most reports come from files, which have none. */
function EvidenceLink({ id }: { readonly id: string }) {
  const live = useLive(() => evidenceOf(id), [id]);
  const count = live.state === 'ready' ? live.value.evidence.length + live.value.unreadable : 0;
  if (count === 0) return null;
  return (
    <>
      {' · '}
      <a href={hrefOf({ screen: 'evidence', id })}>{t('evidence', { count })}</a>
    </>
  );
}
