/** Whether a report was public in time, by the date that its page shows. */
import { classifyOrgan } from '../document/organ';
import { type Deadlines, limitOf, STATUTORY_DEADLINES } from '../rules/deadlines';

/**
 * `unknown`: no date on the page, no deadline for such a body, a date before the year had ended, or one so late that
 * the page was likely published anew.
 */
export type Punctuality = 'onTime' | 'late' | 'unknown';

/** `published`: 2025-01-24; null where the page does not say. The organ as the report names it. */
export function punctualityOf(
  organ: string | null,
  year: number | null,
  published: string | null,
  deadlines: Deadlines = STATUTORY_DEADLINES,
): Punctuality {
  const limit = limitOf(organ, classifyOrgan(organ), deadlines);
  if (year === null || published === null || limit === null || published <= `${year}-12-31`) return 'unknown';
  if (published <= `${year + 1}-${limit}`) return 'onTime';
  return organ === null || published > `${year + 2}-${limit}` ? 'unknown' : 'late';
}
