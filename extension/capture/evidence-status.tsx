import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { evidenceOf } from '../../pwa/db/index';
import { evidenceAddress } from '../panel/open-app';
import type { PanelSession } from '../panel/panel-session';
import { t } from '../panel/t';
import { type Sealing, sealing, sealOnce } from './sealing';

/** 证据 of a saved report: sealed, being sealed, or why not. */
export function EvidenceStatus({ session, report }: { readonly session: PanelSession; readonly report: string }) {
  const count = useEvidenceCount(report);
  const now = sealing.value;
  const { tabId } = session;
  if (now.state === 'busy')
    return (
      <span class="quiet" role="status">
        {t('evidence.busy')}
      </span>
    );
  if (count > 0)
    return (
      <span class="saved" role="status">
        <a href={evidenceAddress(report)} target="_blank" rel="noreferrer">
          {t('evidence.open')}
        </a>
        {now.state === 'done' && now.report === report && now.missing > 0 ? (
          <span class="quiet">{t('evidence.missing', { count: now.missing })}</span>
        ) : null}
      </span>
    );
  return (
    <span class="saved">
      {failureOf(now, report)}
      <button
        type="button"
        disabled={tabId === null || session.now.value !== 'there'}
        onClick={() => tabId !== null && void sealOnce(tabId, report)}
      >
        {t('evidence.seal')}
      </button>
    </span>
  );
}

function failureOf(now: Sealing, report: string) {
  if ((now.state !== 'failed' && now.state !== 'not-kept') || now.report !== report) return null;
  return (
    <span class="tag warning" role="status">
      {now.state === 'not-kept'
        ? t(now.failure.code === 'full' ? 'evidence.full' : 'evidence.notKept', { reason: now.failure.reason })
        : t(`evidence.failed.${now.why}`, { reason: now.reason })}
    </span>
  );
}

function useEvidenceCount(report: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const subscription = liveQuery(() => evidenceOf(report)).subscribe({
      next: ({ evidence, unreadable }) => setCount(evidence.length + unreadable),
      error: () => setCount(0), // The store is shut: saving says so.
    });
    return () => subscription.unsubscribe();
  }, [report]);
  return count;
}
