/** The sum finder on annotated tables, for `npm run bench -- --sums`. */
import { findDerived } from '../../core/sums/derived';
import { findSums } from '../../core/sums/sums';
import { type AnnotatedTable, annotatedTables, gridOf } from '../accuracy/annotated-tables';
import { measureDerived } from '../accuracy/derived';
import { compare, type Floors, raised } from '../accuracy/floors';
import { measureSums } from '../accuracy/sums';

export { annotatedTables };

export function search({ texts }: AnnotatedTable): number {
  const grid = gridOf(texts);
  const sums = findSums(grid);
  return sums.length + findDerived(grid, sums).length;
}

export function measured(tables: readonly AnnotatedTable[], floors: Floors) {
  const all = [...measureSums(tables), ...measureDerived(tables)];
  const lines = all.map(({ name, n, shares }) => {
    const ratios = Object.entries(shares).map(
      ([what, { hits, of }]) => `  ${what} ${of === 0 ? 'of none' : `${(hits / of).toFixed(3)} (${hits}/${of})`}`,
    );
    return [`${name}, ${n}`, ...ratios].join('\n');
  });
  return { text: lines.join('\n'), ...compare(all, floors), raised: raised(all, floors) };
}
