/** The report in the store: whether it is there, and what was said on its findings. */
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { reportId } from '../../core/exchange/report-id';
import type { Opinion, ReviewStatus } from '../../core/exchange/schema';
import { type Finding, valuesOf } from '../../core/index';
import {
  loadReport,
  opinionsOf,
  type Review,
  reviewOf,
  type Said,
  type StorageFailure,
  saveReport,
  say as store,
  takenBack,
} from '../../pwa/db/index';
import { showToast } from '../../pwa/ui/index';
import type { PageReport } from '../messages';
import { t } from './t';

export interface SavedState {
  /** Null until the report is in the store. */
  readonly id: string | null;
  /** Whether it is there now. */
  save(): Promise<boolean>;
  reviewOf(finding: Finding): Review;
  /** A word on a finding; the report is saved with it, so that it does not hang in the air. */
  say(finding: Finding, status: ReviewStatus, reason?: string): Promise<void>;
}

interface Stored {
  readonly saved: boolean;
  readonly opinions: readonly Opinion[];
}

/** `onSaved` runs after each save, whether or not the report was there before. */
export function useSaved(page: PageReport, onSaved: (id: string) => void): SavedState {
  const { document, outcome } = page;
  const source = useMemo(() => ({ address: document.address, fileName: null }), [document]);
  const id = useMemo(() => reportId(document, source), [document, source]);
  const stored = useStored(id, outcome.findings);

  const save = async (): Promise<boolean> => {
    const checkedBy = chrome.runtime.getManifest().version;
    const savedAt = new Date().toISOString();
    const result = await saveReport({ id, savedAt, source, document, outcome, checkedBy });
    if (!result.ok) showToast(failureText(result.error));
    else if (result.value === 'known' && stored.saved) showToast(t('saved.known'));
    if (result.ok) onSaved(id);
    return result.ok;
  };

  const reviewOfFinding = (finding: Finding): Review =>
    reviewOf(
      stored.opinions.filter((opinion) => opinion.finding === finding.fingerprint),
      valuesOf(finding, outcome),
    );

  const say = async (finding: Finding, status: ReviewStatus, reason?: string): Promise<void> => {
    if (!stored.saved && !(await save())) return;
    const before = reviewOfFinding(finding);
    const against = valuesOf(finding, outcome);
    const said: Said = reason === undefined ? { status } : { status, reason };
    if (await keep(finding, against, said))
      showToast(
        t('status.said', { status: t(`status.${status}`) }),
        () => void keep(finding, against, takenBack(before, said)),
      );
  };

  return { id: stored.saved ? id : null, save, reviewOf: reviewOfFinding, say };
}

async function keep(finding: Finding, against: string, said: Said): Promise<boolean> {
  const added = await store(finding.fingerprint, against, said);
  if (!added.ok) showToast(failureText(added.error));
  return added.ok;
}

function failureText({ code, reason }: StorageFailure): string {
  return code === 'other' ? t('save.failed.other', { reason }) : t(`save.failed.${code}`);
}

/** Follows the store, also where the app changes it in another tab. */
function useStored(id: string, findings: readonly Finding[]): Stored {
  const [stored, setStored] = useState<Stored>({ saved: false, opinions: [] });
  useEffect(() => {
    const query = liveQuery(async (): Promise<Stored> => {
      const report = await loadReport(id);
      const { opinions } = await opinionsOf(findings.map(({ fingerprint }) => fingerprint));
      return { saved: report !== null && report !== 'unreadable', opinions };
    });
    const subscription = query.subscribe({
      next: setStored,
      error: (error: unknown) => showToast(t('save.failed.other', { reason: String(error) })),
    });
    return () => subscription.unsubscribe();
  }, [id, findings]);
  return stored;
}
