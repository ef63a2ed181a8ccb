import { t } from './t';

export function appAddress(reportId?: string): string {
  const hash = reportId === undefined ? '' : `#/report/${encodeURIComponent(reportId)}`;
  return chrome.runtime.getURL(`pwa/index.html${hash}`);
}

/** 证据 of a saved report, in the app. */
export function evidenceAddress(reportId: string): string {
  return chrome.runtime.getURL(`pwa/index.html#/evidence/${encodeURIComponent(reportId)}`);
}

/** Opens the app that comes with the extension, on the same store. */
export function OpenApp({ label = t('open.app') }: { readonly label?: string }) {
  return (
    <a class="button" href={appAddress()} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
