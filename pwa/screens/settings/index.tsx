import { useEffect, useState } from 'preact/hooks';
import { version } from '../../../package.json';
import { BackupSection } from '../../care/backup-section';
import { DeleteSection } from '../../care/delete-section';
import { LimitsSection } from '../../care/limits-section';
import { t as care } from '../../care/t';
import { loadSetting, saveSetting } from '../../db/index';
import { storageText } from '../../failure-text';
import { offline } from '../../offline/offline';
import { OfflineTag } from '../../offline/offline-tag';
import { askToKeep, lookAtStorage, storage } from '../../offline/persistence';
import { t } from '../../t';
import { type Language, language, setLanguage, showToast } from '../../ui/index';
import { OwnForms } from './own-forms';
import { own } from './t';

export function SettingsScreen() {
  return (
    <div class="screen settings">
      <h1>{t('nav.settings')}</h1>
      <AuthorField />
      <LanguageField />
      <OwnForms />
      <OfflineLine />
      <StorageLine />
      <LimitsSection />
      <BackupSection />
      <DeleteSection />
      <p class="quiet">{own('settings.version', { version })}</p>
    </div>
  );
}

function AuthorField() {
  const [author, setAuthor] = useState('');
  useEffect(() => {
    void loadSetting('author').then(setAuthor);
  }, []);
  return (
    <section class="card stack">
      <h2>
        <label for="author">{own('settings.author')}</label>
      </h2>
      <p class="quiet" id="author-detail">
        {own('settings.author.detail')}
      </p>
      <input
        id="author"
        value={author}
        maxLength={40}
        autoComplete="name"
        aria-describedby="author-detail"
        onInput={(event) => {
          setAuthor(event.currentTarget.value);
          void saveSetting('author', event.currentTarget.value.trim()).then((saved) => {
            if (!saved.ok) showToast(storageText(saved.error));
          });
        }}
      />
    </section>
  );
}

const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'zh-CN', name: '中文' },
  { id: 'en', name: 'English' },
];

function LanguageField() {
  return (
    <section class="card stack">
      <h2 id="language">{own('settings.language')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons. */}
      <div class="row" role="group" aria-labelledby="language">
        {LANGUAGES.map(({ id, name }) => (
          <button key={id} type="button" lang={id} aria-pressed={language.value === id} onClick={() => setLanguage(id)}>
            {name}
          </button>
        ))}
      </div>
    </section>
  );
}

function OfflineLine() {
  return (
    <section class="card stack">
      <h2 class="row">
        {own('settings.offline')} <OfflineTag />
      </h2>
      <p>{t(`offline.${offline.value}.detail`)}</p>
    </section>
  );
}

const GB = 1024 ** 3;

function StorageLine() {
  useEffect(() => {
    void lookAtStorage();
  }, []);
  const { persistence, used, quota } = storage.value;
  return (
    <section class="card stack">
      <h2>{own('settings.storage')}</h2>
      <p>
        {own(`persistence.${persistence}`)}
        {used === null ? null : ` ${own('settings.used', { size: (used / 1024 / 1024).toFixed(1) })}`}
      </p>
      {quota === null || used === null || quota === 0 ? null : (
        <p>{care('quota', { size: (quota / GB).toFixed(1), share: ((100 * used) / quota).toFixed(1) })}</p>
      )}
      {persistence === 'best-effort' ? (
        <div>
          <button type="button" onClick={() => void askToKeep()}>
            {own('settings.keep')}
          </button>
        </div>
      ) : null}
    </section>
  );
}
