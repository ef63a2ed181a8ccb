import type { Review } from '../db/index';
import { t as ofApp } from '../t';
import { REVIEW_TONE } from '../ui/review-tone';
import { t } from './t';

/** Where the review of a finding stands, in a word. */
export function StatusTag({ review }: { readonly review: Review }) {
  if (review.lapsed) return <span class="tag warning">{t('lapsed')}</span>;
  return review.status === 'open' ? (
    <span class="quiet">{ofApp('status.open')}</span>
  ) : (
    <span class={`tag ${REVIEW_TONE[review.status]}`}>{ofApp(`status.${review.status}`)}</span>
  );
}
