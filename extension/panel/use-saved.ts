/** The report in the store: whether it is there, and what was said on its findings. */
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { reportId } from '../../core/exchange/report-id';
import type { Opinion, ReviewStatus } from '../../core/exchange/schema';
import { type Finding, valuesOf } from '../../core/index';
import {
  addOpinions,
  loadReport,
  loadSetting,
  type NewOpinion,
  opinionsOf,
  type Review,
  reviewOf,
  saveReport,
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

export function useSaved(page: PageReport): SavedState {
  const { document, outcome } = page;
  const source = useMemo(() => ({ address: document.address, fileName: null }), [document]);
  const id = useMemo(() => reportId(document, source), [document, source]);
  const stored = useStored(id, outcome.findings);

  const save = async (): Promise<boolean> => {
    const checkedBy = chrome.runtime.getManifest().version;
    const savedAt = new Date().toISOString();
    const result = await saveReport({ id, savedAt, source, document, outcome, checkedBy });
    if (!result.ok) {
      const { code, reason } = result.error;
      showToast(code === 'other' ? t('save.failed.other', { reason }) : t(`save.failed.${code}`));
    } else if (result.value === 'known' && stored.saved) showToast(t('saved.known'));
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
    const word = {
      finding: finding.fingerprint,
      against: valuesOf(finding, outcome),
      author: await loadSetting('author'),
      at: new Date().toISOString(),
    };
    const words = (status: ReviewStatus, reason?: string): NewOpinion[] => [
      { ...word, field: 'status', value: status },
      ...(reason === undefined ? [] : [{ ...word, field: 'reason' as const, value: reason }]),
    ];
    if (await add(words(status, reason)))
      // Nothing is ever removed: taking back is one more word.
      showToast(
        t('status.said', { status: t(`status.${status}`) }),
        () => void add(words(before.status, before.reason)),
      );
  };

  return { id: stored.saved ? id : null, save, reviewOf: reviewOfFinding, say };
}

async function add(words: readonly NewOpinion[]): Promise<boolean> {
  const added = await addOpinions(words);
  if (!added.ok) showToast(t('save.failed.other', { reason: added.error.reason }));
  return added.ok;
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
