/**
 * Where the user wants the panel. `sidePanel.open` must follow a click at once, so it cannot wait for the store: what was
 * read is remembered here, and is read anew at each start of the service worker.
 */
import { followPreferences, loadPreferences, type Preferences } from '../preferences';

type Home = Preferences['panel'];

let known: Home | null = null;

const first = loadPreferences().then(
  ({ panel }) => {
    known ??= panel;
    return known;
  },
  (): Home => 'side', // The store is shut: the usual will do.
);
followPreferences(({ panel }) => {
  known = panel;
});

/** Null in the first moment of a service worker, which the click itself may have started. */
export function knownHome(): Home | null {
  return known;
}

export function wantedHome(): Promise<Home> {
  return first;
}
