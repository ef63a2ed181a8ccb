import { useState } from 'preact/hooks';
import { hrefOf } from '../../route';
import { ErrorNote } from '../../ui/error-note';
import { dismissTroubles } from '../intake';
import { troubles } from '../intake-state';
import { isPicture } from '../is-picture';
import { EnterButton } from './enter-button';
import { t } from './t';
import { troubleText } from './trouble-text';

const SHOWN = 5;
/** More than these are read on the screen of the batch, where they can be sorted out. */
const ALL = 50;

/** What could not be kept, each until it is dismissed. */
export function Troubles() {
  const [all, setAll] = useState(false);
  // The latest: what one has just dropped is not to be looked for behind earlier ones.
  const shown = all ? troubles.value : troubles.value.slice(-SHOWN);
  const rest = troubles.value.length - shown.length;
  return (
    <>
      {shown.map((trouble) => (
        <ErrorNote
          key={trouble.id}
          title={trouble.name === '' ? t('paste') : trouble.name}
          severity={isPicture(trouble.failure) ? 'warning' : 'error'}
          onDismiss={() => dismissTroubles(trouble.id)}
        >
          <p>{troubleText(trouble)}</p>
          {isPicture(trouble.failure) ? <EnterButton file={trouble} /> : null}
        </ErrorNote>
      ))}
      {troubles.value.length > 1 ? (
        <div class="row">
          {rest > 0 && troubles.value.length > ALL ? (
            <a class="button" href={hrefOf({ screen: 'batch' })}>
              {t('more', { count: rest })}
            </a>
          ) : null}
          {rest > 0 && troubles.value.length <= ALL ? (
            <button type="button" onClick={() => setAll(true)}>
              {t('more', { count: rest })}
            </button>
          ) : null}
          <button type="button" onClick={() => dismissTroubles()}>
            {t('dismiss', { count: troubles.value.length })}
          </button>
        </div>
      ) : null}
    </>
  );
}
