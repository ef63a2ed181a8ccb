/** What the user chose on the options page. The language is not among it: the app and the panel share that. */
const KEY = 'preferences';

export interface Preferences {
  /** `side`: the browser's side panel, where it has one. */
  readonly panel: 'side' | 'window';
  /** Whether a click marks the page at once, or when asked to. */
  readonly marks: 'at-once' | 'when-asked';
}

export const USUAL: Preferences = { panel: 'side', marks: 'at-once' };

export async function loadPreferences(): Promise<Preferences> {
  return parse((await chrome.storage.local.get(KEY))[KEY]);
}

export async function savePreferences(preferences: Preferences): Promise<void> {
  await chrome.storage.local.set({ [KEY]: preferences });
}

export function followPreferences(follow: (preferences: Preferences) => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    const change = changes[KEY];
    if (area === 'local' && change !== undefined) follow(parse(change.newValue));
  });
}

/** Without a schema: each click puts this into a page, and compiles it there. */
function parse(value: unknown): Preferences {
  const kept: { readonly panel?: unknown; readonly marks?: unknown } = Object(value);
  return {
    panel: kept.panel === 'window' ? 'window' : USUAL.panel,
    marks: kept.marks === 'when-asked' ? 'when-asked' : USUAL.marks,
  };
}
