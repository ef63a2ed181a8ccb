/** What opinions come to, for those who keep them: without what checks, which `index` would bring along. */
import type { Review as CoreReview } from '../findings/opinions';
import type { FindingReview as CoreFindingReview } from '../findings/reviews';
import type { Opinion } from './schema';

export { COUNTER_LIMIT, inOrder, reviewOf } from '../findings/opinions';
export { type DismissalScope, reviewsOf, scopesOf, wideSubject } from '../findings/reviews';
export type FindingReview = CoreFindingReview<Opinion>;
export type Review = CoreReview<Opinion>;
