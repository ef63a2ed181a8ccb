/** The report in the store: whether it is there, what was said on its findings, what people found themselves. */
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { foundIn, withOwnFindings } from '../../core/exchange/found';
import { reportId } from '../../core/exchange/report-id';
import type { Opinion } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import { type Finding, type Outcome, withOwnForms } from '../../core/index';
import {
  type DismissalScope,
  type FindingReview,
  lastKept,
  loadOwnForms,
  loadReport,
  type OwnFinding,
  opinionsOfReport,
  ownFindingsOf,
  ownText,
  randomId,
  reviewOf,
  reviewsOf,
  type Said,
  type StorageFailure,
  saveReport,
  scopesOf,
  say as store,
  subjectName,
  takenBack,
  wideSubject,
} from '../../pwa/db/index';
import { t as ofScopes } from '../../pwa/ui/dismissal/t';
import { showToast } from '../../pwa/ui/index';
import type { PageReport } from '../messages';
import { t } from './t';
import type { Before } from './what-changed';

export interface SavedState {
  /** Null until the report is in the store. */
  readonly id: string | null;
  /** The outcome with the findings of people's own, and of their forms, among the others. */
  readonly outcome: Outcome;
  readonly own: readonly OwnFinding[];
  /** Without findings of people's own: those are no matter of the page. */
  readonly found: Outcome;
  /** The same report as it was kept before; null where it was not, and until what forms of people's own find is known. */
  readonly before: Before | null;
  /** Whether it is there now. */
  save(): Promise<boolean>;
  reviewOf(finding: Finding): FindingReview | null;
  /** A word on a finding; the report is saved with it, so that it does not hang in the air. Answers whether it was kept. */
  say(finding: Finding, said: Said): Promise<boolean>;
  /** Widths in which this finding can be dismissed. */
  scopesOf(finding: Finding): readonly DismissalScope[];
  dismiss(finding: Finding, scope: DismissalScope, reason: string): Promise<boolean>;
  /** Takes back what was said on the cells or the rule of a finding. */
  takeBack(review: FindingReview): Promise<boolean>;
  addOwn(own: Omit<OwnFinding, 'fingerprint'>): Promise<boolean>;
  withdraw(own: OwnFinding): Promise<boolean>;
}

interface Stored {
  readonly saved: boolean;
  readonly opinions: readonly Opinion[];
  /** What the page gave, and that with what forms of people's own find; null before the store has answered. */
  readonly found: { readonly of: Outcome; readonly outcome: Outcome } | null;
  readonly before: Before | null;
}

const NOTHING: Stored = { saved: false, opinions: [], found: null, before: null };

/** `onSaved` runs after each save, whether or not the report was there before. */
export function useSaved(
  page: Pick<PageReport, 'document' | 'outcome'>,
  onSaved: (id: string) => void = () => undefined,
): SavedState {
  const { document } = page;
  const source = useMemo(() => ({ address: document.address, fileName: null }), [document]);
  const id = useMemo(() => reportId(document, source), [document, source]);
  const named = sourceNameOf(source, id);
  const stored = useStored(id, page, named);
  const own = useMemo(() => ownFindingsOf(stored.opinions), [stored]);
  // Of a page that was read again the store has yet to answer.
  const joined = stored.found?.of === page.outcome ? stored.found.outcome : null;
  const found = joined ?? page.outcome;
  const outcome = useMemo(() => withOwnFindings(found, stored.opinions), [found, stored]);
  const reviews = useMemo(() => reviewsOf(outcome, stored.opinions, named), [outcome, stored, named]);

  const save = async (): Promise<boolean> => {
    const checkedBy = chrome.runtime.getManifest().version;
    const savedAt = new Date().toISOString();
    const result = await saveReport({ id, savedAt, source, document, outcome: page.outcome, checkedBy });
    if (!result.ok) showToast(failureText(result.error));
    else if (result.value === 'known' && stored.saved) showToast(t('saved.known'));
    if (result.ok) onSaved(id);
    return result.ok;
  };

  /** Says it of a subject, and offers the way back. */
  const sayOf = async (subject: string, against: string, said: Said, done: string): Promise<boolean> => {
    if (!stored.saved && !(await save())) return false;
    const before = reviewOf(
      stored.opinions.filter(({ finding }) => finding === subject),
      against,
    );
    if (!(await keep(subject, against, said))) return false;
    const back = said.own === undefined ? takenBack(before, said) : { own: ownBefore(stored.opinions, subject) };
    showToast(done, () => void keep(subject, against, back));
    return true;
  };

  const say = (finding: Finding, said: Said): Promise<boolean> => {
    const { fingerprint } = finding;
    const done = said.status === undefined ? t('note.done') : t('status.said', { status: t(`status.${said.status}`) });
    return sayOf(fingerprint, reviews.get(fingerprint)?.against ?? '', said, done);
  };

  return {
    id: stored.saved ? id : null,
    outcome,
    own,
    found,
    before: joined === null ? null : stored.before,
    save,
    reviewOf: (finding) => reviews.get(finding.fingerprint) ?? null,
    say,
    scopesOf: (finding) => scopesOf(finding, outcome, named),
    dismiss: async (finding, scope, reason) => {
      const said: Said = { status: 'dismissed', reason };
      const wide = scope === 'finding' ? null : wideSubject(scope, finding, outcome, named);
      if (wide === null) return say(finding, said);
      return sayOf(wide.name, wide.against, said, ofScopes('status.said.wide', { scope: ofScopes(`scope.${scope}`) }));
    },
    takeBack: ({ by, against }) => sayOf(subjectName(by), against, { status: 'open' }, ofScopes('scope.taken')),
    addOwn: (finding) => {
      const organ = outcome.organ ?? named;
      const fingerprint = subjectName({ scope: 'own', organ, year: outcome.year, id: randomId() });
      return sayOf(fingerprint, '', { own: ownText({ ...finding, fingerprint }) }, t('own.done'));
    },
    withdraw: (finding) => sayOf(finding.fingerprint, '', { own: '' }, t('own.withdrawn')),
  };
}

function ownBefore(opinions: readonly Opinion[], subject: string): string {
  const before = ownFindingsOf(opinions).find(({ fingerprint }) => fingerprint === subject);
  return before === undefined ? '' : ownText(before);
}

async function keep(subject: string, against: string, said: Said): Promise<boolean> {
  const added = await store(subject, against, said);
  if (!added.ok) showToast(failureText(added.error));
  return added.ok;
}

function failureText({ code, reason }: StorageFailure): string {
  return code === 'other' ? t('save.failed.other', { reason }) : t(`save.failed.${code}`);
}

/** Follows the store, also where the app changes it in another tab. */
function useStored(
  id: string,
  { document, outcome }: Pick<PageReport, 'document' | 'outcome'>,
  source: string,
): Stored {
  const [stored, setStored] = useState<Stored>(NOTHING);
  useEffect(() => {
    const query = liveQuery(async (): Promise<Stored> => {
      const report = await loadReport(id);
      const forms = await loadOwnForms();
      const found = withOwnForms({ document, outcome }, forms, source);
      const { opinions } = await opinionsOfReport(found, source);
      const kept = await lastKept(outcome, id);
      const before =
        kept === null ? null : { savedAt: kept.savedAt, same: kept.id === id, outcome: foundIn(kept, forms) };
      return {
        saved: report !== null && report !== 'unreadable',
        opinions,
        found: { of: outcome, outcome: found },
        before,
      };
    });
    const subscription = query.subscribe({
      next: setStored,
      error: (error: unknown) => showToast(t('save.failed.other', { reason: String(error) })),
    });
    return () => subscription.unsubscribe();
  }, [id, outcome, source]);
  return stored;
}
