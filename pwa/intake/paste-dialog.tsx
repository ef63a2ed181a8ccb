import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Dialog } from '../dialog';
import { t } from '../t';
import { useDraft } from '../use-draft';
import { takePaste } from './intake';

export const pasteOpen = signal(false);

/** For those whose clipboard needs a box to paste into. Takes text; HTML that comes with it is kept too. */
export function PasteDialog() {
  const [text, setText] = useDraft('paste');
  const [html, setHtml] = useState({ html: '', of: '' });
  const close = (): void => {
    pasteOpen.value = false;
  };
  if (!pasteOpen.value) return null;
  return (
    <Dialog title={t('paste.title')} onClose={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          // The HTML stands for the text only while nobody has changed the text.
          void takePaste(html.of === text ? html.html : '', text).then((kept) => {
            if (kept) setText('');
          });
        }}
      >
        <label class="stack">
          <span class="quiet">{t('paste.label')}</span>
          <textarea
            rows={14}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/html') ?? '';
              const area = event.currentTarget;
              if (text === '') setTimeout(() => setHtml({ html: pasted, of: area.value }));
            }}
          />
        </label>
        <div class="row">
          <button type="submit" class="main" disabled={text.trim() === ''}>
            {t('paste.check')}
          </button>
          <button type="button" onClick={close}>
            {t('dialog.close')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
