import './exchange.css';
import { home } from '../../home';
import { t as ofApp } from '../../t';
import { ExtensionSection } from './extension-section';
import { FolderSection } from './folder-section';
import { ImportSection } from './import-section';
import { MergesSection } from './merges-section';
import { ShareSection } from './share-section';
import { t } from './t';

/** 交接: reports and opinions out and in. A union both ways: nothing is overwritten, nothing doubles. */
export function ExchangeScreen() {
  return (
    <div class="screen settings exchange">
      <h1>{ofApp('nav.exchange')}</h1>
      <p class="quiet">{t('how')}</p>
      <ImportSection />
      <ShareSection />
      <FolderSection />
      {home === 'extension' ? <p class="note info">{t('shared')}</p> : <ExtensionSection />}
      <MergesSection />
    </div>
  );
}
