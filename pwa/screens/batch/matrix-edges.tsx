import { t as ofApp } from '../../t';
import { type Matrix, type Sort, sumOf } from './matrix';
import { active, CHAIN, type Cursor, FIXED, HEAD, idOf, isSame, keyOf } from './matrix-cursor';
import { t } from './t';
import { countsText, ruleName, ruleSummary } from './words';

interface HeadProps {
  readonly rules: readonly string[];
  readonly sort: Sort;
  readonly at: Cursor;
}

/** Names of the columns; each but the years sorts. */
export function Head({ rules, sort, at }: HeadProps) {
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
        {className === 'rule' ? <span class="rule-name">{text}</span> : text}
      </th>
    );
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {cell(0, ofApp('column.organ'), 'name')}
        {cell(1, ofApp('column.year'), 'year')}
        {cell(2, ofApp('column.status'), 'standing')}
        {cell(3, t('chain'), 'chain')}
        {rules.map((rule, index) => cell(FIXED + index, ruleName(rule), 'rule', ruleSummary(rule)))}
      </tr>
    </thead>
  );
}

/** What each rule found in all rows that are shown. */
export function Foot({ matrix: { rules, totals, rows } }: { readonly matrix: Matrix }) {
  return (
    <tfoot>
      <tr aria-rowindex={rows.length + 2}>
        <th scope="row" class="name">
          {t('total')}
        </th>
        <td class="year" />
        <td>{t('total.rows', { count: rows.length })}</td>
        <td />
        {rules.map((rule) => {
          const counts = totals.get(rule);
          const text = counts === undefined ? '' : countsText(counts);
          return (
            // In words, not only as its name: no active cell comes here, and read row by row a cell is what it holds.
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
