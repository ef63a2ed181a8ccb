import { t } from '../t';
import { pasteOpen } from './paste-dialog';

/** Opens the box into which a report is pasted. */
export function PasteButton() {
  return (
    <button
      type="button"
      onClick={() => {
        pasteOpen.value = true;
      }}
    >
      {t('paste.open')}
    </button>
  );
}
