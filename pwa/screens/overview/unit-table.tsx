import type { Overview } from '../../library/overview';
import { Bar, Key } from '../../plot/bar';
import { hrefOf } from '../../route';
import { t } from './t';
import { useFew } from './use-few';

const FEW = 12;

/** Organs with errors and warnings, the most first. */
export function UnitTable({ overview: { worst } }: { readonly overview: Overview }) {
  const rows = worst.flatMap(({ name, record }) => (record === null ? [] : [{ name, ...record.summary.counts }]));
  const [shown, more] = useFew(rows, FEW);
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ error, warning }) => error + warning));
  return (
    <section class="stack">
      <h2 id="worst">{t('units.title')}</h2>
      <Key
        items={[
          { fill: 'plain', text: t('units.errors') },
          { fill: 'hatched', text: t('units.warnings') },
        ]}
      />
      <table class="plot" aria-labelledby="worst">
        <thead>
          <tr>
            <th scope="col">{t('units.unit')}</th>
            <td class="bar wide-only" />
            <th scope="col" class="number">
              {t('units.errors')}
            </th>
            <th scope="col" class="number">
              {t('units.warnings')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, error, warning }) => (
            <tr key={name}>
              <th scope="row">
                <a href={hrefOf({ screen: 'organ', id: name })}>{name}</a>
              </th>
              <td class="bar wide-only">
                <Bar
                  parts={[
                    { count: error, fill: 'plain' },
                    { count: warning, fill: 'hatched' },
                  ]}
                  of={most}
                />
              </td>
              <td class="number">{error}</td>
              <td class="number">{warning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
