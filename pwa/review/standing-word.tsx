import { type FindingReview, reviewOf, subjectName } from '../db/index';
import { t as ofScopes } from '../ui/dismissal/t';
import { WideWord } from '../ui/dismissal/wide-word';
import { sayOf } from './use-review';

/** What set a finding aside together with others, and the way to take that word back. */
export function StandingWord({ review }: { readonly review: FindingReview }) {
  const { by, reason, opinions } = review;
  if (review.status !== 'dismissed' || (by.scope !== 'cell' && by.scope !== 'rule')) return null;
  const name = subjectName(by);
  const takeBack = (): void => {
    const words = opinions.filter(({ finding }) => finding === name);
    const against = words.findLast(({ field }) => field === 'status')?.against ?? '';
    void sayOf(name, against, reviewOf(words, against), { status: 'open' }, ofScopes('scope.taken'));
  };
  return <WideWord scope={by.scope} reason={reason} onTakeBack={takeBack} />;
}
