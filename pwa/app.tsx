import { useEffect, useLayoutEffect } from 'preact/hooks';
import { AppHeader } from './app-header';
import { AppNav } from './app-nav';
import { helpOpen } from './help/help-open';
import { DropZone } from './intake/drop-zone';
import { IntakeStatus } from './intake/intake-status';
import { PasteDialog } from './intake/paste-dialog';
import { lazy } from './lazy';
import { go, route } from './route';
import { t } from './t';
import { isTyping, useKeys } from './ui/keys';
import { Toasts, undoLatest } from './ui/toasts';

const LibraryScreen = lazy(() => import('./screens/library/index').then((module) => module.LibraryScreen));
const ReportScreen = lazy(() => import('./screens/report/index').then((module) => module.ReportScreen));
const OrgansScreen = lazy(() => import('./screens/organs/index').then((module) => module.OrgansScreen));
const OrganScreen = lazy(() => import('./screens/organs/organ').then((module) => module.OrganScreen));
const OverviewScreen = lazy(() => import('./screens/overview/index').then((module) => module.OverviewScreen));
const EvidenceScreen = lazy(() => import('./screens/evidence/index').then((module) => module.EvidenceScreen));
const BatchScreen = lazy(() => import('./screens/batch/index').then((module) => module.BatchScreen));
const EntryScreen = lazy(() => import('./screens/entry/index').then((module) => module.EntryScreen));
const HandoutsScreen = lazy(() => import('./screens/handouts/index').then((module) => module.HandoutsScreen));
const ChecklistsScreen = lazy(() => import('./screens/checklists/index').then((module) => module.ChecklistsScreen));
const ExchangeScreen = lazy(() => import('./screens/exchange/index').then((module) => module.ExchangeScreen));
const ReceiveScreen = lazy(() => import('./screens/exchange/receive').then((module) => module.ReceiveScreen));
const HelpDialog = lazy(() => import('./help/help-dialog').then((module) => module.HelpDialog));
const SettingsScreen = lazy(() => import('./screens/settings/index').then((module) => module.SettingsScreen));

export function App() {
  useKeys({
    '?': () => {
      helpOpen.value = true;
    },
    '/': () => document.querySelector<HTMLElement>('[data-key="/"]')?.focus(),
    o: () => document.querySelector<HTMLElement>('[data-key="o"]')?.click(),
    m: () => document.querySelector<HTMLElement>('[data-key="m"]')?.focus(),
    u: () => void undoLatest(),
    g: () => go({ screen: 'reports' }),
    b: () => go({ screen: 'batch' }),
  });
  useUndoKey();
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        {t('app.skip')}
      </button>
      <AppHeader />
      <AppNav />
      <main id="main" tabIndex={-1}>
        {/* Drawn by itself, once it is loaded (`care/care-notes`). */}
        <div id="care" class="intake-status" />
        <IntakeStatus />
        <Screen />
      </main>
      <PasteDialog />
      {helpOpen.value ? <HelpDialog /> : null}
      <DropZone />
      <Toasts />
    </>
  );
}

function Screen() {
  const to = route.value;
  useEffect(() => {
    document.querySelector('main')?.scrollTo(0, 0);
  }, [to]);
  switch (to.screen) {
    case 'report':
      return <ReportScreen key={to.id} id={to.id} />;
    case 'evidence':
      return <EvidenceScreen key={to.id} id={to.id} />;
    case 'batch':
      return <BatchScreen />;
    case 'organs':
      return <OrgansScreen />;
    case 'organ':
      return <OrganScreen key={to.id} name={to.id} />;
    case 'overview':
      return <OverviewScreen />;
    case 'entry':
      return <EntryScreen key={to.id} id={to.id} />;
    case 'handouts':
      return <HandoutsScreen key={to.id} id={to.id} />;
    case 'checklists':
      return <ChecklistsScreen key={to.id} id={to.id} />;
    case 'exchange':
      return <ExchangeScreen />;
    case 'receive':
      return <ReceiveScreen key={to.id} payload={to.id} />;
    case 'settings':
      return <SettingsScreen />;
    case 'reports':
      return <LibraryScreen />;
  }
}

/** Past header and navigation. Not a link: the hash is the route. */
function skip(): void {
  document.querySelector<HTMLElement>('#main')?.focus();
}

function useUndoKey(): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (asked && !isTyping(event.target) && undoLatest()) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
