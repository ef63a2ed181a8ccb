import { useState } from 'preact/hooks';
import { recheck } from '../checklists/recheck';
import { type StorageFailure, storageFailure } from '../db/attempt';
import { choiceOf } from '../db/checklist-choice';
import { storageText } from '../failure-text';
import { FileButton } from '../file-button';
import { link } from '../intake/run';
import { askToKeep } from '../offline/persistence';
import { whenText } from '../report-name';
import { ErrorNote, showToast } from '../ui/index';
import type { BackupFailure, OpenedBackup } from './read-backup';
import { t } from './t';

type Restore =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly code: BackupFailure; readonly reason: string }
  | { readonly state: 'preview'; readonly name: string; readonly opened: OpenedBackup }
  | { readonly state: 'merging'; readonly done: number; readonly total: number };

/** What a backup would bring is shown first, then merged. */
export function RestorePart() {
  const [now, setNow] = useState<Restore>({ state: 'none' });
  const open = async (file: File): Promise<void> => {
    const { name } = file;
    setNow({ state: 'reading', name });
    try {
      const { openBackup } = await import('./read-backup');
      const opened = await openBackup(file);
      if (opened.ok) setNow({ state: 'preview', name, opened: opened.value });
      else setNow({ state: 'failed', name, code: opened.error, reason: '' });
    } catch (error) {
      setNow({ state: 'failed', name, code: 'damaged', reason: String(error) });
    }
  };
  const merge = async (opened: OpenedBackup): Promise<void> => {
    setNow({ state: 'merging', done: 0, total: 0 });
    try {
      const { mergeBackup } = await import('./merge-backup');
      const merged = await mergeBackup(opened, (done, total) => setNow({ state: 'merging', done, total }));
      if (!merged.ok) return cut(merged.error);
      const { added, known, leftOut, reports } = merged.value;
      showToast(t(leftOut > 0 ? 'restore.done.leftOut' : 'restore.done', { added, known, leftOut }));
      setNow({ state: 'none' });
      void askToKeep();
      await checkAgain(reports);
    } catch (error) {
      cut(storageFailure(error));
    } finally {
      setNow((last) => (last.state === 'merging' ? { state: 'none' } : last));
    }
  };
  return (
    <>
      <h3>{t('restore')}</h3>
      <p>{t('restore.detail')}</p>
      <div>
        <FileButton
          text={t('restore.choose')}
          name="backup-input"
          accept=".gouji-backup,.zip"
          disabled={now.state === 'reading' || now.state === 'merging'}
          onFiles={([file]) => {
            if (file !== undefined) void open(file);
          }}
        />
      </div>
      {now.state === 'reading' ? <p role="status">{t('restore.reading', { name: now.name })}</p> : null}
      {now.state === 'merging' ? <p role="status">{t('restore.merging', now)}</p> : null}
      {now.state === 'failed' ? (
        <ErrorNote title={now.name} onDismiss={() => setNow({ state: 'none' })}>
          <p>{t(`restore.failed.${now.code}`)}</p>
          {now.reason === '' ? null : <p>{now.reason}</p>}
        </ErrorNote>
      ) : null}
      {now.state === 'preview' ? (
        <Preview
          name={now.name}
          opened={now.opened}
          onMerge={() => void merge(now.opened)}
          onClose={() => setNow({ state: 'none' })}
        />
      ) : null}
    </>
  );
}

function cut(failure: StorageFailure): void {
  showToast(`${storageText(failure)} ${t('restore.cut')}`);
}

interface PreviewProps {
  readonly name: string;
  readonly opened: OpenedBackup;
  readonly onMerge: () => void;
  readonly onClose: () => void;
}

const NAMED = ['reports', 'opinions', 'checklists', 'entries', 'pictures', 'evidence', 'settings'] as const;

function Preview({ name, opened, onMerge, onClose }: PreviewProps) {
  const { header, counts, unreadable } = opened;
  const fresh = counts.reduce((sum, each) => sum + each.fresh, 0);
  return (
    <div class="note info preview" role="status">
      <div class="stack grow">
        <h3>{t('restore.preview', { name, when: whenText(header.madeAt), version: header.gouji })}</h3>
        <ul>
          {NAMED.map((table) => {
            const count = counts.find((each) => each.table === table);
            return count === undefined ? null : (
              <li key={table}>
                {t('restore.count', { name: t(`table.${table}`), fresh: count.fresh, known: count.known })}
              </li>
            );
          })}
        </ul>
        <p>{t('restore.how')}</p>
        {unreadable > 0 ? <p>{t('restore.unreadable', { count: unreadable })}</p> : null}
        <div class="row">
          <button type="button" class="main" disabled={fresh === 0} onClick={onMerge}>
            {t(fresh === 0 ? 'restore.nothing' : 'restore.merge')}
          </button>
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}

/** With the checklists that they had, which came along; then each beside its year before. */
async function checkAgain(reports: readonly string[]): Promise<void> {
  const byList = new Map<string, string[]>();
  for (const id of reports) {
    const checklist = await choiceOf(id);
    if (checklist !== undefined && checklist !== null) byList.set(checklist, [...(byList.get(checklist) ?? []), id]);
  }
  for (const [checklist, ids] of byList) await recheck(ids, checklist);
  await link();
}
