import type { Finding } from '../rules/finding';

/** The rule whose words findings by forms of people's own have. By itself: the store names it without what finds them. */
export const OWN_FORM_SUM = 'own-form-sum';

/** Keys of the sums that a finding by a form of one's own is about. */
export function sumsOf({ rule, data }: Pick<Finding, 'rule' | 'data'>): string[] {
  const sums = rule === OWN_FORM_SUM ? data['sums'] : undefined;
  return typeof sums === 'string' ? sums.split(' ') : [];
}
