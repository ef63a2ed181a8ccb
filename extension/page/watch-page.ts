/** Tells when marks must move and when the page must be read again. */
import { HOST_TAG } from './styles';

/** A page that changes all the time (a clock, a ticker) is looked at this often, not more. */
const SETTLE = 400;

/** More changes than this at once are not looked at one by one: the page is read again. */
const MANY = 1000;

export interface Watcher {
  onLayout(): void;
  concerns(records: readonly MutationRecord[]): boolean;
  onChange(): void;
  /** Something in the page has loaded: a frame, perhaps. */
  onFrame(target: EventTarget | null): void;
}

export function watchPage(page: Document, signal: AbortSignal, watcher: Watcher): void {
  const layout = oncePerFrame(watcher.onLayout);
  const options = { signal, capture: true, passive: true };
  page.addEventListener('scroll', layout, options);
  // A click may turn to another tab of the page, which nothing else tells.
  for (const name of ['load', 'toggle', 'click', 'transitionend', 'animationend'])
    page.addEventListener(name, layout, options);
  page.defaultView?.addEventListener('resize', layout, { signal });
  const sizes = new ResizeObserver(layout);
  sizes.observe(page.documentElement);
  if (page.body !== null) sizes.observe(page.body);
  const changes = watchChanges(page, layout, watcher);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    changes.disconnect();
  });
  page.addEventListener('load', ({ target }) => watcher.onFrame(target), { signal, capture: true });
}

function watchChanges(page: Document, layout: () => void, watcher: Watcher): MutationObserver {
  let waiting: MutationRecord[] = [];
  const settle = (): void => {
    const records = waiting;
    waiting = [];
    if (records.length > MANY || watcher.concerns(records)) watcher.onChange();
    else layout();
  };
  const observer = new MutationObserver((records) => {
    const foreign = records.filter((record) => !isOurs(record));
    if (foreign.length === 0) return;
    if (waiting.length === 0) setTimeout(settle, SETTLE);
    waiting = waiting.concat(foreign.slice(0, MANY + 1 - waiting.length));
  });
  observer.observe(page.documentElement, { childList: true, subtree: true, characterData: true });
  return observer;
}

/** Our own element coming and going. */
function isOurs(record: MutationRecord): boolean {
  const touched = [...record.addedNodes, ...record.removedNodes];
  return touched.length > 0 && touched.every((node) => node.nodeName.toLowerCase() === HOST_TAG);
}

function oncePerFrame(run: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      run();
    });
  };
}
