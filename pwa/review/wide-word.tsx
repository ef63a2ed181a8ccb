import { type FindingReview, reviewOf, subjectName } from '../db/index';
import { t } from '../t';
import { sayOf } from './use-review';

/** A finding set aside with its cells or its rule: by what word, and the way to take that word back. */
export function WideWord({ review }: { readonly review: FindingReview }) {
  const { by, reason, opinions } = review;
  if (review.status !== 'dismissed' || (by.scope !== 'cell' && by.scope !== 'rule')) return null;
  const name = subjectName(by);
  const takeBack = (): void => {
    const words = opinions.filter(({ finding }) => finding === name);
    const against = words.findLast(({ field }) => field === 'status')?.against ?? '';
    void sayOf(name, against, reviewOf(words, against), { status: 'open' });
  };
  return (
    <p class="quiet row between">
      {t(`scope.${by.scope}`, { reason })}
      <button type="button" onClick={takeBack}>
        {t('scope.takeBack')}
      </button>
    </p>
  );
}
