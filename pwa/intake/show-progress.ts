import { type Progress, progress } from './intake-state';

/** Milliseconds between two drawings: each costs the page a picture, and files may come by the dozen in a second. */
const PAUSE = 200;
let next: Progress | null = null;
let last = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Shown at once, or with what comes until the pause is over; null, nothing under way, always at once. */
export function showProgress(now: Progress | null): void {
  next = now;
  const wait = now === null ? 0 : last + PAUSE - performance.now();
  if (wait <= 0) draw();
  else timer ??= setTimeout(draw, wait);
}

function draw(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  last = performance.now();
  progress.value = next;
}
