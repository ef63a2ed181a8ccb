import '../../pwa/ui/ui.css';
import './panel.css';
import { followLanguage } from '../../pwa/ui/i18n';
import { scanOver } from './scan-over';
import { tabOfPanel } from './tab-of-panel';

followLanguage(document);
const tabId = await tabOfPanel();
await scanOver(tabId);
const { startPanel } = await import('./start');
startPanel(tabId);
