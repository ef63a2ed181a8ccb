import type { ComponentChildren } from 'preact';
import { SeverityTag } from './severity-tag';
import { t } from './t';

export interface ErrorNoteProps {
  /** What it is about: a file's name, a step. */
  readonly title: string;
  readonly severity?: 'error' | 'warning' | 'info';
  /** Absent where it must stay. */
  readonly onDismiss?: () => void;
  readonly children?: ComponentChildren;
}

/** Something went wrong, or is worth knowing; stays until dismissed. */
export function ErrorNote({ title, severity = 'error', onDismiss, children }: ErrorNoteProps) {
  return (
    <div class={`note ${severity}`} role={severity === 'error' ? 'alert' : 'status'}>
      <div class="note-line">
        <SeverityTag severity={severity} />
        <strong>{title}</strong>
        {children}
      </div>
      {onDismiss === undefined ? null : (
        <button type="button" onClick={onDismiss}>
          {t('note.dismiss')}
        </button>
      )}
    </div>
  );
}
