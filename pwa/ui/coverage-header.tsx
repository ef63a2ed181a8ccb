import type { Coverage } from '../../core/index';
import { t } from './t';

/** 相符 / 不符 / 未核对 / 已读单元格, and a bar. Where nothing was expected the bar stays empty: never green. */
export function CoverageHeader({ coverage }: { readonly coverage: Coverage }) {
  const { cells, relations } = coverage;
  const unread = cells.read < cells.expected;
  return (
    <section class="coverage" aria-label={t('coverage.label')}>
      <dl>
        <Figure name={t('coverage.consistent')} value={relations.consistent} />
        <Figure
          name={t('coverage.inconsistent')}
          value={relations.inconsistent}
          tone={relations.inconsistent > 0 ? 'error' : ''}
        />
        <Figure
          name={t('coverage.unchecked')}
          value={relations.unchecked}
          tone={relations.unchecked > 0 ? 'warning' : ''}
        />
        {relations.notApplicable > 0 ? (
          <Figure name={t('coverage.notApplicable')} value={relations.notApplicable} />
        ) : null}
        <Figure name={t('coverage.cells')} value={`${cells.read}/${cells.expected}`} tone={unread ? 'warning' : ''} />
      </dl>
      <Bar coverage={coverage} />
    </section>
  );
}

function Figure(props: { readonly name: string; readonly value: number | string; readonly tone?: string }) {
  return (
    <div class={props.tone ?? ''}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function Bar({ coverage: { relations } }: { readonly coverage: Coverage }) {
  const parts = [
    ['consistent', relations.consistent],
    ['inconsistent', relations.inconsistent],
    ['unchecked', relations.unchecked],
    ['not-applicable', relations.notApplicable],
  ] as const;
  return (
    <div class="coverage-bar" role="img" aria-label={t('coverage.bar', relations)}>
      {parts.map(([name, count]) =>
        count > 0 ? <span key={name} class={name} style={{ flexGrow: count, flexBasis: 0 }} /> : null,
      )}
    </div>
  );
}
