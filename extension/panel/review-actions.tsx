import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReviewStatus } from '../../core/exchange/schema';
import type { Finding } from '../../core/index';
import type { DismissalScope, FindingReview } from '../../pwa/db/index';
import { ScopeChoice } from '../../pwa/ui/dismissal/scope-choice';
import { WideWord } from '../../pwa/ui/dismissal/wide-word';
import { REVIEW_TONE, useKeys } from '../../pwa/ui/index';
import { NoteForm } from './note-form';
import { t } from './t';
import type { SavedState } from './use-saved';

/** Keys as in the app, which has more of them; the same key again takes it back. */
const CHOICES: readonly { readonly status: ReviewStatus; readonly key: string }[] = [
  { status: 'confirmed', key: '1' },
  { status: 'dismissed', key: '2' },
  { status: 'deferred', key: '3' },
];

export function ReviewTag({ review }: { readonly review: FindingReview | null }) {
  if (review === null) return null;
  if (review.lapsed) return <span class="tag warning">{t('status.lapsed')}</span>;
  return review.status === 'open' ? null : (
    <span class={`tag ${REVIEW_TONE[review.status]}`}>{t(`status.${review.status}`)}</span>
  );
}

interface ReviewActionsProps {
  readonly finding: Finding;
  readonly saved: SavedState;
}

/** The short word on a finding, and a note; what others said before is the app's to show. */
export function ReviewActions({ finding, saved }: ReviewActionsProps) {
  const [asking, setAsking] = useState(false);
  const review = saved.reviewOf(finding);
  const status = review?.status ?? 'open';
  const choose = (next: ReviewStatus): void => {
    setAsking(next === 'dismissed');
    if (next !== 'dismissed') void saved.say(finding, { status: next === status ? 'open' : next });
  };
  useKeys(Object.fromEntries(CHOICES.map((choice) => [choice.key, () => choose(choice.status)])));
  return (
    <>
      <Standing review={review} onTakeBack={(each) => void saved.takeBack(each)} />
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
          scopes={saved.scopesOf(finding)}
          onReason={(reason, scope) => {
            setAsking(false);
            void saved.dismiss(finding, scope, reason);
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      <NoteForm note={review?.note ?? ''} onNote={(note) => saved.say(finding, { note })} />
    </>
  );
}

interface StandingProps {
  readonly review: FindingReview | null;
  readonly onTakeBack: (review: FindingReview) => void;
}

/** Why it was set aside, and by what width; a wide word can be taken back from any finding it covers. */
function Standing({ review, onTakeBack }: StandingProps) {
  if (review?.status !== 'dismissed') return null;
  const { scope } = review.by;
  if (scope !== 'cell' && scope !== 'rule')
    return <p class="quiet">{t('status.because', { reason: review.reason })}</p>;
  return <WideWord scope={scope} reason={review.reason} onTakeBack={() => onTakeBack(review)} />;
}

interface ReasonFormProps {
  readonly scopes: readonly DismissalScope[];
  readonly onReason: (reason: string, scope: DismissalScope) => void;
  readonly onCancel: () => void;
}

/** A finding is dismissed with a reason, or not at all. */
function ReasonForm({ scopes, onReason, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<DismissalScope>('finding');
  const input = useRef<HTMLInputElement>(null);
  // Before the next key arrives: what is typed at once must not be lost.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onReason(reason.trim(), scope);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label class="stack">
        <span class="quiet">{t('status.reason')}</span>
        <input ref={input} required value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <ScopeChoice scopes={scopes} chosen={scope} onChoose={setScope} />
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
