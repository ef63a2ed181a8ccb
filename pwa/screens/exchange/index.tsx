import './exchange.css';
import { home } from '../../home';
import { t as ofApp } from '../../t';
import { ExtensionSection } from './extension-section';
import { FolderSection } from './folder-section';
import { ImportSection } from './import-section';
import { MergesSection } from './merges-section';
import { ShareSection } from './share-section';

/** 交接: reports and opinions out and in. A union both ways: nothing is overwritten, nothing doubles. */
export function ExchangeScreen() {
  return (
    <div class="screen settings exchange">
      <h1>{ofApp('nav.exchange')}</h1>
      <p class="quiet">{ofApp('exchange.how')}</p>
      <ImportSection />
      <ShareSection />
      <FolderSection />
      {home === 'extension' ? <p class="note info">{ofApp('exchange.shared')}</p> : <ExtensionSection />}
      <MergesSection />
    </div>
  );
}
