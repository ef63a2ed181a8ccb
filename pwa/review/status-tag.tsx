import type { Review } from '../db/index';
import { t } from '../t';
import { REVIEW_TONE } from '../ui/review-tone';

/** Where the review of a finding stands, in a word. */
export function StatusTag({ review }: { readonly review: Review }) {
  if (review.lapsed) return <span class="tag warning">{t('review.lapsed')}</span>;
  return review.status === 'open' ? (
    <span class="quiet">{t('status.open')}</span>
  ) : (
    <span class={`tag ${REVIEW_TONE[review.status]}`}>{t(`status.${review.status}`)}</span>
  );
}
