import { useEffect, useRef } from 'preact/hooks';
import { type InferredCell, sumState } from '../../../core/index';
import { type Choice, type Chosen, chosenOf, type ShownTable } from './choice';
import { t } from './t';

interface SumGridProps {
  readonly shown: ShownTable;
  readonly name: string;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** More cells than that are not drawn: the head and the rows of the chosen sum are. */
const MOST_CELLS = 8000;
const HEAD_ROWS = 4;

type Mark = 'total' | 'part' | 'suspect' | 'wrong';

/** The table as the document prints it, with the chosen sum; each total leads to its sum. */
export function SumGrid({ shown, name, choice, onChoose }: SumGridProps) {
  const { table } = shown;
  const box = useRef<HTMLElement>(null);
  const chosen = chosenOf([shown], choice);
  const totals = totalsOf(shown);
  const marks = marksOf(shown, chosen);
  const isLarge = table.cells.length > MOST_CELLS;
  const rows = rowsOf(table.cells, isLarge ? involved(chosen) : null);
  useEffect(() => {
    box.current?.querySelector('td.total')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen?.sum]);
  return (
    <>
      {isLarge ? <p class="quiet">{t('table.large')}</p> : null}
      <section ref={box} class="form-scroll" aria-label={name}>
        <table class="form inferred">
          <tbody>
            {rows.map((cells) => (
              <tr key={cells[0]?.row}>
                {cells.map((cell) => (
                  <Cell
                    key={cell.column}
                    cell={cell}
                    rowSpan={isLarge ? 1 : cell.rowSpan}
                    mark={marks.get(cell) ?? null}
                    leadsTo={totals.get(cell) ?? null}
                    onChoose={onChoose}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface CellProps {
  readonly cell: InferredCell;
  readonly rowSpan: number;
  readonly mark: Mark | null;
  readonly leadsTo: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

function Cell({ cell, rowSpan, mark, leadsTo, onChoose }: CellProps) {
  const text = cell.text.trim();
  return (
    <td class={[cell.kind, mark ?? ''].join(' ').trim()} colSpan={cell.colSpan} rowSpan={rowSpan}>
      {leadsTo === null ? (
        text
      ) : (
        // The list is the way by keyboard: a large table has very many totals.
        <button type="button" tabIndex={-1} aria-label={t('cell.choose', { text })} onClick={() => onChoose(leadsTo)}>
          {text}
        </button>
      )}
      {mark === null ? null : <span class="visually-hidden"> {t(`cell.${mark}`)}</span>}
    </td>
  );
}

/** Of a total in several relations the first listed. */
function totalsOf({ table, relations }: ShownTable): ReadonlyMap<InferredCell, Choice> {
  const totals = new Map<InferredCell, Choice>();
  for (const { relation, rejected } of relations)
    for (const [line, sum] of relation.sums.entries())
      if (!rejected && !totals.has(sum.total)) totals.set(sum.total, { block: table.block, key: relation.key, line });
  return totals;
}

function marksOf({ relations }: ShownTable, chosen: Chosen | null): ReadonlyMap<InferredCell, Mark> {
  const marks = new Map<InferredCell, Mark>();
  for (const { relation, rejected } of relations)
    for (const sum of relation.sums) if (!rejected && sumState(sum) === 'wrong') marks.set(sum.total, 'wrong');
  if (chosen === null) return marks;
  for (const part of chosen.sum.parts) marks.set(part, 'part');
  marks.set(chosen.sum.total, 'total');
  if (sumState(chosen.sum) === 'wrong')
    for (const suspect of chosen.sum.suspects) if (suspect !== chosen.sum.total) marks.set(suspect, 'suspect');
  return marks;
}

function involved(chosen: Chosen | null): ReadonlySet<number> {
  const cells = chosen === null ? [] : [chosen.sum.total, ...chosen.sum.parts];
  return new Set(cells.map(({ row }) => row));
}

function rowsOf(
  cells: readonly InferredCell[],
  only: ReadonlySet<number> | null,
): readonly (readonly InferredCell[])[] {
  const rows: InferredCell[][] = [];
  for (const cell of cells) {
    if (only !== null && cell.row >= HEAD_ROWS && !only.has(cell.row)) continue;
    const row = rows[cell.row] ?? [];
    row.push(cell);
    rows[cell.row] = row;
  }
  return rows.filter((row) => row !== undefined);
}
