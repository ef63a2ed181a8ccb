import type { ComponentChildren } from 'preact';
import { useKeys } from '../keys';
import { type Choice, choicesOf, countSums, type ShownRelation, type ShownTable } from './choice';
import { DerivedLine } from './derived-line';
import { RelationCard } from './relation-card';
import { t } from './t';

interface SumListProps {
  readonly tables: readonly ShownTable[];
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  /** What can be done about a relation. */
  readonly actions?: (table: ShownTable, shown: ShownRelation) => ComponentChildren;
  /** What stands below the name of a table. */
  readonly aside?: (table: ShownTable) => ComponentChildren;
}

/** The sums of all tables, what fails first in each; j, k and the arrows walk them. */
export function SumList({ tables, choice, onChoose, actions, aside }: SumListProps) {
  const order = choicesOf(tables);
  const move = (by: 1 | -1): void => {
    const at = order.findIndex(({ block, key }) => block === choice?.block && key === choice.key);
    const next = at < 0 ? order[0] : order[at + by];
    if (next !== undefined) onChoose(next);
  };
  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) });
  const withSums = tables.filter(({ relations, table }) => relations.length > 0 || table.derived.length > 0);
  return (
    <div class="inferred-list stack">
      <p role="status">{t('summary', { ...countSums(tables) })}</p>
      <p class="quiet">{t('intro')}</p>
      {withSums.map((each) => (
        <div key={each.table.block} class="stack">
          <h2>{tableName(each, tables)}</h2>
          {aside?.(each)}
          {each.relations.map((shown) => (
            <RelationCard key={shown.relation.key} table={each} shown={shown} choice={choice} onChoose={onChoose}>
              {actions?.(each, shown)}
            </RelationCard>
          ))}
          {each.table.derived.map((derived) => (
            <DerivedLine key={derived.total.place.cell} {...derived} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** 第 2 张表：各乡镇户数 */
export function tableName(own: ShownTable, tables: readonly ShownTable[]): string {
  const index = tables.indexOf(own) + 1;
  const { caption } = own.table;
  return caption === '' ? t('table.unnamed', { index }) : t('table.named', { index, caption });
}
