import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../t';
import { isTyping } from '../ui/keys';
import { droppedFiles } from './dropped-files';
import { takeFiles, takePaste } from './intake';

/** The whole window takes dropped files and pasted reports. */
export function DropZone() {
  const over = useDrop();
  usePaste();
  return over ? <div class="drop-veil">{t('intake.drop')}</div> : null;
}

function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void): void =>
      addEventListener(name, run, { signal: stop.signal });
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    on('dragenter', (event) => setOver(carriesFiles(event)));
    on('dragover', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    });
    on('dragleave', (event) => {
      // Leaving the window, not one element for the next.
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then(takeFiles);
    });
    return () => stop.abort();
  }, []);
  return over;
}

function usePaste(): void {
  useLayoutEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event.target) || event.clipboardData === null) return;
      event.preventDefault();
      const files = [...event.clipboardData.files];
      const [html, text] = [event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')];
      // Word and Excel put a picture beside the text: the text is what is meant.
      if (files.length > 0 && text.trim() === '') void takeFiles(files.map((file) => ({ file, path: file.name })));
      else void takePaste(html, text);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);
}
