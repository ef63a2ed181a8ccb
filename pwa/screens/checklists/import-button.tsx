import { openBundle } from '../../exchange/incoming';
import { FileButton } from '../../file-button';
import { go } from '../../route';
import { t } from './t';

/** Shown before it comes in, as all that somebody sent. */
export function ImportButton() {
  return (
    <FileButton
      text={t('import')}
      name="checklist-input"
      accept=".gouji,application/json"
      onFiles={([file]) => {
        if (file !== undefined) void openBundle(file);
        go({ screen: 'exchange' });
      }}
    />
  );
}
