/** Shape and colour of a state; the word beside it says the same. */
import type { Standing } from '../../library/record';
import type { ReviewState } from '../../library/review-state';

type Tone = 'error' | 'warning' | 'info' | 'ok' | 'none';

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  clean: 'ok',
  partial: 'none',
};

export const REVIEW_TONES: Readonly<Record<ReviewState, Tone>> = {
  untouched: 'none',
  begun: 'info',
  confirmed: 'error',
  deferred: 'warning',
  done: 'ok',
  none: 'none',
};
