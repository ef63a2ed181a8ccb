import type { SavedReport } from '../../../core/exchange/schema';
import { t } from '../../t';

interface ReportNotesProps {
  readonly report: SavedReport;
  readonly unreadableOpinions: number;
}

/** What was not read, not checked or left out: said, so that silence is never taken for completeness. */
export function ReportNotes({ report: { outcome, document }, unreadableOpinions }: ReportNotesProps) {
  const notes = [
    outcome.status === 'checked' ? '' : t(`outcome.${outcome.status}`),
    ...outcome.failures.map(({ rule, reason }) => t('report.ruleFailed', { rule, reason })),
    ...document.omissions.map(({ code, count }) => t(`omission.${code}`, { count })),
    unreadableOpinions > 0 ? t('report.opinions.unreadable', { count: unreadableOpinions }) : '',
  ].filter((note) => note !== '');
  if (notes.length === 0) return null;
  return (
    <div class="note warning">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
