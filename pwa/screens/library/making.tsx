import { joined, making, makingFailed } from '../../library/library';
import { t } from './t';

/** What of the library is still on its way. */
export function Making() {
  const now = making.value;
  const failed = makingFailed.value;
  if (failed !== null) return <p class="quiet">{t('list.making.failed', { reason: failed })}</p>;
  if (now !== null)
    return (
      <div class="quiet">
        <span>{t('list.making', now)}</span>
        <progress aria-label={t('list.making.label')} value={now.done} max={now.total} />
      </div>
    );
  return joined.value ? null : <p class="quiet">{t('list.joining')}</p>;
}
