import { helpOpen } from './help/help-open';
import { ByHandLink } from './intake/by-hand-link';
import { FilePicker, FolderPicker } from './intake/file-picker';
import { PasteButton } from './intake/paste-button';
import { update } from './offline/offline';
import { OfflineTag } from './offline/offline-tag';
import { t } from './t';
import { language, setLanguage } from './ui/i18n';

export function AppHeader() {
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  const apply = update.value;
  return (
    <header class="app-header">
      <a class="brand" href="#/">
        {t('app.name')}
      </a>
      <div class="row wrap">
        <FilePicker main />
        <FolderPicker />
        <PasteButton />
        <ByHandLink />
      </div>
      <div class="row end">
        {apply === null ? null : (
          <button type="button" class="main" onClick={apply}>
            {t('update.apply')}
          </button>
        )}
        <OfflineTag />
        <button type="button" class="plain" lang={other} onClick={() => setLanguage(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={t('help.title')}
          onClick={() => {
            helpOpen.value = true;
          }}
        >
          <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}
