import { useState } from 'preact/hooks';
import { language, showToast, useKeys } from '../../pwa/ui/index';
import { EvidenceStatus } from '../capture/evidence-status';
import { sealPageOnce } from '../capture/sealing';
import type { PageReport } from '../messages';
import { copyText } from './copy-text';
import { appAddress } from './open-app';
import type { PanelSession } from './panel-session';
import { reportText } from './report-text';
import { t } from './t';
import type { SavedState } from './use-saved';

interface ReportFooterProps {
  readonly session: PanelSession;
  readonly page: PageReport;
  readonly saved: SavedState;
}

/** What one can do with the whole page. */
export function ReportFooter({ session, page, saved }: ReportFooterProps) {
  const [busy, setBusy] = useState(false);
  const there = session.now.value === 'there';
  const shown = session.marksShown.value;
  const toggle = (): void => void (there && session.showMarks(!shown));
  const copy = (): void =>
    void copyText(reportText({ ...page, outcome: saved.outcome }, language.value)).then((done) =>
      showToast(t(done ? 'copied' : 'copy.failed')),
    );
  const save = (): void => {
    setBusy(true);
    void saved.save().finally(() => setBusy(false));
  };
  const pick = (): void => void (there && session.pick().then((picked) => picked || showToast(t('own.select'))));
  useKeys({ e: toggle, s: save, c: copy, n: pick });
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
      {saved.id === null ? null : <Evidence report={saved.id} tabId={there ? session.tabId : null} />}
      <button type="button" aria-keyshortcuts="C" onClick={copy}>
        {t('action.copy')} <kbd>C</kbd>
      </button>
      <button type="button" aria-keyshortcuts="N" disabled={!there} onClick={pick}>
        {t('action.own')} <kbd>N</kbd>
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

function Evidence({ report, tabId }: { readonly report: string; readonly tabId: number | null }) {
  return <EvidenceStatus report={report} onSeal={tabId === null ? null : () => void sealPageOnce(tabId, report)} />;
}
