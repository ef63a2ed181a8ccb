import { useRef } from 'preact/hooks';
import { t } from '../t';
import { takeFiles } from './intake';

/** A button that lets one choose files; several at once. */
export function FilePicker({ main = false }: { readonly main?: boolean }) {
  return <Picker text={t('intake.choose')} main={main} letter="o" />;
}

/** All files of a folder, those in its folders too. */
export function FolderPicker() {
  return <Picker text={t('intake.folder')} folder />;
}

/** Not among the attributes that the types know. */
const WHOLE_FOLDER = { webkitdirectory: true };

interface PickerProps {
  readonly text: string;
  readonly main?: boolean;
  readonly letter?: string;
  readonly folder?: boolean;
}

function Picker({ text, main = false, letter, folder = false }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={main ? 'main' : ''} onClick={() => input.current?.click()}>
        {text} {letter === undefined ? null : <kbd>{letter.toUpperCase()}</kbd>}
      </button>
      <input
        ref={input}
        class={folder ? 'folder-input' : 'file-input'}
        type="file"
        multiple
        {...(folder ? WHOLE_FOLDER : {})}
        hidden
        data-key={letter}
        aria-label={text}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          void takeFiles(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })));
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
