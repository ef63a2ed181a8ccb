import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type CellId, type Fact, forms } from '../../../core/index';
import type { RollUpSheet, RollUpTotal } from '../../handouts/roll-up-sheet';
import { labelText, ReportTable } from '../../ui/index';
import { t } from './t';

/** 汇总表: the form filled with sums; a click on one shows what each unit gave to it. */
export function RollUpView({ sheet }: { readonly sheet: RollUpSheet }) {
  const tables = forms.find(({ id }) => id === sheet.form)?.tables ?? [];
  const [tab, setTab] = useState(tables[1]?.id ?? tables[0]?.id ?? '');
  const [chosen, setChosen] = useState<CellId | null>(null);
  const facts = useMemo(() => factsOf(sheet), [sheet]);
  const less = useMemo(() => new Set(sheet.totals.filter(({ isLess }) => isLess).map(({ cell }) => cell)), [sheet]);
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands below what was clicked, perhaps out of sight.
  useEffect(() => heading.current?.focus(), [sheet]);
  const table = tables.find(({ id }) => id === tab);
  const total = sheet.totals.find(({ cell }) => cell === chosen);
  return (
    <section class="card stack roll-up" aria-labelledby="roll-up">
      <h2 id="roll-up" ref={heading} tabIndex={-1}>
        {t('view.title', { year: sheet.year, count: sheet.units.length })}
      </h2>
      <p class="quiet">
        {t('view.how')} {less.size > 0 ? t('view.less', { count: less.size }) : ''}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons. */}
      <div class="row wrap" role="group" aria-label={t('view.tables')}>
        {tables.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === tab} onClick={() => setTab(id)}>
            {labelText(name)}
          </button>
        ))}
      </div>
      <div class="roll-up-parts">
        {table === undefined ? null : (
          <ReportTable table={table} facts={facts} finding={null} others={less} flash={chosen} onCell={setChosen} />
        )}
        <div class="contributors" aria-live="polite">
          {total === undefined ? <p class="quiet">{t('view.choose')}</p> : <Contributors total={total} sheet={sheet} />}
        </div>
      </div>
    </section>
  );
}

/** As facts of a report, so that the table of reports draws them. */
function factsOf({ totals }: RollUpSheet): Record<CellId, Fact> {
  return Object.fromEntries(
    totals.map(({ cell, sum }): [CellId, Fact] => [
      cell,
      { raw: String(sum), value: sum, state: 'number', place: null },
    ]),
  );
}

/** More are in the workbook. */
const SHOWN = 200;

function Contributors({ total, sheet }: { readonly total: RollUpTotal; readonly sheet: RollUpSheet }) {
  const { name, sum, amounts, region, difference, verdict } = total;
  const each = sheet.units.map((unit, index) => ({ unit, amount: amounts[index] ?? null }));
  const given = each.flatMap(({ unit, amount }) => (amount === null || amount === 0 ? [] : [{ unit, amount }]));
  given.sort((a, b) => b.amount - a.amount);
  const unread = each.filter(({ amount }) => amount === null);
  return (
    <>
      <h3>{name}</h3>
      <dl class="sums">
        <dt>{t('view.sum')}</dt>
        <dd>{sum}</dd>
        {sheet.region === null ? null : (
          <>
            <dt>{sheet.region}</dt>
            <dd>{region ?? t('view.unread')}</dd>
            <dt>{t('view.difference')}</dt>
            <dd>{difference ?? '—'}</dd>
          </>
        )}
      </dl>
      {verdict === '' ? null : <p>{verdict}</p>}
      <table class="given">
        <caption class="quiet">
          {t('view.given', { count: given.length, zero: each.length - given.length - unread.length })}
        </caption>
        <tbody>
          {given.slice(0, SHOWN).map(({ unit, amount }, index) => (
            <tr key={index}>
              <th scope="row">{unit}</th>
              <td class="number">{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {given.length > SHOWN ? <p class="quiet">{t('view.more', { count: given.length - SHOWN })}</p> : null}
      {unread.length === 0 ? null : (
        <p class="note warning">
          {t('view.notRead', {
            units: unread
              .slice(0, 20)
              .map(({ unit }) => unit)
              .join(t('joint')),
            count: unread.length,
          })}
        </p>
      )}
    </>
  );
}
