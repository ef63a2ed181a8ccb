import { signal } from '@preact/signals';

/** Stands apart from the dialog, which comes when it is first asked for. */
export const helpOpen = signal(false);
