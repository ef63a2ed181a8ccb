import { type CellId, explainOutcome, type Finding, OWN_FINDING, OWN_FORM_SUM } from '../../../core/index';
import { ReviewActions } from '../../review/review-actions';
import { StatusTag } from '../../review/status-tag';
import { CoverageHeader, FindingList, language, useFindingKeys } from '../../ui/index';
import { t } from './t';
import type { ReportModel } from './use-report';

interface FindingsSideProps {
  readonly model: ReportModel;
  /** Findings in the order of the list. */
  readonly order: readonly Finding[];
  readonly chosen: string | null;
  readonly onSelect: (finding: Finding) => void;
  readonly onCell: (cell: CellId) => void;
}

/** Coverage first: what was read and checked; then what is wrong, and what people said of it. */
export function FindingsSide({ model, order, chosen, onSelect, onCell }: FindingsSideProps) {
  const { outcome } = model;
  // Here, not in the report: where sums are listed instead, the same keys walk those.
  useFindingKeys(order, chosen, onSelect);
  return (
    <section class="report-side" aria-label={t('findings')}>
      <CoverageHeader coverage={outcome.coverage} />
      {outcome.findings.length === 0 ? (
        <p class="quiet">{explainOutcome(outcome, language.value).coverage}</p>
      ) : (
        <FindingList
          items={model.items}
          tables={model.tables}
          current={chosen}
          onSelect={onSelect}
          onCell={onCell}
          aside={(finding) => (
            <>
              {finding.rule === OWN_FINDING ? <span class="tag none">{t('own.tag')}</span> : null}
              {finding.rule === OWN_FORM_SUM ? <span class="tag none">{t('own.form.tag')}</span> : null}
              <StatusTag review={model.reviewed(finding)} />
              <span>{t('position', { index: order.indexOf(finding) + 1, total: order.length })}</span>
            </>
          )}
          actions={(finding) => (
            <ReviewActions
              key={finding.fingerprint}
              finding={finding}
              review={model.reviewed(finding)}
              outcome={outcome}
              source={model.source}
            />
          )}
        />
      )}
    </section>
  );
}
