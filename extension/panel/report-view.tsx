import { useEffect, useMemo, useState } from 'preact/hooks';
import { type CellId, explain, type Finding, OWN_FINDING, OWN_FORM_SUM, tablesOf } from '../../core/index';
import { type ExplainedFinding, FindingList, language, listOrder, showToast, useFindingKeys } from '../../pwa/ui/index';
import { sealPageOnce } from '../capture/sealing';
import type { AnchorState, PageReport } from '../messages';
import { BesideNotes } from './beside-notes';
import { ClosedFrames } from './closed-frames';
import { bySeverity, type Filter, NO_FILTER, passes } from './filter';
import { FilterBar } from './filter-bar';
import { FindingActions } from './finding-actions';
import { InferredPart } from './inferred-part';
import { Notes } from './notes';
import { NothingFound } from './nothing-found';
import { OwnForm } from './own-form';
import type { PanelSession } from './panel-session';
import { ReportFooter } from './report-footer';
import { ReportHeader } from './report-header';
import { ReviewTag } from './review-actions';
import { t } from './t';
import { useBeside } from './use-beside';
import { type SavedState, useSaved } from './use-saved';

interface ReportViewProps {
  readonly session: PanelSession;
  readonly page: PageReport;
}

/** A checked page: what was read, what is wrong, and what can be done about it. */
export function ReportView({ session, page }: ReportViewProps) {
  const saved = useSaved(page, (id) => {
    if (session.tabId !== null && session.now.value === 'there') void sealPageOnce(session.tabId, id);
  });
  const { outcome } = saved;
  const beside = useBeside(session.tabId, page);
  const isList = beside.column !== null && outcome.form === null;
  const tables = useMemo(() => tablesOf(outcome), [outcome]);
  const items = useMemo(
    () =>
      bySeverity(
        outcome.findings.map((each) => ({ finding: each, explanation: explain(each, outcome, language.value) })),
      ),
    [outcome, language.value],
  );
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const current = session.current.value;
  const statusOf = ({ finding }: ExplainedFinding) => saved.reviewOf(finding)?.status ?? 'open';
  const shown = items.filter((item) => passes(item, statusOf(item), filter));
  const choose = (finding: Finding): void => void session.choose(finding);
  const showCell = (cell: CellId): void => void session.showCell(cell).then(sayWhere);
  useFindingKeys(listOrder(shown, tables), current, choose);
  useOwnInPage(session, page, saved);
  const anchors = { ...page.anchors, ...session.ownAnchors.value };
  const picked = session.picked.value;
  return (
    <div class="panel-report">
      <ReportHeader page={page} saved={saved} isList={isList} />
      <main>
        <Notes session={session} page={page} />
        {picked === null ? null : (
          <OwnForm
            picked={picked}
            outcome={outcome}
            onCancel={() => session.letGo()}
            onKeep={(own) => void saved.addOwn(own).then((kept) => kept && session.letGo())}
          />
        )}
        {outcome.status === 'unrecognised' ? <InferredPart session={session} page={page} /> : null}
        {items.length === 0 && !isList ? <NothingFound page={page} /> : null}
        {outcome.status === 'checked' ? null : <ClosedFrames addresses={page.closedFrames} />}
        <BesideNotes tabId={session.tabId} page={page} beside={beside} />
        <FilterBar items={items} tables={tables} shown={shown.length} filter={filter} onFilter={setFilter} />
        <FindingList
          items={shown}
          tables={tables}
          current={current}
          onSelect={choose}
          onCell={showCell}
          aside={(finding) => <Aside finding={finding} anchor={anchors[finding.fingerprint]} saved={saved} />}
          actions={(finding) => (
            <FindingActions key={finding.fingerprint} finding={finding} saved={saved} onCell={showCell} />
          )}
        />
        {outcome.status === 'unrecognised' ? null : <InferredPart session={session} page={page} />}
      </main>
      {outcome.status === 'unrecognised' ? null : <ReportFooter session={session} page={page} saved={saved} />}
    </div>
  );
}

/** The page marks what people found themselves beside what the rules found. */
function useOwnInPage(session: PanelSession, page: PageReport, { own }: SavedState): void {
  const some = own.length > 0 || Object.keys(session.ownAnchors.value).length > 0;
  useEffect(() => {
    if (some) void session.showOwn(own);
  }, [own, page]);
}

interface AsideProps {
  readonly finding: Finding;
  readonly anchor: AnchorState | undefined;
  readonly saved: SavedState;
}

function Aside({ finding, anchor, saved }: AsideProps) {
  const own = finding.rule === OWN_FINDING;
  return (
    <>
      {anchor === 'lost' || anchor === 'hidden' ? <span class="tag none">{t(`${anchor}.one`)}</span> : null}
      <ReviewTag review={saved.reviewOf(finding)} />
      {own ? (
        <span class="tag own">{t('own.tag')}</span>
      ) : finding.rule === OWN_FORM_SUM ? (
        <span class="tag own">{t('own.form.tag')}</span>
      ) : (
        <span>{finding.rule}</span>
      )}
    </>
  );
}

function sayWhere(state: AnchorState | null): void {
  if (state === 'lost' || state === 'hidden') showToast(t(`${state}.cell`));
}
