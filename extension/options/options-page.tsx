import { useEffect, useState } from 'preact/hooks';
import { type Language, language, setLanguage, Toasts } from '../../pwa/ui/index';
import { OpenApp } from '../panel/open-app';
import { loadPreferences, type Preferences, savePreferences, USUAL } from '../preferences';
import { Apps, Sites } from './access';
import { Everything } from './everything';
import { Shortcuts } from './shortcuts';
import { t } from './t';

export function OptionsPage() {
  useEffect(() => {
    document.title = t('title');
  }, [language.value]);
  return (
    <main class="options">
      <h1>{t('title')}</h1>
      <LanguageField />
      <PreferenceFields />
      <Shortcuts />
      <Apps />
      <Sites />
      <Everything />
      <p class="row wrap">
        <OpenApp label={t('open.app')} />
        <a class="button" href={chrome.runtime.getURL('extension/welcome/index.html')}>
          {t('open.welcome')}
        </a>
        <span class="quiet">{t('version', { version: chrome.runtime.getManifest().version })}</span>
      </p>
      <Toasts />
    </main>
  );
}

const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'zh-CN', name: '中文' },
  { id: 'en', name: 'English' },
];

function LanguageField() {
  return (
    <Choice
      name="language"
      legend={t('language')}
      value={language.value}
      options={LANGUAGES.map(({ id, name }) => ({ value: id, text: name, lang: id }))}
      onChoose={setLanguage}
    />
  );
}

function PreferenceFields() {
  const [now, setNow] = useState<Preferences>(USUAL);
  useEffect(() => {
    void loadPreferences().then(setNow);
  }, []);
  const choose = (change: Partial<Preferences>): void => {
    const next = { ...now, ...change };
    setNow(next);
    void savePreferences(next);
  };
  const hasSide = typeof chrome.sidePanel?.open === 'function' || 'sidebarAction' in chrome;
  return (
    <>
      <Choice
        name="panel"
        legend={t('panel')}
        value={hasSide ? now.panel : 'window'}
        options={(['side', 'window'] as const).map((value) => ({
          value,
          text: t(`panel.${value}`),
          disabled: value === 'side' && !hasSide,
        }))}
        note={hasSide ? null : t('panel.none')}
        onChoose={(panel) => choose({ panel })}
      />
      <Choice
        name="marks"
        legend={t('marks')}
        value={now.marks}
        options={(['at-once', 'when-asked'] as const).map((value) => ({ value, text: t(`marks.${value}`) }))}
        onChoose={(marks) => choose({ marks })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly text: string;
    readonly lang?: string;
    readonly disabled?: boolean;
  }[];
  readonly note?: string | null;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, legend, value, options, note = null, onChoose }: ChoiceProps<T>) {
  return (
    <section class="card">
      <fieldset>
        <legend>{legend}</legend>
        {options.map((option) => (
          <label key={option.value} class="row" lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChoose(option.value)}
            />
            {option.text}
          </label>
        ))}
        {note === null ? null : <p class="quiet">{note}</p>}
      </fieldset>
    </section>
  );
}
