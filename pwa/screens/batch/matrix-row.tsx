import { useMemo } from 'preact/hooks';
import { troubleText } from '../../intake/troubles/trouble-text';
import { hrefOf } from '../../route';
import { language } from '../../ui/i18n';
import { type ResultRow, sumOf, worstOf } from './matrix';
import { FIXED, idOf } from './matrix-cursor';
import { t } from './t';
import type { ColumnWindow } from './use-column-window';
import { countsText, ruleName } from './words';

interface CellMarks {
  readonly id: string;
  readonly class: string;
}

interface RowProps {
  readonly row: ResultRow;
  readonly index: number;
  readonly rules: readonly string[];
  /** The rules whose cells are drawn. */
  readonly across: ColumnWindow;
  /** The active cell where it is in this row. */
  readonly at: number | null;
}

/** One report, one organ, or one file that gave none. Drawn anew only where something of its own has changed. */
export function Row({ row, index, rules, across: { from, to }, at }: RowProps) {
  return useMemo(
    () => drawn({ row, index, rules, across: { from, to }, at }),
    [row, index, rules, from, to, at, language.value],
  );
}

function drawn({ row, index, rules, across: { from, to }, at }: RowProps) {
  const cell = (column: number): CellMarks => ({
    id: idOf({ row: index, column }),
    class: at === column ? 'active' : '',
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
      <td {...cell(1)} class={`year ${cell(1).class}`}>
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
        <td {...cell(3)} class={`reason ${cell(3).class}`} colSpan={1 + rules.length}>
          {row.item.failure === undefined ? '' : troubleText({ failure: row.item.failure })}
        </td>
      )}
      {row.item === null ? (
        <>
          <Gap columns={from} />
          {rules.slice(from, to).map((rule, index) => (
            <Found key={rule} row={row} rule={rule} cell={cell(FIXED + from + index)} />
          ))}
          <Gap columns={rules.length - to} />
        </>
      ) : null}
    </tr>
  );
}

/** Cells out of sight. */
function Gap({ columns }: { readonly columns: number }) {
  return columns > 0 ? <td class="gap" colSpan={columns} /> : null;
}

const TONES = { wrong: 'error', doubtful: 'warning', clean: 'ok', partial: 'none', failed: 'error' } as const;

function StandingTag({ row: { standing } }: { readonly row: ResultRow }) {
  return <span class={`tag ${TONES[standing]}`}>{t(`standing.${standing}`)}</span>;
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
    <td {...cell} class={`found ${cell.class}`} title={`${ruleName(rule)}：${text}`} aria-label={text}>
      <span class={`tag ${worst}`}>{sumOf(counts)}</span>
    </td>
  );
}
