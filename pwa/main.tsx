import './ui/ui.css';
import './app.css';
import { render } from 'preact';
import { App } from './app';
import { storeTrouble } from './db/database';
import { watchBridge } from './exchange/bridge';
import { openLaunched } from './exchange/launched';
import { home } from './home';
import { findUnfinished, warmReader } from './intake/intake';
import { keepFocus } from './keep-focus';
import { watchReports } from './report-list';
import { followLanguage } from './ui/i18n';

followLanguage(document);
watchBridge();
watchReports();
keepFocus();
void findUnfinished();
openLaunched();
const root = document.querySelector('#app');
if (root !== null) render(<App />, root);

// What checks and what shows a report come while nobody waits for them. A failure is told where the part is needed.
setTimeout(() => {
  warmReader();
  void import('./screens/report/index').catch(() => undefined);
  void import('./help/help-dialog').catch(() => undefined);
  if ('locks' in navigator)
    import('./exchange/folder/watch').then(
      ({ watchFolder }) => watchFolder(),
      () => undefined,
    );
}, 1500);
// At once where the store is out of reach: the screens wait for it, and somebody has to say why.
const careNotes = (): void => {
  const within = document.querySelector('#care');
  if (within === null || noted) return;
  noted = true;
  import('./care/care-notes').then(
    ({ showCareNotes }) => showCareNotes(within),
    (error: unknown) => console.error('Gouji: the care for data could not be loaded', error),
  );
};
let noted = false;
storeTrouble.listeners.add(careNotes);
setTimeout(careNotes, 1500);

// In the extension the app is on the disk already. On plain http the browser has no service worker to offer.
if (home === 'hosted' && import.meta.env.MODE === 'production')
  import('./offline/register').then(
    ({ register }) => register(),
    (error: unknown) => console.error('Gouji: the service worker could not be registered', error),
  );
