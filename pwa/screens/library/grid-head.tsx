import type { Choice } from '../../library/facets';
import { t as shared } from '../../t';
import { type Cursor, cellId, HEAD, TICK } from './grid-keys';
import { SORTS } from './sorts';
import { t } from './t';

interface GridHeadProps {
  readonly choice: Choice;
  readonly at: Cursor;
  /** All that are shown. */
  readonly ticked: boolean;
}

/** Names of the columns; most of them sort. */
export function GridHead({ choice, at, ticked }: GridHeadProps) {
  const cell = (column: number, text: string, className = '') => {
    const by = SORTS[column] ?? null;
    const order = by === null || by !== choice.by ? undefined : choice.descending ? 'descending' : 'ascending';
    const active = at.row === HEAD && at.column === column ? 'active' : '';
    return (
      <th
        id={cellId({ row: HEAD, column })}
        scope="col"
        class={`${className} ${active} ${by === null ? '' : 'sorts'}`}
        aria-sort={order}
      >
        {column === TICK ? (
          <input type="checkbox" tabIndex={-1} checked={ticked} aria-label={t('row.tick.all')} />
        ) : (
          text
        )}
      </th>
    );
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {cell(0, '', 'tick')}
        {cell(1, shared('column.organ'), 'name')}
        {cell(2, shared('column.year'), 'number')}
        {cell(3, shared('column.status'), 'wide-only')}
        {cell(4, t('column.findings'), 'found')}
        {cell(5, t('column.review'), 'review')}
        {cell(6, t('column.published'), 'wide-only')}
        {cell(7, t('column.saved'), 'wide-only')}
        {cell(8, t('column.actions'), 'actions')}
      </tr>
    </thead>
  );
}
