import { useRef } from 'preact/hooks';

interface FileButtonProps {
  readonly text: string;
  /** Of the field behind the button, by which it is found. */
  readonly name: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** All files of a folder, those in its folders too. */
  readonly folder?: boolean;
  readonly main?: boolean;
  readonly letter?: string;
  readonly disabled?: boolean;
}

/** Not among the attributes that the types know. */
const WHOLE_FOLDER = { webkitdirectory: true };

/** A button that lets one choose files. */
export function FileButton(props: FileButtonProps) {
  const { text, name, onFiles, accept, multiple = false, folder = false, main = false, letter, disabled } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={main ? 'main' : ''} disabled={disabled} onClick={() => input.current?.click()}>
        {text} {letter === undefined ? null : <kbd>{letter.toUpperCase()}</kbd>}
      </button>
      <input
        ref={input}
        class={name}
        type="file"
        accept={accept}
        multiple={multiple}
        {...(folder ? WHOLE_FOLDER : {})}
        hidden
        data-key={letter}
        aria-label={text}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
