import { signal } from '@preact/signals';
import { home } from '../home';

/** `ready`: the shell is on this machine. `plain`: this address has no service worker to offer. */
export type Offline = 'preparing' | 'ready' | 'plain' | 'failed';

export const offline = signal<Offline>(home === 'extension' ? 'ready' : home === 'plain' ? 'plain' : 'preparing');

/** A new version waits; null until then. Running it reloads the page. */
export const update = signal<(() => void) | null>(null);
