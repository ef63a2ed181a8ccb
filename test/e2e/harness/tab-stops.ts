/** A walk through a screen by the Tab key. */
import type { Page } from 'playwright-core';

export interface TabStops {
  /** Where the focus was not to be seen: no line around it, or out of the window. */
  readonly unseen: readonly string[];
  /** Controls that can be clicked and were not come by: no stop, and no part of a group with one. */
  readonly unreached: readonly string[];
}

const MOST = 400;

export async function tabStops(page: Page): Promise<TabStops> {
  const unseen = new Set<string>();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    for (const each of document.querySelectorAll('[data-stop]')) each.removeAttribute('data-stop');
  });
  for (let at = 0; at < MOST; at++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (stop === null) continue;
    if (stop.again) break;
    if (!stop.seen) unseen.add(stop.name);
  }
  return { unseen: [...unseen], unreached: await page.evaluate(left) };
}

/** In the page. Null where the browser itself has the focus. */
function look(): { readonly name: string; readonly seen: boolean; readonly again: boolean } | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const again = element.hasAttribute('data-stop');
  element.setAttribute('data-stop', '');
  const box = element.getBoundingClientRect();
  // A grid keeps the focus and lines its active cell; a button that is a whole card lines the card.
  const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '') ?? element;
  const isLined = [getComputedStyle(active), getComputedStyle(active, '::after')].some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
  );
  const isInside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  // What lies over it would hide it.
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 8), 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 8), 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const isOnTop = top === null || element.contains(top) || top.contains(element) || top.closest('label') !== null;
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
  return { name: `${element.localName}.${element.className} ${text}`, seen: isLined && isInside && isOnTop, again };
}

/** In the page. */
function left(): string[] {
  const GROUPS = '[role=grid], [role=tablist], [role=listbox], [role=menu], [role=radiogroup], [data-roving]';
  const all = document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [tabindex]');
  return [...all]
    .filter((each) => {
      if (each.hasAttribute('data-stop') || each.matches(':disabled, [type=hidden], main')) return false;
      if (!each.checkVisibility({ visibilityProperty: true }) || each.getBoundingClientRect().width <= 1) return false;
      if (each.closest(GROUPS) !== null) return false;
      // One of a set of radio buttons stands for all.
      if (each instanceof HTMLInputElement && each.type === 'radio') return false;
      return each.tabIndex >= 0 || each.localName !== 'div';
    })
    .map(
      (each) =>
        `${each.localName}.${each.className} ${(each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 40)}`,
    );
}
