import type { InferredCell, InferredSum, InferredTable } from '../../../core/index';
import { t } from './t';

/** Zeros and blanks of a long sum are left out beyond this many parts. */
const FOLD_BEYOND = 8;

interface InferredLineProps {
  readonly table: InferredTable;
  readonly sum: InferredSum;
  /** Of the total. */
  readonly name: string;
}

/** One sum in the numbers of the page, and what rounding may make of it. */
export function InferredLine({ table, sum, name }: InferredLineProps) {
  const { total, parts, holds, difference, allowance, suspects } = sum;
  const shown = parts.length > FOLD_BEYOND ? parts.filter(({ text }) => /[1-9]/.test(text)) : parts;
  const blanks = {
    name: name === '' ? t('line.unnamed') : name,
    total: total.text.trim(),
    difference: Math.abs(difference),
    allowance: Number(allowance.toPrecision(2)),
  };
  const verdict = difference === 0 ? 'agrees' : holds ? 'within' : 'total';
  return (
    <>
      <p class="sum">
        {t('line.sum', { parts: shown.map(({ text }) => text.trim() || '0').join('＋'), sum: sum.sum })}{' '}
        {verdict === 'agrees' ? t('line.agrees', blanks) : null}
        {verdict === 'within' ? t('line.within', blanks) : null}
        {verdict === 'total' ? t('line.total', blanks) : null}
      </p>
      {suspects.length === 0 ? null : (
        <p class="quiet">{t('line.suspect', { cells: suspects.map((cell) => cellText(table, cell)).join('、') })}</p>
      )}
    </>
  );
}

/** 乙镇 · 农村：1961 */
function cellText({ rowNames, columnNames }: InferredTable, { row, column, text }: InferredCell): string {
  const name = [rowNames[row], columnNames[column]].filter((each) => each !== undefined && each !== '').join(' · ');
  return t('line.cell', { name, text: text.trim() });
}
