import { useLayoutEffect, useRef } from 'preact/hooks';
import { t as shared } from '../../t';
import { useDraft } from '../../use-draft';
import { t } from './t';

interface BulkReasonProps {
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Findings are dismissed with a reason, or not at all. Enter hands it in, Escape goes back. */
export function BulkReason({ onReason, onCancel }: BulkReasonProps) {
  const [reason, setReason] = useDraft('reason.many');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const empty = reason.trim() === '';
  return (
    <form
      class="row wrap"
      onSubmit={(event) => {
        event.preventDefault();
        if (empty) return;
        setReason('');
        onReason(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label class="row wrap grow">
        <span class="quiet">{t('bulk.reason')}</span>
        <input
          ref={input}
          required
          class="grow"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          placeholder={t('bulk.reason.example')}
        />
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
