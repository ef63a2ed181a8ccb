import { useEffect, useState } from 'preact/hooks';
import { EmptyState, Toasts } from '../../pwa/ui/index';
import { AppView } from './app-view';
import { OpenApp } from './open-app';
import { OpenRounds } from './open-rounds';
import type { PanelSession } from './panel-session';
import { RefusedView } from './refused-view';
import { ReportView } from './report-view';
import { shortcut } from './shortcut';
import { t } from './t';

/** Which of the panel's faces is up: what is known of the tab decides. */
export function Panel({ session }: { readonly session: PanelSession }) {
  return (
    <>
      <Face session={session} />
      <Toasts />
    </>
  );
}

function Face({ session }: { readonly session: PanelSession }) {
  const tab = session.tab.value;
  const page = session.page.value;
  if (tab?.phase === 'app') return <AppView session={session} state={tab} />;
  if (tab?.phase === 'refused') return <RefusedView state={tab} tabId={session.tabId} />;
  if (tab?.phase === 'failed')
    return <Message title={t('failed.title')} text={t('failed.text', { reason: tab.reason })} />;
  if (page !== null) return <ReportView session={session} page={page} />;
  if (session.trouble.value !== null)
    return <Message title={t('failed.title')} text={t('failed.text', { reason: session.trouble.value })} />;
  if (session.now.value === 'gone') return <Message title={t('gone.title')} text={t('gone.empty')} />;
  if (session.now.value === 'closed') return <Message title={t('closed.title')} text={t('closed.empty')} />;
  if (tab !== null) return <Reading key={tab.at} since={tab.at} />;
  return <Message title={t('idle.title')} text={t('idle.text', { keys: shortcut.value })} />;
}

/** Milliseconds after which a page is said to keep us waiting: where it is stuck, the panel itself comes no sooner. */
const PATIENCE = 3000;

function Reading({ since }: { readonly since: number }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), since + PATIENCE - Date.now());
    return () => clearTimeout(timer);
  }, [since]);
  return <Message title={t('scanning.title')} text={isLate ? t('scanning.late') : ''} busy={!isLate} />;
}

function Message({
  title,
  text,
  busy = false,
}: {
  readonly title: string;
  readonly text: string;
  readonly busy?: boolean;
}) {
  return (
    <main class="panel-message" aria-live="polite" aria-busy={busy}>
      <h1 class="visually-hidden">{t('title')}</h1>
      <EmptyState title={title}>
        {text === '' ? null : <p>{text}</p>}
        {busy ? null : (
          <div class="row wrap">
            <OpenApp />
            <OpenRounds />
          </div>
        )}
      </EmptyState>
    </main>
  );
}
