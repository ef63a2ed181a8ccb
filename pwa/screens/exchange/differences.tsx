import type { NamedDifference } from '../../exchange/sights';
import { t } from './t';
import { differenceName, wordText } from './words';

const SHOWN = 20;

/** Where what comes in says otherwise than what is here: both words, and the one that will stand. */
export function Differences({ differences }: { readonly differences: readonly NamedDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <>
      <p>{t('import.differences', { count: differences.length })}</p>
      <ul class="differences">
        {differences.slice(0, SHOWN).map((each) => (
          <li key={each.theirs.id}>
            <strong>{differenceName(each)}</strong>
            <br />
            {t('import.difference', {
              here: wordText(each.here),
              theirs: wordText(each.theirs),
              stands: t(`import.stands.${each.stands}`),
            })}
          </li>
        ))}
        {differences.length > SHOWN ? (
          <li>{t('import.more.differences', { count: differences.length - SHOWN })}</li>
        ) : null}
      </ul>
    </>
  );
}
