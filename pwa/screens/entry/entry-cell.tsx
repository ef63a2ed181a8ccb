import type { CellId, Fact } from '../../../core/index';
import type { CellMark } from './sum-marks';
import { t } from './t';

interface EntryCellProps {
  readonly cell: CellId;
  readonly colSpan: number;
  readonly name: string;
  readonly text: string;
  /** What the core makes of the text. */
  readonly fact: Fact | undefined;
  readonly mark: CellMark | null;
  /** What the failing sums say it should be. */
  readonly expected: number | null;
  readonly onFocus: (cell: CellId) => void;
  readonly onType: (cell: CellId, text: string) => void;
  readonly onKey: (event: KeyboardEvent, cell: CellId) => void;
  readonly onPaste: (event: ClipboardEvent, cell: CellId) => void;
}

export function EntryCell(props: EntryCellProps) {
  const { cell, colSpan, name, text, fact, mark, expected } = props;
  const strange = fact?.state === 'text';
  const says = strange ? t('sums.notANumber', { raw: text }) : expected === null ? '' : t('sums.suspect', { expected });
  const classes = [mark ?? '', expected === null ? '' : 'suspect', strange ? 'strange' : ''];
  return (
    <td class={classes.filter((each) => each !== '').join(' ')} colSpan={colSpan} data-cell={cell} title={says}>
      <input
        data-of={cell}
        value={text}
        aria-label={says === '' ? name : `${name}（${says}）`}
        aria-invalid={strange || expected !== null}
        inputMode="decimal"
        autoComplete="off"
        spellcheck={false}
        maxLength={40}
        onFocus={(event) => {
          event.currentTarget.select();
          props.onFocus(cell);
        }}
        onInput={(event) => props.onType(cell, event.currentTarget.value)}
        onKeyDown={(event) => props.onKey(event, cell)}
        onPaste={(event) => props.onPaste(event, cell)}
      />
    </td>
  );
}
