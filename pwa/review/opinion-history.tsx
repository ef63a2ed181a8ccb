import { type Opinion, reviewStatusSchema } from '../../core/exchange/schema';
import type { Review } from '../db/index';
import { whenText } from '../report-name';
import { t } from '../t';

/** All that was said, oldest first; what a later word replaced stays beside it, marked. */
export function OpinionHistory({ review }: { readonly review: Review }) {
  if (review.opinions.length === 0) return null;
  const last = (field: Opinion['field']) => review.opinions.findLast((each) => each.field === field);
  return (
    <section class="stack">
      <h4>{t('review.opinions')}</h4>
      <ol class="opinions">
        {review.opinions.map((opinion) => (
          <li key={opinion.id} class={last(opinion.field) === opinion ? '' : 'replaced'}>
            <p>{opinionText(opinion)}</p>
            <small>
              {opinion.author === '' ? t('review.unsigned') : opinion.author} · {whenText(opinion.at)}
              {last(opinion.field) === opinion ? null : ` · ${t('review.replaced')}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function opinionText({ field, value }: Opinion): string {
  if (field === 'note') return value === '' ? t('review.note.withdrawn') : value;
  if (field === 'reason')
    return value === '' ? t('review.reason.withdrawn') : t('review.reason.said', { reason: value });
  const status = reviewStatusSchema.safeParse(value);
  return t('review.status.said', { status: status.success ? t(`status.${status.data}`) : value });
}
