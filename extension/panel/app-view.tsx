import { EmptyState, showToast } from '../../pwa/ui/index';
import { setAllowed } from '../allowed-origins';
import { saveTabState, type TabState } from '../tab-state';
import { OpenApp } from './open-app';
import type { PanelSession } from './panel-session';
import { t } from './t';

type AppState = Extract<TabState, { phase: 'app' }>;

interface AppViewProps {
  readonly session: PanelSession;
  readonly state: AppState;
}

/** 交接 with a hosted app. Any page can call itself the app, so its address is shown and the user says yes first. */
export function AppView({ session, state }: AppViewProps) {
  const { origin } = state;
  const set = async (allowed: boolean): Promise<void> => {
    await setAllowed(origin, allowed);
    if (session.tabId !== null) {
      await saveTabState(session.tabId, { ...state, allowed });
      // The bridge asks the background anew; where its page is gone, there is nobody to open or close.
      await chrome.tabs.sendMessage(session.tabId, { type: 'bridge-open' }).catch(() => undefined);
    }
    if (!allowed) showToast(t('app.forgotten'), () => void set(true));
  };
  return (
    <main class="panel-message" aria-live="polite">
      <h1 class="visually-hidden">{t('title')}</h1>
      <EmptyState title={t(state.allowed ? 'app.allowed.title' : 'app.title')}>
        <p>{state.allowed ? t('app.allowed', { origin }) : t('app.ask', { origin })}</p>
        <Exchanged state={state} />
        <div class="row wrap">
          {state.allowed ? (
            <button type="button" onClick={() => void set(false)}>
              {t('app.forget')}
            </button>
          ) : (
            <button type="button" class="main" onClick={() => void set(true)}>
              {t('app.allow')}
            </button>
          )}
          <OpenApp label={t('open.inside')} />
        </div>
      </EmptyState>
    </main>
  );
}

function Exchanged({ state: { exchanged, failure } }: { readonly state: AppState }) {
  if (failure !== null) return <p class="note">{t('app.failed', { reason: failure })}</p>;
  if (exchanged === null) return null;
  const { received, sent } = exchanged;
  return (
    <section class="stack" role="status">
      <h3>{t('app.exchanged')}</h3>
      <p>
        {t('app.received', {
          reports: received.reports.added + received.reports.known,
          newReports: received.reports.added,
          opinions: received.opinions.added + received.opinions.known,
          newOpinions: received.opinions.added,
        })}
      </p>
      <p>{t('app.sent', sent)}</p>
    </section>
  );
}
