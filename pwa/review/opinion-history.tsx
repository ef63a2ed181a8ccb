import { dissentOf } from '../../core/exchange/differences';
import { type Opinion, reviewStatusSchema } from '../../core/exchange/schema';
import { ownFindingsOf, type Review } from '../db/index';
import { whenText } from '../report-name';
import { t } from '../t';

/** All that was said, oldest first; what a later word replaced stays beside it, marked. */
export function OpinionHistory({ review }: { readonly review: Review }) {
  if (review.opinions.length === 0) return null;
  const last = ({ finding, field }: Opinion) =>
    review.opinions.findLast((each) => each.field === field && each.finding === finding);
  return (
    <section class="stack">
      <h4>{t('review.opinions')}</h4>
      <Dissent opinions={review.opinions} />
      <ol class="opinions">
        {review.opinions.map((opinion) => (
          <li key={opinion.id} class={last(opinion) === opinion ? '' : 'replaced'}>
            <p>{opinionText(opinion)}</p>
            <small>
              {opinion.author === '' ? t('review.unsigned') : opinion.author} · {whenText(opinion.at)}
              {last(opinion) === opinion ? null : ` · ${t('review.replaced')}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where people differ, what each said last stays in sight; the list below has it all. */
function Dissent({ opinions }: { readonly opinions: readonly Opinion[] }) {
  const words = dissentOf(opinions);
  if (words.length === 0) return null;
  const said = words.map(({ author, value }) => {
    const status = reviewStatusSchema.safeParse(value);
    const word = status.success ? t(`status.${status.data}`) : value;
    return t('review.dissent.word', { author: author === '' ? t('review.unsigned') : author, word });
  });
  return (
    <p class="dissent">
      <span class="tag warning">{t('review.dissent')}</span> {said.join(t('list.separator'))}
    </p>
  );
}

function opinionText(opinion: Opinion): string {
  const { field, value } = opinion;
  if (field === 'note') return value === '' ? t('review.note.withdrawn') : value;
  if (field === 'reason')
    return value === '' ? t('review.reason.withdrawn') : t('review.reason.said', { reason: value });
  if (field === 'own')
    return value === '' ? t('own.withdrawn') : t('own.said', { text: ownFindingsOf([opinion])[0]?.text ?? '' });
  const status = reviewStatusSchema.safeParse(value);
  return t('review.status.said', { status: status.success ? t(`status.${status.data}`) : value });
}
