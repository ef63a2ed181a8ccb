import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDraft } from '../use-draft';

/** A field for a reason, which is never empty: focused at once, remembered while unsaid. Enter hands it in, Escape goes back. */
export function useReason(draft: string, onReason: (reason: string) => void, onCancel: () => void) {
  const [reason, setReason] = useDraft(draft);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const empty = reason.trim() === '';
  return {
    empty,
    form: {
      onSubmit: (event: SubmitEvent) => {
        event.preventDefault();
        if (empty) return;
        setReason('');
        onReason(reason.trim());
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') onCancel();
      },
    },
    field: {
      ref: input,
      required: true,
      value: reason,
      onInput: (event: { readonly currentTarget: HTMLInputElement }) => setReason(event.currentTarget.value),
    },
  };
}
