import type { Target } from './anchor';

/** Brings a place to the middle of the window, gently where the reader does not mind motion. */
export function scrollTo(page: Document, target: Target): void {
  const element = target.element ?? target.range?.startContainer.parentElement;
  const still = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  element?.scrollIntoView({ block: 'center', inline: 'center', behavior: still ? 'auto' : 'smooth' });
}
