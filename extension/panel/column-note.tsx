import { useState } from 'preact/hooks';
import { showToast } from '../../pwa/ui/index';
import { openRound } from '../column/open-round';
import type { Column } from '../column/report-links';
import { reasonOf } from '../plain-messages';
import { t } from './t';
import { columnOfTab } from './use-beside';

interface ColumnNoteProps {
  readonly tabId: number | null;
  readonly column: Column;
}

/** The page is a list of annual reports: all of them can be checked. */
export function ColumnNote({ tabId, column }: ColumnNoteProps) {
  const [busy, setBusy] = useState(false);
  const years = [...new Set(column.reports.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      await openRound((tabId === null ? null : await columnOfTab(tabId)) ?? column);
    } catch (error) {
      showToast(t('save.failed.other', { reason: reasonOf(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="statement" role="status">
      <h2>{t('column.title', { count: column.reports.length })}</h2>
      <p>{t('column.text', { years: years.length === 0 ? t('column.noYear') : years.join(t('column.comma')) })}</p>
      <button type="button" class="main" disabled={busy} onClick={() => void open()}>
        {t('column.open')}
      </button>
    </section>
  );
}
