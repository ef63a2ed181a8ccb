import { useMemo, useRef } from 'preact/hooks';
import { type CellId, drawTable, type FormTable } from '../../../core/index';
import { labelText, showToast } from '../../ui/index';
import { t as ofUi } from '../../ui/t';
import { HeadCell } from '../../ui/table-cells';
import { layOut, neighbour, type PlacedCell, rowsOf } from '../../ui/table-layout';
import { cellName } from '../report/cell-name';
import { EntryCell } from './entry-cell';
import type { LiveCheck } from './live-check';
import { blockOf, placeBlock } from './paste-block';
import { marksOf } from './sum-marks';
import { t } from './t';
import type { EntryAtWork } from './use-entry';

interface EntryTableProps {
  readonly table: FormTable;
  readonly work: EntryAtWork;
  readonly live: LiveCheck;
  readonly onCell: (cell: CellId) => void;
}

/** The form as it is printed, every number a field; one walks and pastes as in a spreadsheet. */
export function EntryTable({ table, work: { entry, change }, live, onCell }: EntryTableProps) {
  const cells = useMemo(() => layOut(drawTable(table)), [table]);
  const marks = useMemo(() => marksOf(live), [live]);
  const element = useRef<HTMLTableElement>(null);
  const focus = (cell: CellId | undefined): void =>
    [...(element.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
      .find((input) => input.dataset['of'] === cell)
      ?.focus();
  const type = (cell: CellId, text: string): void =>
    change((now) => ({ cells: withCells(now.cells, { [cell]: text }) }), cell);
  const walk = (event: KeyboardEvent, from: CellId): void => {
    const next = leadsTo(event, cells, from);
    if (next === undefined) return;
    event.preventDefault();
    focus(next);
  };
  const paste = (event: ClipboardEvent, from: CellId): void => {
    const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
    if (block === null) return;
    event.preventDefault();
    const placed = placeBlock(block, from, cells);
    change((now) => ({ cells: withCells(now.cells, placed.cells) }), null);
    showToast(
      placed.left > 0
        ? t('entry.overflow', { count: placed.left })
        : t('entry.pasted', { count: Object.keys(placed.cells).length }),
    );
  };
  return (
    <section class="stack" aria-labelledby={`entry-${table.id}`}>
      <h2 id={`entry-${table.id}`}>{labelText(table.name)}</h2>
      <div class="form-scroll">
        <table
          ref={element}
          class={`form ${table.shape}`}
          aria-label={ofUi('table.label', { name: labelText(table.name) })}
        >
          <tbody>
            {rowsOf(cells).map((row) => (
              <tr key={row[0]?.row}>
                {row.map(({ drawn, column }) =>
                  drawn.cell === undefined ? (
                    <HeadCell key={column} drawn={drawn} />
                  ) : (
                    <EntryCell
                      key={column}
                      cell={drawn.cell}
                      colSpan={drawn.colSpan}
                      name={cellName(table, drawn.cell)}
                      text={entry.cells[drawn.cell] ?? ''}
                      fact={live.outcome.facts[drawn.cell]}
                      mark={marks.get(drawn.cell) ?? null}
                      expected={live.suspects.get(drawn.cell) ?? null}
                      onFocus={onCell}
                      onType={type}
                      onKey={walk}
                      onPaste={paste}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** An emptied cell leaves no trace. */
function withCells(
  cells: Readonly<Record<CellId, string>>,
  over: Readonly<Record<CellId, string>>,
): Record<CellId, string> {
  return Object.fromEntries(Object.entries({ ...cells, ...over }).filter(([, text]) => text !== ''));
}

/** Enter goes down and, from the last row, to the top of the next column; arrows sideways only from the edge of the text. */
function leadsTo(event: KeyboardEvent, cells: readonly PlacedCell[], from: CellId): CellId | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const at = cells.find(({ drawn }) => drawn.cell === from);
  if (at === undefined) return undefined;
  if (event.key === 'Enter') return afterEnter(cells, at, event.shiftKey)?.drawn.cell;
  if (event.shiftKey || !event.key.startsWith('Arrow') || !leavesText(event)) return undefined;
  return neighbour(cells, at, event.key)?.drawn.cell;
}

function afterEnter(cells: readonly PlacedCell[], at: PlacedCell, back: boolean): PlacedCell | undefined {
  const next = neighbour(cells, at, back ? 'ArrowUp' : 'ArrowDown');
  if (next !== undefined) return next;
  const column = cells.filter(({ drawn, column: own }) => {
    const beside = back ? own < at.column : own > at.column;
    return drawn.cell !== undefined && beside;
  });
  const nearest = back
    ? Math.max(...column.map(({ column: own }) => own))
    : Math.min(...column.map(({ column: own }) => own));
  const inColumn = column.filter(({ column: own }) => own === nearest);
  return back ? inColumn.at(-1) : inColumn[0];
}

function leavesText({ key, target }: KeyboardEvent): boolean {
  if (key === 'ArrowUp' || key === 'ArrowDown' || !(target instanceof HTMLInputElement)) return true;
  const { selectionStart, selectionEnd, value } = target;
  const all = selectionStart === 0 && selectionEnd === value.length;
  return all || (selectionStart === selectionEnd && selectionStart === (key === 'ArrowLeft' ? 0 : value.length));
}
