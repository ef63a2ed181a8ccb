/** A backup from the page: written, handed over, remembered. */
import { signal } from '@preact/signals';
import { downloadBlob } from '../exchange/download';
import { showToast } from '../ui/toasts';
import { rememberBackup } from './remind';
import { t } from './t';

export const backingUp = signal<{ readonly done: number; readonly total: number } | null>(null);

/** Returns whether the file was handed to the browser; whether it was put anywhere only the person knows. */
export async function makeBackup(): Promise<boolean> {
  backingUp.value = { done: 0, total: 0 };
  try {
    const { BackupTooLarge, writeBackup } = await import('./write-backup');
    const written = await writeBackup((done, total) => {
      backingUp.value = { done, total };
    }).catch((error: unknown) => {
      if (error instanceof BackupTooLarge) throw new Error(t('backup.tooLarge'));
      throw error;
    });
    const { file, header, leftOut } = written;
    downloadBlob(t('backup.name', { day: header.madeAt.slice(0, 10) }), file);
    await rememberBackup(header.madeAt);
    const rows = header.tables['reports'] ?? 0;
    const done = t('backup.done', { reports: rows, size: (file.size / 1024 / 1024).toFixed(1) });
    showToast(leftOut > 0 ? `${done} ${t('backup.leftOut', { count: leftOut })}` : done);
    return true;
  } catch (error) {
    showToast(t('backup.failed', { reason: error instanceof Error ? error.message : String(error) }));
    return false;
  } finally {
    backingUp.value = null;
  }
}
