import { AttachmentList } from '../attachment/attachment-list';
import type { PageReport } from '../messages';
import { ColumnNote } from './column-note';
import type { Beside } from './use-beside';

interface BesideNotesProps {
  readonly tabId: number | null;
  readonly page: PageReport;
  readonly beside: Beside;
}

/** What the page offers beside its own text. */
export function BesideNotes({ tabId, page, beside: { column, attachments } }: BesideNotesProps) {
  return (
    <>
      {column === null ? null : <ColumnNote tabId={tabId} column={column} />}
      {tabId === null || attachments.length === 0 ? null : (
        <AttachmentList tabId={tabId} attachments={attachments} page={page} />
      )}
    </>
  );
}
