import { expect, test } from 'vitest';
import { refusalOf } from '../../extension/background/refusal';

const OWN = 'chrome-extension://abc/';

test.each([
  ['chrome://version/', 'Cannot access a chrome:// URL', 'browser-page'],
  [undefined, 'Cannot access a chrome:// URL', 'browser-page'],
  [undefined, 'Cannot access contents of url "edge://settings/". Extension manifest must request…', 'browser-page'],
  ['edge://newtab/', 'Cannot access a chrome:// URL', 'browser-page'],
  ['edge://extensions/', 'Cannot access contents of the page.', 'browser-page'],
  [undefined, 'Cannot access an edge:// URL', 'browser-page'],
  ['https://ntp.msn.cn/edge/ntp?locale=zh-CN', 'Cannot access contents of the page.', 'browser-page'],
  ['https://microsoftedge.microsoft.com/addons/detail/x', 'Cannot access contents of the page.', 'store'],
  ['https://chrome.google.com/webstore/detail/x', 'Cannot access contents of the page.', 'store'],
  ['https://chrome.google.com/other', 'something new', 'other'],
  [
    undefined,
    'Cannot access contents of url "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/edge_pdf/index.html".',
    'pdf',
  ],
  [undefined, 'The extensions gallery cannot be scripted.', 'store'],
  ['https://chromewebstore.google.com/detail/x', 'Cannot access contents of the page.', 'store'],
  ['file:///C:/report.html', 'Cannot access contents of url "file:///C:/report.html".', 'file'],
  [undefined, 'Cannot access contents of url "file:///C:/report.html".', 'file'],
  ['https://a.gov.cn/', 'This page cannot be scripted due to an ExtensionsSettings policy.', 'policy'],
  ['https://a.gov.cn/', 'Frame with ID 0 is showing error page', 'error-page'],
  [`${OWN}pwa/index.html`, 'Cannot access contents of url', 'own'],
  ['https://a.gov.cn/att/2024%E5%B9%B4%E6%8A%A5.PDF?x=1', 'Cannot access contents of the page.', 'pdf'],
  ['https://a.gov.cn/show?file=a.pdf', 'something new', 'other'],
  ['https://a.gov.cn/', 'something new', 'other'],
])('%s, “%s” is %s', (address, message, why) => {
  expect(refusalOf(address, message, OWN)).toBe(why);
});
