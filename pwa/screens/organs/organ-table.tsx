import type { OrganRow } from '../../library/organs';
import { hrefOf } from '../../route';
import { t as shared } from '../../t';
import { useRowWindow } from '../../use-row-window';
import { Counts } from '../library/counts';
import { PublishingTag } from './publishing-tag';
import { t } from './t';

/** As in organs.css. */
const ROW = 40;
const EDGE = { head: 36, foot: 0 };

/** One row for each organ; only those in sight are drawn. */
export function OrganTable({ rows }: { readonly rows: readonly OrganRow[] }) {
  const view = useRowWindow(rows.length, ROW, EDGE);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="reports-scroll organ-rows" ref={view.attach} tabIndex={0} aria-label={t('organs.table')}>
      <table class="reports" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="name">
              {shared('column.organ')}
            </th>
            <th scope="col" class="publishing">
              {t('column.publishing')}
            </th>
            <th scope="col" class="published wide-only">
              {t('column.published')}
            </th>
            <th scope="col" class="found">
              {t('column.findings')}
            </th>
            <th scope="col" class="years wide-only">
              {t('column.years')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={view.from * ROW} />
          {rows.slice(view.from, view.to).map((row, index) => (
            <tr key={row.name} aria-rowindex={view.from + index + 2}>
              <th scope="row">
                <a href={hrefOf({ screen: 'organ', id: row.name })} title={row.name}>
                  {row.name}
                </a>
              </th>
              <td>
                <PublishingTag row={row} />
              </td>
              <td class="wide-only">{row.record?.details?.published ?? '—'}</td>
              <td>{row.record === null ? '—' : <Counts summary={row.record.summary} />}</td>
              <td class="wide-only">
                <Years row={row} />
              </td>
            </tr>
          ))}
          <Spacer height={(rows.length - view.to) * ROW} />
        </tbody>
      </table>
    </section>
  );
}

/** Its reports of all years. */
function Years({ row: { years, name } }: { readonly row: OrganRow }) {
  return (
    <span class="row">
      {years.map(({ year, record }) => (
        <a key={year} href={hrefOf({ screen: 'report', id: record.id })} aria-label={t('years.report', { name, year })}>
          {year}
        </a>
      ))}
    </span>
  );
}

function Spacer({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr class="spacer">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}
