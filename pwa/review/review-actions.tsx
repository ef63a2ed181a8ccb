import { useRef, useState } from 'preact/hooks';
import type { ReviewStatus } from '../../core/exchange/schema';
import type { Finding, Outcome } from '../../core/index';
import { type DismissalScope, type FindingReview, scopesOf, wideSubject } from '../db/index';
import { t as ofApp } from '../t';
import { useKeys } from '../ui/keys';
import { NoteForm } from './note-form';
import { OpinionHistory } from './opinion-history';
import { ReasonForm } from './reason-form';
import { StandingWord } from './standing-word';
import { t } from './t';
import { dismissWide, say } from './use-review';

/** Buttons in the order of their keys. */
const CHOICES: readonly { readonly status: ReviewStatus; readonly key: string }[] = [
  { status: 'confirmed', key: '1' },
  { status: 'dismissed', key: '2' },
  { status: 'deferred', key: '3' },
  { status: 'fixed', key: '4' },
  { status: 'open', key: '0' },
];

interface ReviewActionsProps {
  readonly finding: Finding;
  readonly review: FindingReview;
  readonly outcome: Outcome;
  /** Stands in for the organ where the report names none. */
  readonly source: string;
}

/** What one can say on the chosen finding, and what was said. */
export function ReviewActions({ finding, review, outcome, source }: ReviewActionsProps) {
  const { against } = review;
  const [asking, setAsking] = useState(false);
  const verdicts = useRef<HTMLDivElement>(null);
  /** The form goes, and what was in it has the focus no longer: it goes back to the button that opened the form. */
  const stopAsking = (): void => {
    setAsking(false);
    verdicts.current?.querySelector<HTMLButtonElement>('[data-status="dismissed"]')?.focus();
  };
  const choose = (status: ReviewStatus): void => {
    if (status === 'dismissed') setAsking(true);
    else {
      setAsking(false);
      void say(finding, against, review, { status });
    }
  };
  const dismiss = (reason: string, scope: DismissalScope): void => {
    stopAsking();
    const wide = scope === 'finding' ? null : wideSubject(scope, finding, outcome, source);
    if (scope === 'finding' || wide === null) void say(finding, against, review, { status: 'dismissed', reason });
    else void dismissWide(wide, scope, reason);
  };
  useKeys(Object.fromEntries(CHOICES.map(({ status, key }) => [key, () => choose(status)])));
  return (
    <>
      <StandingWord review={review} />
      {review.lapsed ? <p class="lapsed">{t('lapsed.detail', { reason: review.reason })}</p> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons. */}
      <div class="row wrap" role="group" aria-label={t('verdict')} ref={verdicts}>
        {CHOICES.filter(({ status }) => status !== 'open' || review.status !== 'open').map(({ status, key }) => (
          <button
            key={status}
            type="button"
            data-status={status}
            aria-pressed={review.status === status}
            aria-keyshortcuts={key}
            onClick={() => choose(status)}
          >
            {ofApp(`status.${status}`)} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      {asking ? (
        <ReasonForm
          fingerprint={finding.fingerprint}
          scopes={scopesOf(finding, outcome, source)}
          onCancel={stopAsking}
          onReason={dismiss}
        />
      ) : null}
      <NoteForm fingerprint={finding.fingerprint} onNote={(note) => say(finding, against, review, { note })} />
      <OpinionHistory review={review} />
    </>
  );
}
