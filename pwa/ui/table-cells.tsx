import { type CellId, type DrawnCell, type Fact, isEmpty } from '../../core/index';
import type { Mark } from './cell-marks';
import { language } from './i18n';
import { t } from './t';

export function HeadCell({ drawn }: { readonly drawn: DrawnCell }) {
  const wide =
    drawn.kind === 'header' ? (drawn.colSpan > 1 ? 'colgroup' : 'col') : drawn.rowSpan > 1 ? 'rowgroup' : 'row';
  return (
    <th scope={wide} colSpan={drawn.colSpan} rowSpan={drawn.rowSpan}>
      {language.value === 'en' && drawn.en !== '' ? drawn.en : drawn.text}
    </th>
  );
}

interface ValueCellProps {
  readonly cell: CellId;
  readonly drawn: DrawnCell;
  readonly fact: Fact | undefined;
  readonly mark: Mark;
  readonly flash: boolean;
  readonly stop: boolean;
  readonly onFocus: (cell: CellId) => void;
  readonly onCell: (cell: CellId) => void;
}

export function ValueCell({ cell, drawn, fact, mark, flash, stop, onFocus, onCell }: ValueCellProps) {
  const missing = fact === undefined || fact.state === 'missing';
  const quiet = !missing && (isEmpty(fact) || fact.value === 0);
  const classes = [mark.kind, missing ? 'missing' : quiet ? 'zero' : '', flash ? 'flash' : ''];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above answers Enter and the arrows.
    <td
      class={classes.filter((each) => each !== '' && each !== 'none').join(' ')}
      colSpan={drawn.colSpan}
      rowSpan={drawn.rowSpan}
      data-cell={cell}
      tabIndex={stop ? 0 : -1}
      onFocus={() => onFocus(cell)}
      onClick={() => onCell(cell)}
    >
      {missing ? t('cell.missing') : fact.raw}
      {mark.expected === null ? null : <span class="expected">{t('cell.expected', { expected: mark.expected })}</span>}
      {mark.kind === 'none' ? null : <span class="visually-hidden">，{t(`cell.${mark.kind}`)}</span>}
    </td>
  );
}
