/** Pointer and keys on a page with marks: cards open, marks are walked, everything goes away. The page hears all of it too. */
import { shiftOf } from './frames';
import { HOST_TAG } from './styles';

/** A pointer that only passes opens nothing; one that leaves for a moment closes nothing. */
const REST = 120;
const LEAVE = 240;

export interface Pointing {
  /** The finding marked at a point of the window. */
  at(x: number, y: number): string | null;
  open(fingerprint: string): void;
  /** False where no card was open. */
  close(): boolean;
  step(by: 1 | -1): boolean;
  /** False where there was nothing to remove. */
  removeAll(): boolean;
}

export function watchPointing(page: Document, signal: AbortSignal, pointing: Pointing): void {
  watchPointer(page, signal, pointing);
  page.addEventListener('keydown', (event) => onKey(event, page, pointing), { signal, capture: true });
}

function watchPointer(page: Document, signal: AbortSignal, pointing: Pointing): void {
  let over: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const look = (x: number, y: number): void => {
    const now = pointing.at(x, y);
    if (now === over) return;
    over = now;
    clearTimeout(timer);
    timer = setTimeout(() => (now === null ? pointing.close() : pointing.open(now)), now === null ? LEAVE : REST);
  };
  const onMove = ({ clientX, clientY, pointerType }: PointerEvent): void => {
    if (asked || pointerType === 'touch') return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (signal.aborted) return;
      const { left, top } = shiftOf(page);
      look(clientX + left, clientY + top);
    });
  };
  page.addEventListener('pointermove', onMove, { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function onKey(event: KeyboardEvent, page: Document, pointing: Pointing): void {
  // The page may press keys too: what it makes up takes no marks away.
  if (!event.isTrusted || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'F8') {
    if (pointing.step(event.shiftKey ? -1 : 1)) event.preventDefault();
    return;
  }
  const ours = (event.target as Element | null)?.localName === HOST_TAG;
  if (event.key === 'Escape') {
    if (pointing.close()) return;
    // Where the page itself has something to close, the key is the page's.
    if (ours || !isPages(event.target, page)) pointing.removeAll();
    return;
  }
  const by = STEPS[event.key];
  if (!ours || by === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  pointing.step(by);
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  j: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  k: -1,
};

function isPages(target: EventTarget | null, page: Document): boolean {
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return typing || page.querySelector('dialog[open], [aria-modal="true"]') !== null || page.fullscreenElement !== null;
}
