/** What the app has to say about the data by itself: time for a backup, the store taken by another window. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { type StoreTrouble, storeTrouble } from '../db/database';
import { loadSetting } from '../db/index';
import { linkDue } from '../intake/link-due';
import { whenText } from '../report-name';
import { ErrorNote } from '../ui/error-note';
import { makeBackup } from './make-backup';
import { type BackupState, backupState, isDue, putOffBackup } from './remind';
import { t } from './t';

const trouble = signal<StoreTrouble>(storeTrouble.now);
const due = signal<BackupState | null>(null);

/** Looked at again as the day goes on: some leave the app open for weeks. */
const AGAIN = 60 * 60 * 1000;

export function showCareNotes(within: Element): void {
  storeTrouble.listeners.add((now) => {
    trouble.value = now;
  });
  trouble.value = storeTrouble.now;
  render(<CareNotes />, within);
  void lookWhetherDue();
  // A store that does not answer is told of above; it stays due.
  linkDue().catch(() => undefined);
  setInterval(() => void lookWhetherDue(), AGAIN);
}

async function lookWhetherDue(): Promise<void> {
  try {
    const state = await backupState();
    due.value = isDue(state, Date.now()) ? state : null;
  } catch {
    due.value = null; // The store does not answer: the screens say so.
  }
}

function CareNotes() {
  return (
    <>
      <TroubleNote />
      <BackupReminder />
    </>
  );
}

function TroubleNote() {
  const now = trouble.value;
  if (now === 'none') return null;
  return (
    <ErrorNote title={t(`trouble.${now}`)} severity="warning">
      <p>{t(`trouble.${now}.detail`)}</p>
      {now === 'waiting' ? null : (
        <button type="button" class="main" onClick={() => location.reload()}>
          {t('trouble.reload')}
        </button>
      )}
    </ErrorNote>
  );
}

function BackupReminder() {
  const state = due.value;
  if (state === null) return null;
  const later = (): void => {
    due.value = null;
    void putOffBackup();
  };
  const make = async (): Promise<void> => {
    if (await makeBackup()) due.value = null;
  };
  return (
    <div class="note info" role="status">
      <div class="note-line">
        <strong>{t('remind')}</strong>
        <p>
          {state.backedUpAt === ''
            ? t('remind.never', { count: state.rows })
            : t('remind.since', { when: whenText(state.backedUpAt), count: Math.abs(state.rows - state.backedUpRows) })}
        </p>
      </div>
      <span class="row">
        <button type="button" class="main" onClick={() => void make()}>
          {t('backup.make')}
        </button>
        <button type="button" onClick={later}>
          {t('remind.later')}
        </button>
      </span>
    </div>
  );
}

/** Where a backup was made in another window meanwhile. */
addEventListener('focus', () => {
  if (due.value !== null)
    void loadSetting('backedUpAt').then(
      (at) => {
        if (at !== due.value?.backedUpAt) void lookWhetherDue();
      },
      () => undefined,
    );
});
