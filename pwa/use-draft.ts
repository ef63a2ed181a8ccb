import { useState } from 'preact/hooks';

const PREFIX = 'gouji.draft.';

/** Text being written, kept through a reload (an update of the app, a slip of the hand) until it is handed in. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ key, text: stored(key) }));
  // Another finding is chosen: its own draft comes up.
  const current = draft.key === key ? draft : { key, text: stored(key) };
  if (current !== draft) setDraft(current);
  const write = (text: string): void => {
    setDraft({ key, text });
    try {
      if (text === '') sessionStorage.removeItem(PREFIX + key);
      else sessionStorage.setItem(PREFIX + key, text);
    } catch {
      // Storage is closed to this page: the text lives as long as the page.
    }
  };
  return [current.text, write];
}

function stored(key: string): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}
