import { ByHandLink } from '../../intake/by-hand-link';
import { FilePicker, FolderPicker } from '../../intake/file-picker';
import { PasteButton } from '../../intake/paste-button';
import { t as shared } from '../../t';
import { EmptyState } from '../../ui/index';
import { t } from './t';

/** Nothing is kept yet: how reports come in. */
export function NoReports() {
  return (
    <EmptyState title={t('list.empty')}>
      <p>{t('list.empty.how')}</p>
      <ul>
        <li>{t('list.empty.drop')}</li>
        <li>{t('list.empty.paste')}</li>
        <li>{t('list.empty.extension')}</li>
      </ul>
      <div class="row wrap">
        <FilePicker />
        <FolderPicker />
        <PasteButton />
        <ByHandLink />
      </div>
      <p class="quiet">{shared('list.empty.private')}</p>
    </EmptyState>
  );
}
