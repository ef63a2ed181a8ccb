import { t } from '../t';
import { ErrorNote } from '../ui/error-note';

export function StoreFailed({ reason }: { readonly reason: string }) {
  return (
    <div class="screen">
      <ErrorNote title={t('storage.failed')}>
        <p>{t('storage.other', { reason })}</p>
      </ErrorNote>
    </div>
  );
}
