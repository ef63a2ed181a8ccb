import { PUBLISHING, type Publishing } from '../../library/organs';
import type { Overview } from '../../library/overview';
import { Bar, type Fill } from '../../plot/bar';
import { t } from './t';

export const PUBLISHING_FILLS: Readonly<Record<Publishing, Fill>> = {
  onTime: 'plain',
  late: 'hatched',
  unknown: 'dotted',
  missing: 'hollow',
  unclear: 'hollow',
};

/** On time, late, not to be told, missing: a bar each, with its number and its share. */
export function Publications({ overview: { publications } }: { readonly overview: Overview }) {
  const all = PUBLISHING.reduce((sum, each) => sum + publications[each], 0);
  const shown = PUBLISHING.filter((each) => each !== 'unclear' || publications.unclear > 0);
  return (
    <section class="stack">
      <h2 id="publishing">{t('publishing.title')}</h2>
      <table class="plot" aria-labelledby="publishing">
        <thead>
          <tr>
            <th scope="col">{t('publishing.what')}</th>
            <td class="bar" />
            <th scope="col" class="number">
              {t('publishing.count')}
            </th>
            <th scope="col" class="number">
              {t('publishing.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each}>
              <th scope="row" class="nowrap">
                {t(`number.${each}`)}
              </th>
              <td class="bar">
                <Bar parts={[{ count: publications[each], fill: PUBLISHING_FILLS[each] }]} of={all} />
              </td>
              <td class="number">{publications[each]}</td>
              <td class="number">{shareText(publications[each], all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('overview.how')}</p>
    </section>
  );
}

/** Whole per cent; less than one and more than 99 are not rounded to nothing or all. */
function shareText(count: number, all: number): string {
  if (all === 0) return '—';
  const percent = Math.round((100 * count) / all);
  if (percent === 0 && count > 0) return '<1%';
  return percent === 100 && count < all ? '>99%' : `${percent}%`;
}
