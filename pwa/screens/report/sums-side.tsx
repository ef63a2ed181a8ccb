import { relationSubject } from '../../../core/exchange/own-form';
import type { ReviewStatus } from '../../../core/exchange/schema';
import { say } from '../../db/index';
import { storageText } from '../../failure-text';
import { showToast } from '../../ui/index';
import type { ShownRelation, ShownTable } from '../../ui/inferred/choice';
import { SumList } from '../../ui/inferred/sum-list';
import { t as ofSums } from '../../ui/inferred/t';
import { RelationWords } from '../../ui/inferred/words';
import { KeepForm } from './keep-form';
import type { InferredModel } from './use-inferred';

interface SumsSideProps {
  readonly inferred: InferredModel;
}

/** The found sums, where the findings are for tables of a known form. */
export function SumsSide({ inferred }: SumsSideProps) {
  const { tables, choice, choose, some } = inferred;
  return (
    <section class="report-side" aria-label={ofSums('title')}>
      {some ? (
        <SumList
          tables={tables}
          choice={choice}
          onChoose={choose}
          actions={(_table, shown) => (shown.form === null ? <Words shown={shown} inferred={inferred} /> : null)}
          aside={(table) => <FormOfTable shown={table} inferred={inferred} />}
        />
      ) : (
        <p class="quiet" role="status">
          {ofSums(inferred.state === 'searching' ? 'searching' : 'none')}
        </p>
      )}
    </section>
  );
}

function Words({ shown, inferred }: { readonly shown: ShownRelation; readonly inferred: InferredModel }) {
  const said = inferred.said(shown);
  const tell = (status: ReviewStatus): void =>
    void say(relationSubject(shown.relation), '', { status }).then((kept) => {
      if (!kept.ok) showToast(storageText(kept.error));
    });
  return <RelationWords said={said} onSay={tell} />;
}

function FormOfTable({ shown, inferred }: { readonly shown: ShownTable; readonly inferred: InferredModel }) {
  const matched = inferred.formOf(shown.table);
  const confirmed = shown.relations.filter((each) => each.form === null && inferred.said(each) === 'confirmed');
  return (
    <>
      {matched === null ? null : (
        <p class="note info">
          {ofSums('form', { name: matched.form.name })}
          {matched.unchecked === 0 ? null : ` ${ofSums('form.unchecked', { count: matched.unchecked })}`}
        </p>
      )}
      {confirmed.length === 0 ? null : (
        <KeepForm
          table={shown.table}
          confirmed={confirmed.map(({ relation }) => relation.key)}
          into={matched?.form ?? null}
        />
      )}
    </>
  );
}
