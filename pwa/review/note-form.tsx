import { useDraft } from '../use-draft';
import { t } from './t';

interface NoteFormProps {
  readonly fingerprint: string;
  /** Answers whether it was kept; the draft stays until then. */
  readonly onNote: (note: string) => Promise<boolean>;
}

export function NoteForm({ fingerprint, onNote }: NoteFormProps) {
  const [note, setNote] = useDraft(`note.${fingerprint}`);
  const empty = note.trim() === '';
  const submit = (): void => {
    if (empty) return;
    void onNote(note.trim()).then((kept) => {
      if (kept) setNote('');
    });
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        rows={1}
        data-key="m"
        aria-label={t('note')}
        placeholder={t('note.placeholder')}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            submit();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <button type="submit" disabled={empty}>
        {t('note.add')}
      </button>
    </form>
  );
}
