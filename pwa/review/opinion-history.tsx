import { dissentOf } from '../../core/exchange/differences';
import { type Opinion, reviewStatusSchema } from '../../core/exchange/schema';
import { ownFindingsOf, type Review } from '../db/index';
import { whenText } from '../report-name';
import { t as ofApp } from '../t';
import { t } from './t';

/** All that was said, oldest first; what a later word replaced stays beside it, marked. */
export function OpinionHistory({ review }: { readonly review: Review }) {
  if (review.opinions.length === 0) return null;
  const last = ({ finding, field }: Opinion) =>
    review.opinions.findLast((each) => each.field === field && each.finding === finding);
  return (
    <section class="stack">
      <h4>{t('opinions')}</h4>
      <Dissent opinions={review.opinions} />
      <ol class="opinions">
        {review.opinions.map((opinion) => (
          <li key={opinion.id} class={last(opinion) === opinion ? '' : 'replaced'}>
            <p>{opinionText(opinion)}</p>
            <small>
              {opinion.author === '' ? ofApp('review.unsigned') : opinion.author} · {whenText(opinion.at)}
              {last(opinion) === opinion ? null : ` · ${t('replaced')}`}
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
    const word = status.success ? ofApp(`status.${status.data}`) : value;
    return t('dissent.word', { author: author === '' ? ofApp('review.unsigned') : author, word });
  });
  return (
    <p class="dissent">
      <span class="tag warning">{t('dissent')}</span> {said.join(ofApp('list.separator'))}
    </p>
  );
}

function opinionText(opinion: Opinion): string {
  const { field, value } = opinion;
  if (field === 'note') return value === '' ? t('note.withdrawn') : value;
  if (field === 'reason') return value === '' ? t('reason.withdrawn') : t('reason.said', { reason: value });
  if (field === 'own')
    return value === '' ? t('own.withdrawn') : t('own.said', { text: ownFindingsOf([opinion])[0]?.text ?? '' });
  const status = reviewStatusSchema.safeParse(value);
  return t('verdict.said', { status: status.success ? ofApp(`status.${status.data}`) : value });
}
