import { useRef } from 'preact/hooks';
import { t } from '../t';
import { takeFiles } from './intake';

/** A button that lets one choose files; several at once. */
export function FilePicker({ main = false }: { readonly main?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={main ? 'main' : ''} onClick={() => input.current?.click()}>
        {t('intake.choose')} <kbd>O</kbd>
      </button>
      <input
        ref={input}
        class="file-input"
        type="file"
        multiple
        hidden
        data-key="o"
        aria-label={t('intake.choose')}
        onChange={(event) => {
          void takeFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
