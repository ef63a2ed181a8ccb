/** What a hand-out counts and what it leaves out, in a sentence: no number without it. */
import { type Clock, minuteOf } from './clock';
import type { HandoutReport } from './handout-report';
import type { HandoutOptions } from './options';
import { wordsIn } from './words';

interface Scoped {
  readonly reports: readonly HandoutReport[];
  readonly options: Pick<HandoutOptions, 'language' | 'severities' | 'statuses'>;
  readonly clock: Clock;
}

export function scopeText({ reports, options, clock }: Scoped): string {
  const t = wordsIn(options.language);
  return t('scope', {
    reports: reports.length,
    problems: reports.reduce((sum, { items }) => sum + items.length, 0),
    severities: options.severities.map((each) => t(`severity.${each}`)).join(t('joint.list')) || t('scope.none'),
    statuses: options.statuses.map((each) => t(`status.${each}`)).join(t('joint.list')) || t('scope.none'),
    leftOut: reports.reduce((sum, { leftOut }) => sum + leftOut, 0),
    when: minuteOf(clock.now, clock),
  });
}
