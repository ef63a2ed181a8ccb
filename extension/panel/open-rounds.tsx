import { roundAddress } from '../round/addresses';
import { t } from './t';

/** 成批核查与复查: the lists that were begun, and a second look at what is saved. */
export function OpenRounds() {
  return (
    <a class="button" href={roundAddress()} target="_blank" rel="noreferrer">
      {t('open.rounds')}
    </a>
  );
}
