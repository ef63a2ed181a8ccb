import { useEffect, useMemo, useState } from 'preact/hooks';
import { type CellId, explain, type Finding, forms, tablesOf } from '../../core/index';
import {
  CoverageHeader,
  FindingList,
  labelText,
  language,
  listOrder,
  showToast,
  useFindingKeys,
  useKeys,
} from '../../pwa/ui/index';
import { EvidenceStatus } from '../capture/evidence-status';
import { sealOnce } from '../capture/sealing';
import type { AnchorState, PageReport } from '../messages';
import { copyText } from './copy-text';
import { Notes } from './notes';
import { NothingFound } from './nothing-found';
import { appAddress } from './open-app';
import type { PanelSession } from './panel-session';
import { reportText } from './report-text';
import { ReviewActions, ReviewTag } from './review-actions';
import { t } from './t';
import { type SavedState, useSaved } from './use-saved';

interface ReportViewProps {
  readonly session: PanelSession;
  readonly page: PageReport;
}

/** A checked page: what was read, what is wrong, and what can be done about it. */
export function ReportView({ session, page }: ReportViewProps) {
  const { outcome } = page;
  const saved = useSaved(page, (id) => {
    if (session.tabId !== null && session.now.value === 'there') void sealOnce(session.tabId, id);
  });
  const tables = useMemo(() => tablesOf(outcome), [outcome]);
  const items = useMemo(
    () => outcome.findings.map((finding) => ({ finding, explanation: explain(finding, outcome, language.value) })),
    [outcome, language.value],
  );
  const current = session.current.value;
  const choose = (finding: Finding): void => void session.choose(finding);
  const showCell = (cell: CellId): void => void session.showCell(cell).then(sayWhere);
  useFindingKeys(listOrder(items, tables), current, choose);
  return (
    <div class="panel-report">
      <Header page={page} />
      <main>
        <Notes session={session} page={page} />
        {items.length === 0 ? <NothingFound page={page} /> : null}
        <FindingList
          items={items}
          tables={tables}
          current={current}
          onSelect={choose}
          onCell={showCell}
          aside={(finding) => <Aside finding={finding} anchor={page.anchors[finding.fingerprint]} saved={saved} />}
          actions={(finding) => <ReviewActions finding={finding} saved={saved} />}
        />
      </main>
      {outcome.status === 'unrecognised' ? null : <Footer session={session} page={page} saved={saved} />}
    </div>
  );
}

function Header({ page: { document: read, outcome } }: { readonly page: PageReport }) {
  const form = forms.find(({ id }) => id === outcome.form);
  const name = outcome.organ ?? outcome.title ?? read.title ?? t('untitled');
  const heading = outcome.year === null ? name : t('header.year', { organ: name, year: outcome.year });
  useEffect(() => {
    document.title = `${heading} · ${t('title')}`;
  }, [heading]);
  return (
    <header>
      <div class="row between">
        <h1>{heading}</h1>
        {form === undefined ? null : <span class="quiet form-name">{labelText(form.name)}</span>}
      </div>
      {outcome.form === null ? null : <CoverageHeader coverage={outcome.coverage} />}
    </header>
  );
}

interface AsideProps {
  readonly finding: Finding;
  readonly anchor: AnchorState | undefined;
  readonly saved: SavedState;
}

function Aside({ finding, anchor, saved }: AsideProps) {
  return (
    <>
      {anchor === 'lost' || anchor === 'hidden' ? <span class="tag none">{t(`${anchor}.one`)}</span> : null}
      <ReviewTag review={saved.reviewOf(finding)} />
      <span>{finding.rule}</span>
    </>
  );
}

function Footer({ session, page, saved }: ReportViewProps & { readonly saved: SavedState }) {
  const [busy, setBusy] = useState(false);
  const there = session.now.value === 'there';
  const shown = session.marksShown.value;
  const toggle = (): void => void (there && session.showMarks(!shown));
  const copy = (): void =>
    void copyText(reportText(page, language.value)).then((done) => showToast(t(done ? 'copied' : 'copy.failed')));
  const save = (): void => {
    setBusy(true);
    void saved.save().finally(() => setBusy(false));
  };
  useKeys({ e: toggle, s: save, c: copy });
  return (
    <footer>
      {saved.id === null ? (
        <button type="button" class="main" aria-keyshortcuts="S" disabled={busy} onClick={save}>
          {t('action.save')} <kbd>S</kbd>
        </button>
      ) : (
        <span class="saved" role="status">
          <span class="tag ok">{t('saved')}</span>
          <a href={appAddress(saved.id)} target="_blank" rel="noreferrer">
            {t('saved.open')}
          </a>
        </span>
      )}
      {saved.id === null ? null : <EvidenceStatus session={session} report={saved.id} />}
      <button type="button" aria-keyshortcuts="C" onClick={copy}>
        {t('action.copy')} <kbd>C</kbd>
      </button>
      <button type="button" aria-keyshortcuts="E" disabled={!there} onClick={toggle}>
        {t(shown ? 'action.clear' : 'action.show')} <kbd>E</kbd>
      </button>
      <span class="quiet keys">
        <kbd>J</kbd> <kbd>K</kbd> {t('action.next')}
      </span>
    </footer>
  );
}

function sayWhere(state: AnchorState | null): void {
  if (state === 'lost' || state === 'hidden') showToast(t(`${state}.cell`));
}
