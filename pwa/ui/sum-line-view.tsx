import { useState } from 'preact/hooks';
import type { CellId, SumLine, SumTerm } from '../../core/index';
import { t } from './t';

/** Zeros of a long sum fold away beyond this many terms; a click shows them. */
const FOLD_BEYOND = 8;

interface SumLineViewProps {
  readonly line: SumLine;
  readonly onCell: (cell: CellId) => void;
}

/** One failing sum in the page's own numbers, parts first, then what the total says; every number is a button. */
export function SumLineView({ line, onCell }: SumLineViewProps) {
  const flipped = line.left.length === 1 && line.right.length > 1;
  const [parts, partsSum] = flipped ? [line.right, line.rightSum] : [line.left, line.leftSum];
  const [other, otherSum] = flipped ? [line.left, line.leftSum] : [line.right, line.rightSum];
  const total = other.length === 1 ? other[0] : undefined;
  return (
    <p class="sum">
      <span class="sum-name">{line.name} </span>
      <Terms terms={parts} onCell={onCell} />
      {parts.length === 1 ? null : t('sum.equals', { sum: partsSum })}
      {total === undefined ? t('sum.against') : t('sum.filled', { name: total.name })}
      <Terms terms={other} onCell={onCell} />
      {total === undefined ? t('sum.equals', { sum: otherSum }) : null}
      {line.difference === 0 ? null : t('sum.difference', { difference: Math.abs(line.difference) })}
    </p>
  );
}

function Terms({ terms, onCell }: { readonly terms: readonly SumTerm[]; readonly onCell: (cell: CellId) => void }) {
  const [unfolded, setUnfolded] = useState(false);
  const folds = !unfolded && terms.length > FOLD_BEYOND;
  const shown = folds ? terms.filter((term) => term.value !== 0 || term.suspect) : terms;
  const hidden = terms.length - shown.length;
  return (
    <>
      {shown.map((term, index) => (
        <span key={term.cell} class="sum-term">
          {index > 0 ? '＋' : null}
          <Term term={term} onCell={onCell} />
        </span>
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          class="more"
          aria-label={t('sum.zeros.show', { count: hidden })}
          onClick={() => setUnfolded(true)}
        >
          {t('sum.zeros', { count: hidden })}
        </button>
      ) : null}
    </>
  );
}

function Term({ term, onCell }: { readonly term: SumTerm; readonly onCell: (cell: CellId) => void }) {
  const raw = term.raw.trim() === '' ? t('sum.blank') : term.raw.trim();
  const label = t(term.suspect ? 'sum.term.suspect' : 'sum.term', { name: term.name, raw });
  return (
    <button
      type="button"
      class={term.suspect ? 'term suspect' : 'term'}
      title={label}
      aria-label={label}
      onClick={() => onCell(term.cell)}
    >
      {raw}
    </button>
  );
}
