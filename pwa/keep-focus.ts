/**
 * The focus of somebody who works by keyboard is never lost: where what had it goes, with a deletion, a closed note,
 * another screen, it comes to what stands there now. Browsers give it to nobody, and the next Tab begins at the top.
 */
const CONTROLS = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
/** From these it goes back to where it was before. */
const ASIDE = '.toasts, dialog';
/** From these too, once they are empty. */
const NOTES = '#care, .intake-status';
const REMEMBERED = 8;
/** A button that works for a moment is disabled meanwhile; after this its part's field has the focus until it is ready again. */
const PATIENCE = 500;

interface Place {
  readonly element: HTMLElement;
  /** What it lies in, innermost first. */
  readonly around: readonly Element[];
  /** Controls before it, nearest first. */
  readonly before: readonly HTMLElement[];
}

export function keepFocus(): void {
  let now: Place | null = null;
  let byKeyboard = false;
  let earlier: readonly HTMLElement[] = [];
  let lent: { readonly from: HTMLElement; readonly to: HTMLElement } | null = null;
  const isLost = (): boolean => document.activeElement === document.body;
  addEventListener('keydown', () => setByKeyboard(true), true);
  addEventListener('pointerdown', () => setByKeyboard(false), true);
  const setByKeyboard = (is: boolean): void => {
    byKeyboard = is;
  };
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (now !== null && now.element !== target) earlier = [now.element, ...earlier].slice(0, REMEMBERED);
    now = placeOf(target);
  });
  document.addEventListener('focusout', () => {
    const left = now;
    // Of what is taken away the observer hears before this; else somebody meant to have the focus nowhere.
    setTimeout(() => {
      if (now !== left || !isLost()) return;
      if (left?.element.matches(':disabled') !== true) now = null;
      else setTimeout(() => (now === left ? lend(left) : undefined), PATIENCE);
    });
  });
  /** Never to another button: the same key once more would press it. */
  const lend = ({ element, around }: Place): void => {
    if (!byKeyboard || !isLost()) return;
    const to = isReady(element) ? element : fieldNear(around);
    if (to === null) return;
    to.focus();
    lent = { from: element, to };
  };
  const regain = (): void => {
    if (now === null || !byKeyboard || !isLost()) return;
    // What was only moved, or disabled for a moment, is still there.
    const next = isReady(now.element) ? now.element : nextTo(now, earlier);
    next?.focus({ preventScroll: next.id === 'main' });
  };
  new MutationObserver((changes) => {
    if (lent !== null && lent.to === document.activeElement && isReady(lent.from)) lent.from.focus();
    if (lent?.to !== document.activeElement) lent = null;
    if (now === null || !isLost()) return;
    const { element } = now;
    const isGone = ({ type, target, removedNodes }: MutationRecord): boolean =>
      type === 'attributes'
        ? target === element && isReady(element)
        : [...removedNodes].some((node) => node.contains(element));
    if (changes.some(isGone)) regain();
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
}

function placeOf(element: HTMLElement): Place {
  const around: Element[] = [];
  for (let each = element.parentElement; each !== null; each = each.parentElement) around.push(each);
  const controls = controlsIn(document);
  return { element, around, before: controls.slice(0, Math.max(0, controls.indexOf(element))).reverse() };
}

/** The first control after those that stood before it, in the smallest part that is still there and has any. */
function nextTo({ around, before }: Place, earlier: readonly HTMLElement[]): HTMLElement | null {
  const main = document.querySelector<HTMLElement>('#main');
  const back = earlier.find(isReady) ?? main;
  if (around.some((part) => part.matches(ASIDE))) return back;
  for (const part of around) {
    if (part === main || part === document.body) break;
    if (!part.isConnected) continue;
    const controls = controlsIn(part).filter(isReady);
    const last = before.find((each) => part.contains(each) && isReady(each));
    const next = last === undefined ? controls[0] : (controls[controls.indexOf(last) + 1] ?? last);
    if (next !== undefined) return next;
  }
  return around.some((part) => part.matches(NOTES)) ? back : main;
}

function fieldNear(around: readonly Element[]): HTMLElement | null {
  for (const part of around) {
    if (part.id === 'main') return null;
    const field = controlsIn(part).find((each) => each.matches('input, select, textarea') && isReady(each));
    if (field !== undefined) return field;
  }
  return null;
}

function controlsIn(part: ParentNode): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(CONTROLS)].filter(({ tabIndex }) => tabIndex >= 0);
}

function isReady(element: HTMLElement): boolean {
  // Both names of one option: browsers before Chromium 121 know the first alone.
  const isShown = element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
  return isShown && element.isConnected && !element.matches(':disabled');
}
