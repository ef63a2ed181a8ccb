import { useMemo, useState } from 'preact/hooks';
import { type CellId, type Form, sumLineOf } from '../../../core/index';
import { language, SumLineView } from '../../ui/index';
import { cellName } from '../report/cell-name';
import type { LiveCheck, LiveSum, SumState } from './live-check';
import { t } from './t';

interface SumsBarProps {
  readonly live: LiveCheck;
  readonly form: Form;
  /** The cell with the cursor. */
  readonly cell: CellId | null;
  readonly onCell: (cell: CellId) => void;
}

const STATES: readonly SumState[] = ['fails', 'open', 'holds'];
const TONES: Readonly<Record<SumState, string>> = { fails: 'error', open: 'none', holds: 'ok' };

/** How the sums stand while one types: how many hold, fail, wait; those of the cell at hand; and, when asked for, each. */
export function SumsBar({ live, form, cell, onCell }: SumsBarProps) {
  const [all, setAll] = useState(false);
  return (
    <section class="sums-bar" aria-labelledby="sums-title">
      <div class="row between wrap">
        <h2 id="sums-title">{t('sums.title')}</h2>
        <p class="row" role="status">
          {STATES.map((state) => (
            <span key={state} class={`tag ${live.counts[state] === 0 ? '' : TONES[state]}`}>
              {t(`sums.${state}`, { count: live.counts[state] })}
            </span>
          ))}
        </p>
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'sums.list.hide' : 'sums.list')}
        </button>
      </div>
      {all ? <AllSums live={live} onCell={onCell} /> : <SumsHere live={live} form={form} cell={cell} />}
    </section>
  );
}

function SumsHere({ live, form, cell }: Omit<SumsBarProps, 'onCell'>) {
  if (cell === null) return <p class="quiet">{t('sums.here.none')}</p>;
  const table = form.tables.find(({ id }) => cell.startsWith(`${id}.`));
  const own = live.sums.filter(({ result: { relation } }) => [...relation.left, ...relation.right].includes(cell));
  return (
    <div class="sums-here">
      <p class="quiet">{table === undefined ? t('sums.here') : cellName(table, cell)}</p>
      {own.length === 0 ? <p class="quiet">{t('sums.here.alone')}</p> : null}
      {own.map((sum) => (
        <SumText key={`${sum.result.relation.id}@${sum.result.relation.at}`} live={live} sum={sum} />
      ))}
    </div>
  );
}

/** One sum in a line: its name, its state, its numbers. */
function SumText({ live, sum }: { readonly live: LiveCheck; readonly sum: LiveSum }) {
  const line = useMemo(() => sumLineOf(sum.result, live.outcome, language.value), [live, sum, language.value]);
  return (
    <p class="sum-text">
      <span class={`tag ${TONES[sum.state]}`}>{t(`sums.state.${sum.state}`)}</span>
      <span>
        {line.name} <span class="quiet">{numbersOf(sum, line)}</span>
      </span>
    </p>
  );
}

type Line = ReturnType<typeof sumLineOf>;

/** Parts first, then what they should make. */
function numbersOf({ state, missing, result }: LiveSum, line: Line): string {
  const flipped = line.left.length === 1 && line.right.length > 1;
  const [parts, others] = flipped ? [line.right, line.left] : [line.left, line.right];
  const sum = (terms: Line['left']): number => terms.reduce((total, { value }) => total + value, 0);
  if (state === 'open') {
    const total = others.length === 1 && missing.length === 1 && missing[0] === others[0]?.cell;
    return t(total ? 'sums.missing.total' : 'sums.missing', { count: missing.length, sum: sum(parts) });
  }
  const [left, right] = [printed(parts), printed(others)];
  const difference = Math.abs(result.difference ?? 0);
  return state === 'holds' ? t('sums.equal', { left, right }) : t('sums.unequal', { left, right, difference });
}

/** Zeros of a long sum say nothing. */
function printed(terms: Line['left']): string {
  const telling = terms.length > 2 ? terms.filter(({ value }) => value !== 0) : terms;
  return telling.length === 0 ? '0' : telling.map(({ value }) => value).join('＋');
}

function AllSums({ live, onCell }: Pick<SumsBarProps, 'live' | 'onCell'>) {
  const failing = live.sums.filter(({ state }) => state === 'fails');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="all-sums" tabIndex={0} aria-label={t('sums.list')}>
      {failing.length === 0 ? <p class="quiet">{t('sums.none.fails')}</p> : null}
      {failing.map(({ result }) => (
        <SumLineView
          key={`${result.relation.id}@${result.relation.at}`}
          line={sumLineOf(result, live.outcome, language.value)}
          onCell={onCell}
        />
      ))}
      {STATES.filter((state) => state !== 'fails').flatMap((state) =>
        live.sums
          .filter((sum) => sum.state === state)
          .map((sum) => <SumText key={`${sum.result.relation.id}@${sum.result.relation.at}`} live={live} sum={sum} />),
      )}
    </section>
  );
}
