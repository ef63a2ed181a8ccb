import { useState } from 'preact/hooks';
import type { CellId } from '../../../core/index';
import { labelText } from '../../ui/index';
import type { CellChange, TableChanges } from './cell-changes';
import { cellName } from './cell-name';
import { t } from './t';

interface ChangeTablesProps {
  readonly changes: readonly TableChanges[];
  readonly before: string;
  readonly now: string;
  readonly onCell: (cell: CellId) => void;
}

/** Two columns for each table and the difference by sign, word and number; colour comes on top. */
export function ChangeTables({ changes, before, now, onCell }: ChangeTablesProps) {
  const [all, setAll] = useState(false);
  return (
    <>
      <label class="row">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        {t('changes.all')}
      </label>
      {changes.map(({ table, cells }) => {
        const differing = cells.filter(({ kind }) => kind !== 'same');
        const shown = all ? cells : differing;
        return (
          <section key={table.id} class="stack">
            <h3>{t('changes.table', { name: labelText(table.name), count: differing.length, total: cells.length })}</h3>
            {shown.length === 0 ? (
              <p class="quiet">{t(cells.length === 0 ? 'changes.unread' : 'changes.none')}</p>
            ) : (
              <div class="form-scroll">
                <table class="changes">
                  <thead>
                    <tr>
                      <th scope="col">{t('changes.cell')}</th>
                      <th scope="col">{before}</th>
                      <th scope="col">{now}</th>
                      <th scope="col">{t('changes.difference')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((change) => (
                      <tr key={change.cell} class={change.kind}>
                        <th scope="row">
                          <button type="button" class="plain" onClick={() => onCell(change.cell)}>
                            {cellName(table, change.cell).split(' › ').slice(1).join(' › ')}
                          </button>
                        </th>
                        <td>{change.before ?? '—'}</td>
                        <td>{change.now ?? '—'}</td>
                        <td>{differenceText(change)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}

function differenceText({ kind, difference }: CellChange): string {
  if (kind === 'absent') return '';
  if (difference === null || kind === 'same') return t(`change.${kind}`);
  return t(difference > 0 ? 'change.by.more' : 'change.by.less', { by: Math.abs(difference) });
}
