import { useEffect, useState } from 'preact/hooks';
import { t } from './t';

interface NoteFormProps {
  /** The note that stands. */
  readonly note: string;
  /** Answers whether it was kept; what was typed stays until then. */
  readonly onNote: (note: string) => Promise<boolean>;
}

/** Enter keeps it, an empty one takes it back. */
export function NoteForm({ note, onNote }: NoteFormProps) {
  const [text, setText] = useState(note);
  useEffect(() => setText(note), [note]);
  return (
    <form
      class="row note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== note) void onNote(text.trim());
      }}
    >
      <input
        aria-label={t('note')}
        placeholder={t('note.placeholder')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <button type="submit" disabled={text.trim() === note}>
        {t('note.keep')}
      </button>
    </form>
  );
}
