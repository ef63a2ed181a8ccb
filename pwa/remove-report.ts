import { deleteReport } from './db/index';
import { storageText } from './failure-text';
import { go, route } from './route';
import { t } from './t';
import { showToast } from './ui/toasts';

/** Deletes at once, with the way back. What was said of its findings stays. */
export async function removeReport(id: string, name: string): Promise<void> {
  const deleted = await deleteReport(id);
  if (!deleted.ok) {
    showToast(storageText(deleted.error));
    return;
  }
  if (route.value.screen === 'report') go({ screen: 'reports' });
  showToast(t('report.deleted', { name }), () => {
    void deleted.value().then((restored) => {
      if (!restored.ok) showToast(storageText(restored.error));
    });
  });
}
