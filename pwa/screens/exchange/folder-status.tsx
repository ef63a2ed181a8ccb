import { type FolderFailure, type FolderState, folderState } from '../../exchange/folder/folder-state';
import type { FolderNote } from '../../exchange/folder/sync';
import { whenText } from '../../report-name';
import { t as ofApp } from '../../t';
import { ErrorNote, showToast } from '../../ui/index';
import { t } from './t';
import { authorName } from './words';

/** How the shared folder stands: what came, what went, what is odd in it. */
export function FolderStatus({ now }: { readonly now: Exclude<FolderState, { state: 'none' }> }) {
  if (now.state === 'ask')
    return (
      <div class="note warning" role="status">
        <p>{t('folder.ask', { name: now.name })}</p>
        <div class="row">
          <button type="button" class="main" onClick={() => void allow()}>
            {t('folder.allow')}
          </button>
          <Forget />
        </div>
      </div>
    );
  const { result, failure } = now;
  return (
    <div class="stack">
      <p>
        <span class="tag ok">{t('folder.connected', { name: now.name })}</span>
      </p>
      <p class="quiet">{t('folder.person', { file: now.file })}</p>
      <p role="status">
        {now.syncing && result === null ? t('folder.syncing') : null}
        {result === null
          ? null
          : t('folder.synced', { when: whenText(result.at), added: result.added, written: result.written })}
      </p>
      {result === null || result.people.length === 0 ? null : (
        <p class="quiet">
          {t('folder.files', {
            count: result.people.length,
            list: result.people
              .map(({ name, count }) => t('folder.file', { name: authorName(name), count }))
              .join(ofApp('list.separator')),
          })}
        </p>
      )}
      {failure === null ? null : (
        <ErrorNote title={failureText(failure)} severity="warning">
          <p>{t('folder.failed.detail')}</p>
        </ErrorNote>
      )}
      {result === null || result.notes.length === 0 ? null : (
        <ul class="doubts">
          {result.notes.map((note) => (
            <li key={note.code + note.file}>
              <span class="tag warning" aria-hidden="true" /> {noteText(note)}
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <button type="button" aria-disabled={now.syncing} onClick={() => void sync()}>
          {t('folder.sync')}
        </button>
        <Forget />
      </div>
    </div>
  );
}

function Forget() {
  return (
    <button type="button" onClick={() => void forget()}>
      {t('folder.forget')}
    </button>
  );
}

function failureText(failure: FolderFailure): string {
  return failure.code === 'other' ? t('folder.failed', { reason: failure.reason }) : t(`folder.${failure.code}`);
}

function noteText(note: FolderNote): string {
  const { file } = note;
  switch (note.code) {
    case 'partial':
      return t('folder.note.partial', { file, count: note.count });
    case 'damaged':
      return t('folder.note.damaged', { file, count: note.count });
    case 'tooLarge':
    case 'tooMuch':
    case 'tooManyWords':
      return t(`folder.note.${note.code}`, { file, limit: note.limit });
    case 'tooMany':
      return t('folder.note.tooMany', { limit: note.limit });
    default:
      return t(`folder.note.${note.code}`, { file });
  }
}

async function sync(): Promise<void> {
  const { syncNow } = await import('../../exchange/folder/watch');
  await syncNow();
}

async function allow(): Promise<void> {
  const { allowAgain } = await import('../../exchange/folder/watch');
  if (!(await allowAgain())) showToast(t('folder.refused'));
}

async function forget(): Promise<void> {
  const { disconnect } = await import('../../exchange/folder/watch');
  await disconnect();
  if (folderState.value.state === 'none') showToast(t('folder.forgotten'));
}
