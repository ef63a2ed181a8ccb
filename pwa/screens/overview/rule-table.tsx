import { choose } from '../../library/choice';
import { EVERYTHING } from '../../library/facets';
import type { Overview } from '../../library/overview';
import { scope } from '../../library/scope';
import { Bar, Key } from '../../plot/bar';
import { hrefOf } from '../../route';
import { ruleName } from '../library/rule-words';
import { t } from './t';
import { useFew } from './use-few';

const FEW = 10;

/** What is wrong most often; a name leads to its reports. */
export function RuleTable({ overview }: { readonly overview: Overview }) {
  const { rules, year } = overview;
  const [shown, more] = useFew(rules, FEW);
  const most = Math.max(0, ...rules.map(({ errors, warnings }) => errors + warnings));
  if (rules.length === 0)
    return (
      <section class="stack">
        <h2>{t('rules.title')}</h2>
        <p>{t('rules.none', { year })}</p>
      </section>
    );
  return (
    <section class="stack">
      <h2 id="kinds">{t('rules.title')}</h2>
      <Key
        items={[
          { fill: 'plain', text: t('rules.errors') },
          { fill: 'hatched', text: t('rules.warnings') },
        ]}
      />
      <table class="plot" aria-labelledby="kinds">
        <thead>
          <tr>
            <th scope="col">{t('rules.rule')}</th>
            <td class="bar wide-only" />
            <th scope="col" class="number">
              {t('rules.errors')}
            </th>
            <th scope="col" class="number">
              {t('rules.warnings')}
            </th>
            <th scope="col" class="number wide-only">
              {t('rules.findings')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ rule, errors, warnings, findings }) => (
            <tr key={rule}>
              <th scope="row">
                <a
                  href={hrefOf({ screen: 'reports' })}
                  onClick={() => choose({ ...EVERYTHING, year, rule, region: [...scope.value.region], by: 'standing' })}
                >
                  {ruleName(rule)}
                </a>
              </th>
              <td class="bar wide-only">
                <Bar
                  parts={[
                    { count: errors, fill: 'plain' },
                    { count: warnings, fill: 'hatched' },
                  ]}
                  of={most}
                />
              </td>
              <td class="number">{errors}</td>
              <td class="number">{warnings}</td>
              <td class="number wide-only">{findings}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
