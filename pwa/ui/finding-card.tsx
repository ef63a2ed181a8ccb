import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CellId, Explanation, Finding } from '../../core/index';
import { SeverityTag } from './severity-tag';
import { SumLineView } from './sum-line-view';
import { t } from './t';

export interface FindingCardProps {
  readonly finding: Finding;
  readonly explanation: Explanation;
  /** The chosen card shows its sums, reasoning and actions; the others only what is wrong. */
  readonly current: boolean;
  readonly onSelect: (finding: Finding) => void;
  readonly onCell: (cell: CellId) => void;
  /** Right of the severity: position, rule, status. */
  readonly aside?: ComponentChildren;
  /** Actions, shown while current. */
  readonly children?: ComponentChildren;
}

export function FindingCard(props: FindingCardProps) {
  const { finding, explanation, current, onSelect, onCell } = props;
  const card = useRef<HTMLElement>(null);
  const shown = useRef(false);
  useEffect(() => {
    // Not on first sight: the coverage above the list is read first.
    if (current && shown.current) card.current?.scrollIntoView({ block: 'nearest' });
    shown.current = true;
  }, [current]);
  return (
    <article ref={card} class="card stack finding" aria-current={current ? 'true' : undefined}>
      <div class="row between">
        <SeverityTag severity={finding.severity} />
        <span class="quiet row">{props.aside ?? finding.rule}</span>
      </div>
      <h3>
        <button type="button" aria-expanded={current} onClick={() => onSelect(finding)}>
          {explanation.message}
        </button>
      </h3>
      <div class="stack finding-detail">
        {explanation.sums.map((line) => (
          <SumLineView key={line.relation} line={line} onCell={onCell} />
        ))}
        {finding.quote === null || finding.quote === '' ? null : <p class="quote">{finding.quote}</p>}
        {explanation.reasoning === '' ? null : <p class="quiet">{explanation.reasoning}</p>}
        <Basis explanation={explanation} />
        {props.children === undefined ? null : <div class="stack finding-actions">{props.children}</div>}
      </div>
    </article>
  );
}

function Basis({ explanation: { source, advice } }: { readonly explanation: Explanation }) {
  if (source === '' && advice === '') return null;
  return (
    <p class="quiet">
      {source === '' ? null : t('finding.source', { source })}
      {advice === '' ? null : t('finding.advice', { advice })}
    </p>
  );
}
