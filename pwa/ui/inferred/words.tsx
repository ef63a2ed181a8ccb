import type { ReviewStatus } from '../../../core/exchange/schema';
import { t } from './t';

interface RelationWordsProps {
  readonly said: ReviewStatus;
  readonly onSay: (status: ReviewStatus) => void;
}

/** Confirm or reject; the same button takes it back by another word. */
export function RelationWords({ said, onSay }: RelationWordsProps) {
  const word = (status: ReviewStatus, name: string) => (
    <button type="button" aria-pressed={said === status} onClick={() => onSay(said === status ? 'open' : status)}>
      {name}
    </button>
  );
  return (
    <div class="row wrap">
      {word('confirmed', t(said === 'confirmed' ? 'word.confirmed' : 'word.confirm'))}
      {word('dismissed', t(said === 'dismissed' ? 'word.rejected' : 'word.reject'))}
    </div>
  );
}
