import type { InferredDerived } from '../../../core/index';
import { t } from './t';

/** A difference or share that its numbers do not bear out: a hint that names them. */
export function DerivedLine({ operator, name, total, parts, difference }: InferredDerived) {
  const [first, second] = parts.map(({ text }) => text.trim());
  const blanks = {
    name: name === '' ? t('line.unnamed') : name,
    total: total.text.trim(),
    first: first ?? '',
    second: second ?? '',
    difference: Math.abs(difference),
  };
  return (
    <p class="sum derived">
      <span class="tag inferred hint">? {t('hint')}</span> {t(`derived.${operator}`, blanks)}
    </p>
  );
}
