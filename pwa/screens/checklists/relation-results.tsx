import { t } from './t';
import type { Trial } from './use-trial';

type Result = NonNullable<Trial['trial']>['relations'][number];

const TONES = { consistent: 'ok', inconsistent: 'error', unchecked: 'none', notApplicable: 'none' } as const;

/** What a relation comes to on the report that it is tried on: once, or once for each row it stands for. */
export function RelationResults({
  trial: { trial, problems },
  text,
}: {
  readonly trial: Trial;
  readonly text: string;
}) {
  const results = trial?.relations.filter((each) => each.text === text) ?? [];
  if (problems === null && results.length === 0) return <p class="quiet">{t('trial.busy')}</p>;
  const [first] = results;
  // Said by the lint, in words.
  if (first?.reason === 'not-understood') return null;
  return (
    <ul class="relation-results">
      {results.map((result) => (
        <li key={result.relation?.key ?? result.text}>
          <span class={`tag ${TONES[result.state]}`}>{t(`state.${result.state}`)}</span> {numbersOf(result)}
        </li>
      ))}
    </ul>
  );
}

function numbersOf({ relation, left, right, difference, reason }: Result): string {
  if (relation !== null && left !== null && right !== null && difference !== null)
    return difference === 0
      ? t('state.numbers', { left, comparison: relation.comparison, right })
      : t('state.apart', { left, comparison: relation.comparison, right, difference: Math.abs(difference) });
  return reason === null ? '' : t(`reason.${reason}`);
}
