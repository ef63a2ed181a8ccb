import '../../ui/inferred/inferred.css';
import { EmptyState } from '../../ui/index';
import { SumGrid } from '../../ui/inferred/sum-grid';
import { tableName } from '../../ui/inferred/sum-list';
import { t } from '../../ui/inferred/t';
import { type InferredModel, SUMS } from './use-inferred';

/** The tables themselves, with the chosen sum; those without sums are left out. */
export function SumsMain({ inferred: { tables, choice, choose, some, state } }: { readonly inferred: InferredModel }) {
  return (
    <div id="tab-body" role="tabpanel" aria-labelledby={`tab-${SUMS}`}>
      {some ? (
        <div class="inferred-tables">
          {tables
            .filter(({ relations }) => relations.length > 0)
            .map((shown) => (
              <section key={shown.table.block}>
                <h2>{tableName(shown, tables)}</h2>
                <SumGrid shown={shown} name={tableName(shown, tables)} choice={choice} onChoose={choose} />
              </section>
            ))}
        </div>
      ) : state === 'searching' ? (
        <p class="quiet">{t('searching')}</p>
      ) : (
        <EmptyState title={t('none')}>
          <p>{tables.length === 0 ? t('none.tables') : t('none.detail', { tables: tables.length })}</p>
        </EmptyState>
      )}
    </div>
  );
}
