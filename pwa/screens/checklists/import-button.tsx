import { useRef } from 'preact/hooks';
import { openBundle } from '../../exchange/incoming';
import { go } from '../../route';
import { t } from './t';

/** Shown before it comes in, as all that somebody sent. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {t('import')}
      </button>
      <input
        ref={input}
        class="checklist-input"
        type="file"
        accept=".gouji,application/json"
        hidden
        aria-label={t('import')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void openBundle(file);
          event.currentTarget.value = '';
          go({ screen: 'exchange' });
        }}
      />
    </>
  );
}
