/** The tone of a tag for where the review of a finding stands; the word beside it says the same. */
import type { ReviewStatus } from '../../core/exchange/schema';

export const REVIEW_TONE: Readonly<Record<ReviewStatus, 'none' | 'error' | 'ok' | 'warning'>> = {
  open: 'none',
  confirmed: 'error',
  fixed: 'ok',
  dismissed: 'ok',
  deferred: 'warning',
};
