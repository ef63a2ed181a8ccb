import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReviewStatus } from '../../core/exchange/schema';
import type { Finding } from '../../core/index';
import type { Review } from '../../pwa/db/index';
import { REVIEW_TONE, useKeys } from '../../pwa/ui/index';
import { t } from './t';
import type { SavedState } from './use-saved';

/** Keys as in the app, which has more of them; the same key again takes it back. */
const CHOICES: readonly { readonly status: ReviewStatus; readonly key: string }[] = [
  { status: 'confirmed', key: '1' },
  { status: 'dismissed', key: '2' },
  { status: 'deferred', key: '3' },
];

export function ReviewTag({ review }: { readonly review: Review }) {
  if (review.lapsed) return <span class="tag warning">{t('status.lapsed')}</span>;
  return review.status === 'open' ? null : (
    <span class={`tag ${REVIEW_TONE[review.status]}`}>{t(`status.${review.status}`)}</span>
  );
}

interface ReviewActionsProps {
  readonly finding: Finding;
  readonly saved: SavedState;
}

/** The short word on a finding; notes and history are the app's. */
export function ReviewActions({ finding, saved }: ReviewActionsProps) {
  const [asking, setAsking] = useState(false);
  const { status } = saved.reviewOf(finding);
  const choose = (next: ReviewStatus): void => {
    setAsking(next === 'dismissed');
    if (next !== 'dismissed') void saved.say(finding, next === status ? 'open' : next);
  };
  useKeys(Object.fromEntries(CHOICES.map((choice) => [choice.key, () => choose(choice.status)])));
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons. */}
      <div class="row wrap" role="group" aria-label={t('status.group')}>
        {CHOICES.map((choice) => (
          <button
            key={choice.status}
            type="button"
            aria-pressed={status === choice.status}
            aria-keyshortcuts={choice.key}
            onClick={() => choose(choice.status)}
          >
            {t(`status.${choice.status}`)} <kbd>{choice.key}</kbd>
          </button>
        ))}
      </div>
      {asking ? (
        <ReasonForm
          onReason={(reason) => {
            setAsking(false);
            void saved.say(finding, 'dismissed', reason);
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

interface ReasonFormProps {
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A finding is dismissed with a reason, or not at all. */
function ReasonForm({ onReason, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // Before the next key arrives: what is typed at once must not be lost.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onReason(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label class="stack">
        <span class="quiet">{t('status.reason')}</span>
        <input ref={input} required value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="row wrap">
        <button type="submit" class="main" disabled={reason.trim() === ''}>
          {t('status.reason.submit')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('status.cancel')}
        </button>
      </div>
    </form>
  );
}
