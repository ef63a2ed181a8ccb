/** 上次核查: what is new, changed, gone since this report was kept before. */
import { useMemo } from 'preact/hooks';
import { baselineOf, type ComparedFinding, compare, explain, type FindingChange, type Outcome } from '../../core/index';
import { language } from '../../pwa/ui/index';
import { t } from './t';

export interface Before {
  /** ISO 8601. */
  readonly savedAt: string;
  /** The very same content. */
  readonly same: boolean;
  readonly outcome: Outcome;
}

interface WhatChangedProps {
  readonly before: Before;
  /** Without findings of people's own: those are no matter of the page. */
  readonly outcome: Outcome;
}

const ORDER: readonly FindingChange[] = ['new', 'changed', 'gone', 'unassessed', 'unchanged'];

export function WhatChanged({ before, outcome }: WhatChangedProps) {
  const compared = useMemo(() => compare(baselineOf(before.outcome), outcome), [before, outcome]);
  const when = new Date(before.savedAt).toLocaleString(language.value, { dateStyle: 'medium', timeStyle: 'short' });
  const counts = ORDER.flatMap((change) => {
    const count = compared.filter((each) => each.change === change).length;
    return count === 0 ? [] : [t(`change.${change}`, { count })];
  });
  const listed = compared.filter(({ change }) => change !== 'unchanged');
  const summary = `${t('history.last', { when })} ${before.same ? t('history.same') : counts.join('，')}`;
  if (listed.length === 0) return <p class="quiet history">{summary}</p>;
  return (
    <details class="quiet history">
      <summary>{summary}</summary>
      <ul>
        {listed.map((each) => (
          <li key={each.fingerprint}>
            <span class="tag none">{t(`change.${each.change}.one`)}</span> {messageOf(each, before.outcome, outcome)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function messageOf({ fingerprint, rule }: ComparedFinding, before: Outcome, now: Outcome): string {
  for (const outcome of [now, before]) {
    const finding = outcome.findings.find((each) => each.fingerprint === fingerprint);
    if (finding !== undefined) return explain(finding, outcome, language.value).message;
  }
  return rule;
}
