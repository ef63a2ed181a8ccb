import { useReason } from '../../review/use-reason';
import { t as shared } from '../../t';

import { t } from './t';

interface BulkReasonProps {
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Findings are dismissed with a reason, or not at all. Enter hands it in, Escape goes back. */
export function BulkReason({ onReason, onCancel }: BulkReasonProps) {
  const { empty, form, field } = useReason('reason.many', onReason, onCancel);
  return (
    <form class="row wrap" {...form}>
      <label class="row wrap grow">
        <span class="quiet">{t('bulk.reason')}</span>
        <input {...field} class="grow" placeholder={t('bulk.reason.example')} />
      </label>
      <button type="submit" class="main" disabled={empty}>
        {shared('status.dismissed')}
      </button>
      <button type="button" onClick={onCancel}>
        {shared('dialog.cancel')}
      </button>
    </form>
  );
}
