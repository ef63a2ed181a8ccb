import { sharedChecklist } from '../../exchange/share-choice';
import { hrefOf } from '../../route';
import { t } from './t';

/** To where things are shared, with this one chosen. */
export function SendLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <a
      class="button"
      href={hrefOf({ screen: 'exchange' })}
      aria-label={t('send.named', { name })}
      onClick={() => {
        sharedChecklist.value = id;
      }}
    >
      {t('send')}
    </a>
  );
}
