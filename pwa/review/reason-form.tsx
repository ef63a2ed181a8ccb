import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DismissalScope } from '../db/index';
import { t } from '../t';
import { ScopeChoice } from '../ui/dismissal/scope-choice';
import { useDraft } from '../use-draft';

interface ReasonFormProps {
  readonly fingerprint: string;
  readonly scopes: readonly DismissalScope[];
  readonly onReason: (reason: string, scope: DismissalScope) => void;
  readonly onCancel: () => void;
}

/** A finding is dismissed with a reason, or not at all. Enter hands it in, Escape goes back. */
export function ReasonForm({ fingerprint, scopes, onReason, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useDraft(`reason.${fingerprint}`);
  const [scope, setScope] = useState<DismissalScope>('finding');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const empty = reason.trim() === '';
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (empty) return;
        setReason('');
        onReason(reason.trim(), scope);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label class="stack">
        <span class="quiet">{t('review.reason')}</span>
        <input
          ref={input}
          required
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          placeholder={t('review.reason.example')}
        />
      </label>
      <ScopeChoice scopes={scopes} chosen={scope} onChoose={setScope} />
      <div class="row">
        <button type="submit" class="main" disabled={empty}>
          {t('status.dismissed')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('dialog.cancel')}
        </button>
      </div>
    </form>
  );
}
