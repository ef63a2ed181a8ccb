/** What opinions come to, for those who keep them: without what checks, which `index` would bring along. */
import type { Review as CoreReview } from '../findings/opinions';
import type { Opinion } from './schema';

export { inOrder, reviewOf } from '../findings/opinions';
export type Review = CoreReview<Opinion>;
