/** Reports that a screen handed over to be handed out; null: all there are. */
import { signal } from '@preact/signals';

export const chosenReports = signal<readonly string[] | null>(null);
