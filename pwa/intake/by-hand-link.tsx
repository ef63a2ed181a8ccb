import { hrefOf } from '../route';
import { t } from '../t';

/** To a form that one fills in by hand, with a picture beside it or without. */
export function ByHandLink() {
  return (
    <a class="button" href={hrefOf({ screen: 'entry', id: null })}>
      {t('intake.byHand')}
    </a>
  );
}
