import { useMemo, useRef, useState } from 'preact/hooks';
import { type CellId, drawTable, type Fact, type Finding, type FormTable } from '../../core/index';
import { type Mark, marksOf, NONE, OTHER } from './cell-marks';
import { labelText } from './i18n';
import { t } from './t';
import { HeadCell, ValueCell } from './table-cells';
import { layOut, neighbour, type PlacedCell, rowsOf } from './table-layout';

export interface ReportTableProps {
  readonly table: FormTable;
  readonly facts: Readonly<Record<CellId, Fact>>;
  /** The chosen finding: its cells are marked. */
  readonly finding: Finding | null;
  /** Cells of its sums; the finding's own cells where absent. */
  readonly parts?: ReadonlySet<CellId>;
  /** Suspect cells of the findings not chosen: a quiet mark. */
  readonly others?: ReadonlySet<CellId>;
  /** Cell to show as just pointed at. */
  readonly flash?: CellId | null;
  readonly onCell: (cell: CellId) => void;
}

/** A table as the form prints it, with the page's numbers. One tab stop; arrow keys walk the numbers. */
export function ReportTable(props: ReportTableProps) {
  const { table } = props;
  const cells = useMemo(() => layOut(drawTable(table)), [table]);
  const marks = useMemo(() => marksOf(props.finding, props.parts), [props.finding, props.parts]);
  const walk = useCellWalk(cells, marks, props.onCell);
  return (
    <div class="form-scroll">
      <table
        ref={walk.table}
        class={`form ${table.shape}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by arrow keys is a grid (ARIA APG).
        role="grid"
        aria-readonly="true"
        aria-label={t('table.label', { name: labelText(table.name) })}
        onKeyDown={walk.onKeyDown}
      >
        <tbody>
          {rowsOf(cells).map((row) => (
            <tr key={row[0]?.row}>
              {row.map(({ drawn, column }) =>
                drawn.cell === undefined ? (
                  <HeadCell key={column} drawn={drawn} />
                ) : (
                  <ValueCell
                    key={column}
                    cell={drawn.cell}
                    drawn={drawn}
                    fact={props.facts[drawn.cell]}
                    mark={marks.get(drawn.cell) ?? (props.others?.has(drawn.cell) ? OTHER : NONE)}
                    flash={props.flash === drawn.cell}
                    stop={walk.stop === drawn.cell}
                    onFocus={walk.setFocused}
                    onCell={props.onCell}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Arrow keys move the focus from number to number, Enter and Space take the one that has it. */
function useCellWalk(cells: readonly PlacedCell[], marks: ReadonlyMap<CellId, Mark>, onCell: (cell: CellId) => void) {
  const [focused, setFocused] = useState<CellId | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const stop = stopOf(cells, focused, marks);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = cells.find((cell) => cell.drawn.cell === stop);
    if (at === undefined || stop === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onCell(stop);
      return;
    }
    const next = neighbour(cells, at, event.key)?.drawn.cell;
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    cellElement(table.current, next)?.focus();
  };
  return { table, stop, setFocused, onKeyDown };
}

/** The element of a number within a redrawn table. */
export function cellElement(within: ParentNode | null, cell: CellId): HTMLElement | undefined {
  return [...(within?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].find(
    (element) => element.dataset['cell'] === cell,
  );
}

/** The one cell Tab reaches: where the focus was, else the first suspect, else the first number. */
function stopOf(cells: readonly PlacedCell[], focused: CellId | null, marks: ReadonlyMap<CellId, Mark>): CellId | null {
  const values = cells.flatMap((cell) => (cell.drawn.cell === undefined ? [] : [cell.drawn.cell]));
  if (focused !== null && values.includes(focused)) return focused;
  return values.find((cell) => marks.get(cell)?.kind === 'suspect') ?? values[0] ?? null;
}
