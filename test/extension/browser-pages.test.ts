import { expect, test } from 'vitest';
import { browserPage } from '../../extension/browser-pages';

const CHROMIUM =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

test.each([
  ['Edge', `${CHROMIUM} Edg/131.0.0.0`, 'edge://extensions/shortcuts'],
  ['Chrome', CHROMIUM, 'chrome://extensions/shortcuts'],
  ['an old Edge, which was none of the family', `${CHROMIUM} Edge/18.19041`, 'chrome://extensions/shortcuts'],
])('the page of shortcuts in %s', (_, agent, address) => {
  expect(browserPage('extensions/shortcuts', agent)).toBe(address);
});
