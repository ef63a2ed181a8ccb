import { useLayoutEffect, useState } from 'preact/hooks';
import { go } from '../../route';
import { useRowWindow } from '../../use-row-window';
import type { Matrix, Sort } from './matrix';
import { CHAIN, type Cursor, clamp, cursorOf, FIXED, HEAD, idOf, keyOf, sortedBy } from './matrix-cursor';
import { Foot, Head } from './matrix-edges';
import { Row } from './matrix-row';
import { t } from './t';
import { useColumnWindow } from './use-column-window';

/** As in batch.css. */
const ROW = 36;
const EDGE = { head: 64, foot: 34 };
interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Shows all years of an organ. */
  readonly onOrgan: (name: string) => void;
}

/**
 * A grid with one stop of the Tab key: arrows move inside it, Enter opens or sorts. The grid keeps the focus and names
 * its active cell, because rows come and go as one scrolls.
 */
export function MatrixTable({ matrix, sort, onSort, onOrgan }: MatrixTableProps) {
  const { rows, rules } = matrix;
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const shown = useRowWindow(rows.length, ROW, EDGE);
  const across = useColumnWindow(shown.element, rules.length);
  const columns = FIXED + rules.length;
  const at: Cursor = { row: Math.min(cursor.row, rows.length - 1), column: Math.min(cursor.column, columns - 1) };
  const move = (row: number, column: number): void => {
    const next = { row: clamp(row, HEAD, rows.length - 1), column: clamp(column, 0, columns - 1) };
    setCursor(next);
    if (next.row >= 0) shown.reveal(next.row);
  };
  useLayoutEffect(() => {
    if (document.activeElement?.closest('.matrix') == null) return;
    // A cell out of sight may not be drawn; its head is.
    const cell = document.getElementById(idOf(at)) ?? document.getElementById(idOf({ ...at, row: HEAD }));
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at.row, at.column]);
  const act = ({ row: index, column }: Cursor): void => {
    if (index === HEAD) {
      if (column !== CHAIN) onSort(sortedBy(sort, keyOf(column, rules)));
      return;
    }
    const row = rows[index];
    if (row === undefined) return;
    if (column === CHAIN && row.chain.length > 1) onOrgan(row.name);
    else if (row.report !== null) go({ screen: 'report', id: row.report });
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(at.row + 1, at.column),
    ArrowUp: () => move(at.row - 1, at.column),
    ArrowRight: () => move(at.row, at.column + 1),
    ArrowLeft: () => move(at.row, at.column - 1),
    PageDown: () => move(at.row + shown.page(), at.column),
    PageUp: () => move(Math.max(0, at.row - shown.page()), at.column),
    Home: () => move(at.row, 0),
    End: () => move(at.row, columns - 1),
    Enter: () => act(at),
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.shiftKey) return;
    if (event.ctrlKey && event.key === 'Home') move(0, 0);
    else if (event.ctrlKey && event.key === 'End') move(rows.length - 1, at.column);
    else if (event.ctrlKey || event.metaKey) return;
    else {
      const step = steps[event.key];
      if (step === undefined) return;
      step();
    }
    event.preventDefault();
  };
  return (
    <div class="matrix-scroll" ref={shown.attach}>
      <table
        class="matrix"
        style={{ '--rules': String(rules.length) }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one walks through.
        role="grid"
        tabIndex={0}
        aria-label={t('title')}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns}
        aria-activedescendant={idOf(at)}
        onKeyDown={press}
        onClick={(event) => {
          const clicked = cursorOf(event.target);
          if (clicked === null) return;
          setCursor(clicked);
          if (clicked.row === HEAD || clicked.column >= FIXED) act(clicked);
        }}
      >
        <colgroup>
          <col class="name" />
          <col class="year" />
          <col class="standing" />
          <col class="chain" />
          {rules.map((rule) => (
            <col key={rule} class="rule" />
          ))}
        </colgroup>
        <Head rules={rules} sort={sort} at={at} />
        <tbody>
          <Spacer height={shown.from * ROW} columns={columns} />
          {rows.slice(shown.from, shown.to).map((row, index) => (
            <Row
              key={row.key}
              row={row}
              index={shown.from + index}
              rules={rules}
              across={across}
              at={at.row === shown.from + index ? at.column : null}
            />
          ))}
          <Spacer height={(rows.length - shown.to) * ROW} columns={columns} />
        </tbody>
        <Foot matrix={matrix} />
      </table>
    </div>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr class="spacer">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}
