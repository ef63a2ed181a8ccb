import { useEffect } from 'preact/hooks';
import { language, setLanguage } from '../../pwa/ui/index';
import { OpenApp } from '../panel/open-app';
import { shortcut } from '../panel/shortcut';
import { t } from './t';

/** Pictures are drawn from the real thing by `npm run screenshots`. */
const STEPS = ['mark', 'panel', 'app'] as const;

/** 使用说明: opened once after the extension was installed, and from the menu of its button. */
export function WelcomePage() {
  useEffect(() => {
    document.title = t('title');
  }, [language.value]);
  return (
    <main class="welcome">
      <div class="row between">
        <h1>{t('title')}</h1>
        <button type="button" onClick={() => setLanguage(language.value === 'en' ? 'zh-CN' : 'en')}>
          {t('language')}
        </button>
      </div>
      <p>{t('lead')}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <figure>
              <img src={`/welcome/${step}.jpg`} alt={t(`${step}.picture`)} width="480" height="320" />
              <figcaption class="stack">
                <h2>{t(`${step}.title`)}</h2>
                <p>{step === 'mark' ? t('mark.text', { keys: shortcut.value }) : t(`${step}.text`)}</p>
              </figcaption>
            </figure>
          </li>
        ))}
      </ol>
      <p class="quiet">{t('private')}</p>
      <p class="row wrap">
        <OpenApp label={t('open.app')} />
        <a class="button" href={chrome.runtime.getURL('extension/options/index.html')}>
          {t('open.options')}
        </a>
      </p>
    </main>
  );
}
