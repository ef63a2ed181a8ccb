// @vitest-environment jsdom
/** Who works by keyboard keeps the focus; who has taken it up elsewhere keeps that. */
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { keepFocus } from '../../pwa/keep-focus';

// jsdom has no layout: what stands in the page is seen.
beforeAll(() => {
  Element.prototype.checkVisibility = () => true;
  keepFocus();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(async () => {
  // Nowhere on purpose, so that nothing is looked for when the page is gone.
  at('#main').focus();
  at('#main').blur();
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
});

function draw(html: string): void {
  document.body.innerHTML = `<main id="main" tabindex="-1"><section>${html}</section></main>`;
}

function at<E extends HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
}

function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

/** As a browser takes the focus from a button that is disabled; jsdom leaves it there. */
async function disable(button: HTMLButtonElement): Promise<void> {
  button.blur();
  button.disabled = true;
  await vi.advanceTimersByTimeAsync(1000);
}

async function enable(button: HTMLButtonElement): Promise<void> {
  button.disabled = false;
  await vi.advanceTimersByTimeAsync(0);
}

it('comes to the next control where what had it is taken away', async () => {
  draw('<button id="a">甲</button><button id="b">乙</button>');
  at('#a').focus();
  press('Enter');
  at('#a').remove();
  await vi.advanceTimersByTimeAsync(0);
  expect(document.activeElement?.id).toBe('b');
});

it('goes to a field while its button works, and back, but not from under who writes in it by then', async () => {
  draw('<input id="name"><button id="save">存</button>');
  const save = at<HTMLButtonElement>('#save');
  save.focus();
  press('Enter');
  await disable(save);
  expect(document.activeElement?.id).toBe('name');
  await enable(save);
  expect(document.activeElement?.id).toBe('save');

  press('Enter');
  await disable(save);
  press('a');
  await enable(save);
  expect(document.activeElement?.id).toBe('name');
});

it.each(['checkbox', 'radio', 'file', 'submit'])('goes to no field that the same key would press: %s', async (type) => {
  draw(`<input id="pressed" type="${type}"><button id="save">存</button>`);
  const save = at<HTMLButtonElement>('#save');
  save.focus();
  press(' ');
  await disable(save);
  expect(document.activeElement).toBe(document.body);
});
