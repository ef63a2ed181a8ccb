import { useRef } from 'preact/hooks';
import type { PictureFile } from '../../db/entries';

interface PicturePickerProps {
  readonly text: string;
  readonly main?: boolean;
  readonly onPictures: (pictures: readonly PictureFile[]) => void;
}

/** A button that lets one choose pictures; several at once, in the order of their names. */
export function PicturePicker({ text, main = false, onPictures }: PicturePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={main ? 'main' : ''} onClick={() => input.current?.click()}>
        {text}
      </button>
      <input
        ref={input}
        class="picture-input"
        type="file"
        accept="image/*,.pdf"
        multiple
        hidden
        aria-label={text}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onPictures(files.sort(byName).map((file) => ({ name: file.name, blob: file })));
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function byName(a: File, b: File): number {
  return a.name.localeCompare(b.name, 'zh-CN', { numeric: true });
}
