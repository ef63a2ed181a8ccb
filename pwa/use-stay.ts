import { useEffect } from 'preact/hooks';

/** The browser asks before it closes a page that has what nothing else has. */
export function useStay(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [needed]);
}
