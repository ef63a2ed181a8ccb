import { useState } from 'preact/hooks';
import { EmptyState } from '../../pwa/ui/index';
import { browserPage } from '../browser-pages';
import type { TabState } from '../tab-state';
import { appAddress, OpenApp } from './open-app';
import { queuePdf } from './pdf-file';
import { t } from './t';

type Refused = Extract<TabState, { phase: 'refused' }>;

/** The browser did not let us in: why, and what can be done. */
export function RefusedView({ state, tabId }: { readonly state: Refused; readonly tabId: number | null }) {
  const text = state.why === 'other' ? t('refused.other', { reason: state.reason }) : t(`refused.${state.why}`);
  return (
    <main class="panel-message" aria-live="polite">
      <h1 class="visually-hidden">{t('title')}</h1>
      <EmptyState title={t(state.why === 'pdf' ? 'refused.pdf.title' : 'refused.title')}>
        <p>{text}</p>
        {state.why === 'pdf' && tabId !== null ? <OpenPdf tabId={tabId} /> : null}
        {state.why === 'file' ? (
          <button type="button" class="main" onClick={() => void openSettings()}>
            {t('refused.file.settings')}
          </button>
        ) : null}
        <OpenApp />
      </EmptyState>
    </main>
  );
}

function OpenPdf({ tabId }: { readonly tabId: number }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    setBusy(true);
    const refused = await queuePdf(tabId);
    setFailure(refused);
    setBusy(false);
    if (refused === null) await chrome.tabs.create({ url: appAddress() });
  };
  return (
    <>
      <button type="button" class="main" disabled={busy} onClick={() => void open()}>
        {t('refused.pdf.open')}
      </button>
      {failure === null ? null : <p role="alert">{t('refused.pdf.failed', { reason: failure })}</p>}
    </>
  );
}

/** A link would not do: pages may not lead to the browser's own. */
async function openSettings(): Promise<void> {
  await chrome.tabs.create({ url: browserPage(`extensions/?id=${chrome.runtime.id}`) });
}
