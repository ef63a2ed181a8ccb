import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { evidenceOf } from '../../pwa/db/index';
import { evidenceAddress } from '../panel/open-app';
import { t } from '../panel/t';
import { type Sealing, sealingOf } from './sealing';

interface EvidenceStatusProps {
  readonly report: string;
  /** Null where there is nothing left to seal. */
  readonly onSeal: (() => void) | null;
}

/** 证据 of a saved report: sealed, being sealed, or why not. */
export function EvidenceStatus({ report, onSeal }: EvidenceStatusProps) {
  const count = useEvidenceCount(report);
  const now = sealingOf(report);
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
        {now.state === 'done' && now.missing > 0 ? (
          <span class="quiet">{t('evidence.missing', { count: now.missing })}</span>
        ) : null}
      </span>
    );
  return (
    <span class="saved">
      {failureOf(now)}
      <button type="button" disabled={onSeal === null} onClick={() => onSeal?.()}>
        {t('evidence.seal')}
      </button>
    </span>
  );
}

function failureOf(now: Sealing) {
  if (now.state !== 'failed' && now.state !== 'not-kept') return null;
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
