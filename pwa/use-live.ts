import { liveQuery } from 'dexie';
import { type Inputs, useEffect, useState } from 'preact/hooks';

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: string };

/** A query of the store that runs again whenever what it read changes, also from another window. */
export function useLive<T>(query: () => Promise<T>, inputs: Inputs): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error: unknown) =>
        setLive({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return live;
}
