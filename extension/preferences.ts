/** What the user chose on the options page. The language is not among it: the app and the panel share that. */
import * as z from 'zod/mini';

z.config({ jitless: true });

const KEY = 'preferences';

const preferencesSchema = z.object({
  /** `side`: the browser's side panel, where it has one. */
  panel: z.enum(['side', 'window']),
  /** Whether a click marks the page at once, or when asked to. */
  marks: z.enum(['at-once', 'when-asked']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

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

function parse(value: unknown): Preferences {
  return preferencesSchema.safeParse(value).data ?? USUAL;
}
