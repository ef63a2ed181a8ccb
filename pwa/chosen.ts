/** Reports that were ticked in the library, for the screens that do something with a choice of reports. */
import { signal } from '@preact/signals';

/** Ids; null where nobody chose, so that all are meant. */
export const chosenReports = signal<readonly string[] | null>(null);
