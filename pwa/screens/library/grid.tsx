import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { choose } from '../../library/choice';
import type { Choice, SortKey } from '../../library/facets';
import type { LibraryRecord } from '../../library/record';
import { searchWords } from '../../library/search';
import { removeReport } from '../../remove-report';
import { reportName } from '../../report-name';
import { go } from '../../route';
import { useKeys } from '../../ui/index';
import { useRowWindow } from '../../use-row-window';
import { GridHead } from './grid-head';
import {
  ACTIONS,
  allOrNone,
  COLUMNS,
  type Cursor,
  cellId,
  cursorAt,
  HEAD,
  NAME,
  ranged,
  TICK,
  toggled,
  YEAR,
} from './grid-keys';
import { GridRow } from './grid-row';
import { SORTS } from './sorts';
import { t } from './t';

/** As in library.css. */
const ROW = 52;
const EDGE = { head: 36, foot: 0 };

interface GridProps {
  readonly shown: readonly LibraryRecord[];
  readonly choice: Choice;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/**
 * A grid with one stop of the Tab key: arrows move inside it, Space ticks, Enter opens or does what the cell says. The
 * grid keeps the focus and names its active cell, because rows come and go as one scrolls.
 */
export function Grid({ shown, choice, ticked, onTick }: GridProps) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  /** Where a range of ticks begins. */
  const anchor = useRef(0);
  const view = useRowWindow(shown.length, ROW, EDGE);
  const words = useMemo(() => searchWords(choice.search), [choice.search]);
  const at: Cursor =
    cursor === null ? { row: 0, column: NAME } : { ...cursor, row: Math.min(cursor.row, shown.length - 1) };

  const move = (row: number, column = at.column): number => {
    const next = { row: Math.max(HEAD, Math.min(row, shown.length - 1)), column };
    setCursor(next);
    if (next.row >= 0) view.reveal(next.row);
    return next.row;
  };
  const step = (by: 1 | -1): void => {
    grid.current?.focus();
    anchor.current = Math.max(0, move(cursor === null ? 0 : at.row + by));
  };
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) });

  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const tick = (row: number, isRange: boolean): void => {
    const record = shown[row];
    if (record === undefined) onTick(allOrNone(ticked, ids));
    else if (isRange) onTick(ranged(ticked, ids, anchor.current, row));
    else {
      anchor.current = row;
      onTick(toggled(ticked, record.id));
    }
  };
  const remove = ({ id, summary }: LibraryRecord): void => void removeReport(id, reportName(summary));
  const sort = (by: SortKey): void =>
    choose(choice.by === by ? { descending: !choice.descending } : { by, descending: by !== 'name' });
  const act = ({ row, column }: Cursor): void => {
    const record = shown[row];
    const by = SORTS[column];
    if (column === TICK) tick(row, false);
    else if (record === undefined) {
      if (by !== undefined && by !== null) sort(by);
    } else if (column === ACTIONS) remove(record);
    else if (column === YEAR && record.summary.organ !== null) go({ screen: 'organ', id: record.summary.organ });
    else go({ screen: 'report', id: record.id });
  };
  const sideways = (by: 1 | -1): void => {
    // Columns that a narrow screen has no room for are passed over.
    const isThere = (column: number): boolean =>
      document.getElementById(cellId({ row: HEAD, column }))?.offsetParent != null;
    let column = at.column + by;
    while (column >= 0 && column < COLUMNS && !isThere(column)) column += by;
    if (column >= 0 && column < COLUMNS) setCursor({ ...at, column });
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(at.row + 1),
    ArrowUp: () => move(at.row - 1),
    ArrowRight: () => sideways(1),
    ArrowLeft: () => sideways(-1),
    PageDown: () => move(at.row + view.page()),
    PageUp: () => move(Math.max(0, at.row - view.page())),
    Home: () => move(0),
    End: () => move(shown.length - 1),
    Enter: () => act(at),
    ' ': () => tick(at.row, false),
    Escape: () => onTick(new Set()),
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const stepping = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return;
      onTick(new Set([...ticked, ...ids]));
    } else if (event.shiftKey) {
      if (event.key === ' ') tick(at.row, true);
      else if (stepping !== undefined)
        onTick(ranged(ticked, ids, anchor.current, Math.max(0, move(at.row + stepping))));
      else return;
    } else {
      const run = steps[event.key];
      if (run === undefined) return;
      run();
      if (stepping !== undefined) anchor.current = Math.max(0, at.row + stepping);
    }
    event.preventDefault();
  };
  useLayoutEffect(() => {
    if (document.activeElement === grid.current)
      document.getElementById(cellId(at))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at.row, at.column]);

  return (
    <div class="reports-scroll" ref={view.attach}>
      <table
        class="reports"
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one walks through.
        role="grid"
        tabIndex={0}
        aria-label={t('grid.label')}
        aria-description={t('grid.keys')}
        aria-multiselectable="true"
        aria-rowcount={shown.length + 1}
        aria-colcount={COLUMNS}
        aria-activedescendant={cellId(at)}
        onKeyDown={press}
        onClick={(event) => {
          const clicked = cursorAt(event.target);
          if (clicked === null || (event.target instanceof Element && event.target.closest('a, button') !== null))
            return;
          setCursor(clicked);
          if (clicked.column === TICK) tick(clicked.row, event.shiftKey);
          else if (clicked.row === HEAD) act(clicked);
        }}
      >
        <GridHead choice={choice} at={at} ticked={ticked.size > 0 && ids.every((id) => ticked.has(id))} />
        <tbody>
          <Spacer height={view.from * ROW} />
          {shown.slice(view.from, view.to).map((record, index) => (
            <GridRow
              key={record.id}
              record={record}
              row={view.from + index}
              column={at.row === view.from + index ? at.column : null}
              ticked={ticked.has(record.id)}
              words={words}
              onDelete={remove}
            />
          ))}
          <Spacer height={(shown.length - view.to) * ROW} />
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr class="spacer">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}
