/** Single-letter keys work everywhere but where somebody types. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Finding } from '../../core/index';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Runs the function of a key (`event.key`; letters in lower case) unless somebody types, a dialog is open or a piece already used it. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before the next key, not after the next frame: fast hands lose no key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const run = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (run === undefined) return;
      event.preventDefault();
      run(event);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** j/k and the arrows walk the findings; the ends hold. */
export function useFindingKeys(
  findings: readonly Finding[],
  current: string | null,
  onSelect: (finding: Finding) => void,
): void {
  const move = (step: 1 | -1): void => {
    const at = findings.findIndex((finding) => finding.fingerprint === current);
    const next = at < 0 ? findings[0] : findings[at + step];
    if (next !== undefined) onSelect(next);
  };
  // Where there are none the keys are free for what else is listed.
  useKeys(
    findings.length === 0
      ? {}
      : { j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) },
  );
}
