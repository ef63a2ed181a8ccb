import { useState } from 'preact/hooks';
import type { DismissalScope } from '../db/index';
import { t as ofApp } from '../t';
import { ScopeChoice } from '../ui/dismissal/scope-choice';
import { t } from './t';
import { useReason } from './use-reason';

interface ReasonFormProps {
  readonly fingerprint: string;
  readonly scopes: readonly DismissalScope[];
  readonly onReason: (reason: string, scope: DismissalScope) => void;
  readonly onCancel: () => void;
}

/** A finding is dismissed with a reason, or not at all. Enter hands it in, Escape goes back. */
export function ReasonForm({ fingerprint, scopes, onReason, onCancel }: ReasonFormProps) {
  const [scope, setScope] = useState<DismissalScope>('finding');
  const { empty, form, field } = useReason(`reason.${fingerprint}`, (reason) => onReason(reason, scope), onCancel);
  return (
    <form class="stack" {...form}>
      <label class="stack">
        <span class="quiet">{t('reason')}</span>
        <input {...field} placeholder={t('reason.example')} />
      </label>
      <ScopeChoice scopes={scopes} chosen={scope} onChoose={setScope} />
      <div class="row">
        <button type="submit" class="main" disabled={empty}>
          {ofApp('status.dismissed')}
        </button>
        <button type="button" onClick={onCancel}>
          {ofApp('dialog.cancel')}
        </button>
      </div>
    </form>
  );
}
