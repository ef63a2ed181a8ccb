/** A checklist that another screen chose to be shared; taken up once by the screen that shares. */
import { signal } from '@preact/signals';

export const sharedChecklist = signal<string | null>(null);
