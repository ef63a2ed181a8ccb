import { useLayoutEffect, useState } from 'preact/hooks';
import { troubleText } from '../../intake/trouble-text';
import { go, hrefOf } from '../../route';
import { t } from '../../t';
import type { Matrix, ResultRow, Sort, SortKey } from './matrix';
import { sumOf, worstOf } from './matrix';
import { useRowWindow } from './use-window';
import { countsText, ruleName, ruleSummary } from './words';

/** As in batch.css. */
const ROW = 36;
const EDGE = { head: 64, foot: 34 };
/** Columns before those of the rules: name, year, standing, years of the organ. */
const FIXED = 4;
const CHAIN = 3;
const HEAD = -1;

interface Cursor {
  readonly row: number;
  readonly column: number;
}

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
  const columns = FIXED + rules.length;
  const at: Cursor = { row: Math.min(cursor.row, rows.length - 1), column: Math.min(cursor.column, columns - 1) };
  const move = (row: number, column: number): void => {
    const next = { row: clamp(row, HEAD, rows.length - 1), column: clamp(column, 0, columns - 1) };
    setCursor(next);
    if (next.row >= 0) shown.reveal(next.row);
  };
  useLayoutEffect(() => {
    if (document.activeElement?.closest('.matrix') == null) return;
    document.getElementById(idOf(at))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
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
        aria-label={t('batch.title')}
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
            <Row key={row.key} row={row} index={shown.from + index} rules={rules} at={at} />
          ))}
          <Spacer height={(rows.length - shown.to) * ROW} columns={columns} />
        </tbody>
        <Foot matrix={matrix} />
      </table>
    </div>
  );
}

function clamp(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value));
}

function idOf({ row, column }: Cursor): string {
  return `cell-${row}-${column}`;
}

/** The cell that was clicked; null outside of any, or on a link, which goes its own way. */
function cursorOf(target: EventTarget | null): Cursor | null {
  if (!(target instanceof Element) || target.closest('a') !== null) return null;
  const [, row, column] = /^cell-(-?\d+)-(\d+)$/.exec(target.closest('th, td')?.id ?? '') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

function active(at: Cursor, row: number, column: number): string {
  return at.row === row && at.column === column ? 'active' : '';
}

const FIXED_KEYS: readonly SortKey[] = ['name', 'year', 'standing', 'name'];

function keyOf(column: number, rules: readonly string[]): SortKey {
  return FIXED_KEYS[column] ?? { rule: rules[column - FIXED] ?? '' };
}

function isSame(a: SortKey, b: SortKey): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.rule === b.rule : a === b;
}

/** Names go up first, whatever is counted goes down first. */
function sortedBy(sort: Sort, by: SortKey): Sort {
  return isSame(sort.by, by) ? { by, descending: !sort.descending } : { by, descending: by !== 'name' };
}

interface HeadProps {
  readonly rules: readonly string[];
  readonly sort: Sort;
  readonly at: Cursor;
}

function Head({ rules, sort, at }: HeadProps) {
  const cell = (column: number, text: string, className: string, title?: string) => {
    const key = keyOf(column, rules);
    const sorts = column !== CHAIN;
    const own = sorts && isSame(sort.by, key);
    return (
      <th
        key={column}
        id={idOf({ row: HEAD, column })}
        scope="col"
        class={`${className} ${active(at, HEAD, column)}`}
        aria-sort={own ? (sort.descending ? 'descending' : 'ascending') : undefined}
        title={title}
      >
        {text}
      </th>
    );
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {cell(0, t('column.organ'), 'name')}
        {cell(1, t('column.year'), 'year')}
        {cell(2, t('column.status'), 'standing')}
        {cell(3, t('batch.chain'), 'chain')}
        {rules.map((rule, index) => cell(FIXED + index, ruleName(rule), 'rule', ruleSummary(rule)))}
      </tr>
    </thead>
  );
}

interface CellMarks {
  readonly id: string;
  readonly class: string;
}

interface RowProps {
  readonly row: ResultRow;
  readonly index: number;
  readonly rules: readonly string[];
  readonly at: Cursor;
}

function Row({ row, index, rules, at }: RowProps) {
  const cell = (column: number): CellMarks => ({
    id: idOf({ row: index, column }),
    class: active(at, index, column),
  });
  const first = cell(0);
  return (
    <tr aria-rowindex={index + 2}>
      <th {...first} scope="row" class={`name ${first.class}`} title={row.detail || row.name}>
        {row.report === null ? (
          <span class="cut">{row.name}</span>
        ) : (
          <a class="cut" tabIndex={-1} href={hrefOf({ screen: 'report', id: row.report })}>
            {row.name}
          </a>
        )}
      </th>
      <td {...cell(1)} class={`year ${active(at, index, 1)}`}>
        {row.years}
      </td>
      <td {...cell(2)}>
        <StandingTag row={row} />
      </td>
      {row.item === null ? (
        <td {...cell(3)}>
          <Chain row={row} />
        </td>
      ) : (
        <td {...cell(3)} class={`reason ${active(at, index, 3)}`} colSpan={1 + rules.length}>
          {row.item.failure === undefined ? '' : troubleText({ failure: row.item.failure })}
        </td>
      )}
      {row.item === null
        ? rules.map((rule, column) => <Found key={rule} row={row} rule={rule} cell={cell(FIXED + column)} />)
        : null}
    </tr>
  );
}

const TONES = { wrong: 'error', doubtful: 'warning', clean: 'ok', partial: 'none', failed: 'error' } as const;

function StandingTag({ row: { standing } }: { readonly row: ResultRow }) {
  return <span class={`tag ${TONES[standing]}`}>{t(`batch.standing.${standing}`)}</span>;
}

/** 2022–2023 … 2025: a dash where the later one was checked beside the earlier, dots where a year is missing. */
function Chain({ row: { chain, report } }: { readonly row: ResultRow }) {
  if (chain.length < 2) return <span class="quiet">—</span>;
  return (
    <span class="chain-years">
      {chain.map(({ id, year, beside }, index) => {
        const before = chain[index - 1];
        const joint = before === undefined ? '' : before.year === year - 1 ? (beside ? '–' : ' · ') : ' … ';
        return (
          <span key={id}>
            {joint}
            {id === report ? (
              <b>{year}</b>
            ) : (
              <a tabIndex={-1} href={hrefOf({ screen: 'report', id })}>
                {year}
              </a>
            )}
          </span>
        );
      })}
    </span>
  );
}

interface FoundProps {
  readonly row: ResultRow;
  readonly rule: string;
  readonly cell: CellMarks;
}

function Found({ row, rule, cell }: FoundProps) {
  const counts = row.rules[rule];
  const worst = counts === undefined ? null : worstOf(counts);
  if (counts === undefined || worst === null)
    return (
      <td {...cell} class={`none ${cell.class}`}>
        {row.standing === 'partial' ? '—' : ''}
      </td>
    );
  const text = countsText(counts);
  return (
    <td {...cell} class={`found ${cell.class}`} title={`${ruleName(rule)}：${text}`}>
      <span class={`tag ${worst}`}>
        <span aria-hidden="true">{sumOf(counts)}</span>
        <span class="visually-hidden">{text}</span>
      </span>
    </td>
  );
}

function Foot({ matrix: { rules, totals, rows } }: { readonly matrix: Matrix }) {
  return (
    <tfoot>
      <tr aria-rowindex={rows.length + 2}>
        <th scope="row" class="name">
          {t('batch.total')}
        </th>
        <td class="year" />
        <td>{t('batch.total.rows', { count: rows.length })}</td>
        <td />
        {rules.map((rule) => {
          const counts = totals.get(rule);
          const text = counts === undefined ? '' : countsText(counts);
          return (
            <td key={rule} class="found" title={text}>
              <span aria-hidden="true">{counts === undefined ? '' : sumOf(counts)}</span>
              <span class="visually-hidden">{text}</span>
            </td>
          );
        })}
      </tr>
    </tfoot>
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
