import { FileButton } from '../file-button';
import { t } from '../t';
import { takeFiles } from './intake';

/** A button that lets one choose files; several at once. */
export function FilePicker({ main = false }: { readonly main?: boolean }) {
  return <FileButton text={t('intake.choose')} name="file-input" multiple main={main} letter="o" onFiles={take} />;
}

/** All files of a folder, those in its folders too. */
export function FolderPicker() {
  return <FileButton text={t('intake.folder')} name="folder-input" multiple folder onFiles={take} />;
}

function take(files: readonly File[]): void {
  void takeFiles(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })));
}
