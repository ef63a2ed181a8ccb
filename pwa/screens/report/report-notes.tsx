import type { SavedReport } from '../../../core/exchange/schema';
import { explainOmission } from '../../../core/index';
import { language } from '../../ui/i18n';
import { t } from './t';

interface ReportNotesProps {
  readonly report: SavedReport;
  readonly unreadableOpinions: number;
}

/** What was not read, not checked or left out: said, so that silence is never taken for completeness. */
export function ReportNotes({ report: { outcome, document }, unreadableOpinions }: ReportNotesProps) {
  const notes = [
    outcome.status === 'checked' ? '' : t(`outcome.${outcome.status}`),
    ...outcome.failures.map(({ rule, reason }) => t('ruleFailed', { rule, reason })),
    ...document.omissions.map((omission) => explainOmission(omission, language.value)),
    unreadableOpinions > 0 ? t('opinions.unreadable', { count: unreadableOpinions }) : '',
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
