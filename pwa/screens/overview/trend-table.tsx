import type { Overview } from '../../library/overview';
import { Bar, Key } from '../../plot/bar';
import { t } from './t';

/** The years beside each other: one bar each, from on time to missing. */
export function TrendTable({ overview: { trend, year } }: { readonly overview: Overview }) {
  const most = Math.max(...trend.map(({ published, publications }) => published + publications.missing));
  const columns = ['published', 'onTime', 'late', 'unknown', 'missing', 'wrong', 'errors'] as const;
  return (
    <section class="stack">
      <h2 id="trend">{t('trend.title')}</h2>
      <Key
        items={[
          { fill: 'plain', text: t('trend.onTime') },
          { fill: 'hatched', text: t('trend.late') },
          { fill: 'dotted', text: t('trend.unknown') },
          { fill: 'hollow', text: t('trend.missing') },
        ]}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll must be reached by keyboard. */}
      <section class="form-scroll" tabIndex={0} aria-labelledby="trend">
        <table class="plot" aria-labelledby="trend">
          <thead>
            <tr>
              <th scope="col">{t('trend.year')}</th>
              <td class="bar wide-only" />
              {columns.map((column) => (
                <th key={column} scope="col" class="number">
                  {t(`trend.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.map((each) => {
              const { onTime, late, unknown, missing } = each.publications;
              const numbers = {
                ...each.publications,
                published: each.published,
                wrong: each.withErrors,
                errors: each.errors,
              };
              return (
                <tr key={each.year} class={each.year === year ? 'now' : ''}>
                  <th scope="row">{each.year}</th>
                  <td class="bar wide-only">
                    <Bar
                      parts={[
                        { count: onTime, fill: 'plain' },
                        { count: late, fill: 'hatched' },
                        { count: unknown, fill: 'dotted' },
                        { count: missing, fill: 'hollow' },
                      ]}
                      of={most}
                    />
                  </td>
                  {columns.map((column) => (
                    <td key={column} class="number">
                      {numbers[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
