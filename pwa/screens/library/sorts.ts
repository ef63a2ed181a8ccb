/** By what each column sorts; null where it does not. */
import type { SortKey } from '../../library/facets';

export const SORTS: readonly (SortKey | null)[] = [
  null,
  'name',
  'year',
  null,
  'standing',
  'review',
  'published',
  'saved',
  null,
];
