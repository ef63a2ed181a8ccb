import { useMemo, useState } from 'preact/hooks';
import { type CellId, explain, explainOutcome, type FormTable, tablesOf } from '../../core/index';
import { labelText, language, SeverityTag } from '../../pwa/ui/index';
import { EvidenceStatus } from '../capture/evidence-status';
import { sealFetchedOnce } from '../capture/sealing';
import { appAddress } from '../panel/open-app';
import { t } from '../panel/t';
import { useSaved } from '../panel/use-saved';
import type { NumbersCompared } from './compare-numbers';
import type { AttachedReport } from './read-attachment';

interface AttachmentResultProps {
  readonly report: AttachedReport;
  readonly compared: NumbersCompared | null;
}

/** What stands in an attachment: where it differs from the page, what is wrong in itself, and the way to keep it. */
export function AttachmentResult({ report, compared }: AttachmentResultProps) {
  const { outcome } = report;
  const { headline, coverage } = explainOutcome(outcome, language.value);
  return (
    <>
      {compared === null ? null : <Comparison report={report} compared={compared} />}
      <p>{headline}</p>
      <p class="quiet">{coverage}</p>
      {outcome.findings.length === 0 ? null : (
        <details>
          <summary>{t('attachments.findings', { count: outcome.findings.length })}</summary>
          <ul>
            {outcome.findings.map((finding) => (
              <li key={finding.fingerprint}>
                <SeverityTag severity={finding.severity} /> {explain(finding, outcome, language.value).message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Keep report={report} />
    </>
  );
}

/** A note, and no error of the report: nobody knows which of the two is right. */
function Comparison({ report, compared }: { readonly report: AttachedReport; readonly compared: NumbersCompared }) {
  const tables = useMemo(() => tablesOf(report.outcome), [report]);
  if (compared.kind !== 'compared') return <p>{t(`attachments.${compared.kind}`)}</p>;
  const { cells, differences, unread } = compared;
  return (
    <>
      {differences.length === 0 ? (
        <p class="row wrap">
          <span class="tag ok">{t('attachments.same', { count: cells })}</span>
        </p>
      ) : (
        <>
          <p class="row wrap">
            <span class="tag warning">{t('attachments.differ', { count: differences.length })}</span>
          </p>
          <table class="differences">
            <thead>
              <tr>
                <th scope="col">{t('attachments.cell')}</th>
                <th scope="col">{t('attachments.onPage')}</th>
                <th scope="col">{t('attachments.inFile')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ cell, page, attachment }) => (
                <tr key={cell}>
                  <th scope="row">{cellName(tables, cell)}</th>
                  <td>{page || t('attachments.blank')}</td>
                  <td>{attachment || t('attachments.blank')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {unread > 0 ? <p class="quiet">{t('attachments.unread', { count: unread })}</p> : null}
    </>
  );
}

/** The labels that lead to a number, as the form prints them. */
function cellName(tables: readonly FormTable[], id: CellId): string {
  for (const table of tables) {
    for (const { path, label, cells } of table.rows) {
      const cell = cells.find((each) => each.id === id);
      if (cell === undefined) continue;
      const labels = [table.name, ...path, ...(label === null ? [] : [label]), cell.column.label];
      return labels.map(labelText).join(' › ');
    }
  }
  return id;
}

function Keep({ report }: { readonly report: AttachedReport }) {
  const seal = (id: string): void => void sealFetchedOnce({ ...report, report: id, rendered: null });
  const saved = useSaved(report, seal);
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    setBusy(true);
    void saved.save().finally(() => setBusy(false));
  };
  const { id } = saved;
  return id === null ? (
    <p>
      <button type="button" disabled={busy} onClick={save}>
        {t('attachments.save')}
      </button>
    </p>
  ) : (
    <p class="row wrap">
      <span class="tag ok">{t('saved')}</span>
      <a href={appAddress(id)} target="_blank" rel="noreferrer">
        {t('saved.open')}
      </a>
      <EvidenceStatus report={id} onSeal={() => seal(id)} />
    </p>
  );
}
