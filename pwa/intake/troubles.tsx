import { useState } from 'preact/hooks';
import { t } from '../t';
import { ErrorNote } from '../ui/error-note';
import { dismissTroubles, troubles } from './intake';
import { troubleText } from './trouble-text';

const SHOWN = 5;

/** What could not be kept, each until it is dismissed. */
export function Troubles() {
  const [all, setAll] = useState(false);
  const shown = all ? troubles.value : troubles.value.slice(0, SHOWN);
  const rest = troubles.value.length - shown.length;
  return (
    <>
      {shown.map((trouble) => (
        <ErrorNote
          key={trouble.id}
          title={trouble.name === '' ? t('intake.paste') : trouble.name}
          onDismiss={() => dismissTroubles(trouble.id)}
        >
          <p>{troubleText(trouble)}</p>
        </ErrorNote>
      ))}
      {troubles.value.length > 1 ? (
        <div class="row">
          {rest > 0 ? (
            <button type="button" onClick={() => setAll(true)}>
              {t('intake.troubles.all', { count: rest })}
            </button>
          ) : null}
          <button type="button" onClick={() => dismissTroubles()}>
            {t('intake.troubles.dismiss', { count: troubles.value.length })}
          </button>
        </div>
      ) : null}
    </>
  );
}
