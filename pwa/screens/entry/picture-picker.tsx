import type { PictureFile } from '../../db/entries';
import { FileButton } from '../../file-button';

interface PicturePickerProps {
  readonly text: string;
  readonly main?: boolean;
  readonly onPictures: (pictures: readonly PictureFile[]) => void;
}

/** A button that lets one choose pictures; several at once, in the order of their names. */
export function PicturePicker({ text, main = false, onPictures }: PicturePickerProps) {
  return (
    <FileButton
      text={text}
      name="picture-input"
      accept="image/*,.pdf"
      multiple
      main={main}
      onFiles={(files) => {
        if (files.length > 0) onPictures([...files].sort(byName).map((file) => ({ name: file.name, blob: file })));
      }}
    />
  );
}

function byName(a: File, b: File): number {
  return a.name.localeCompare(b.name, 'zh-CN', { numeric: true });
}
