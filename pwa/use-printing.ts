import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed: on paper everything stands, seen or not. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    addEventListener('beforeprint', () => setPrinting(true), { signal: stop.signal });
    addEventListener('afterprint', () => setPrinting(false), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return printing;
}
