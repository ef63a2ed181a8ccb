import { home } from '../../home';
import { t } from '../../t';
import { ExportSection } from './export-section';
import { ExtensionSection } from './extension-section';
import { ImportSection } from './import-section';

/** 交接: reports and opinions out and in. A union both ways: nothing is overwritten, nothing doubles. */
export function ExchangeScreen() {
  return (
    <div class="screen settings">
      <h1>{t('nav.exchange')}</h1>
      <p class="quiet">{t('exchange.how')}</p>
      {home === 'extension' ? <p class="note info">{t('exchange.shared')}</p> : <ExtensionSection />}
      <ImportSection />
      <ExportSection />
    </div>
  );
}
