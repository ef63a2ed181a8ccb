import { expect, it } from 'vitest';
import manifest from '../../manifest.json';
import { firefoxManifest, withoutAnswer } from '../../scripts/lib/firefox.mjs';

const own = firefoxManifest(manifest);

it('asks Firefox for what it asks Chromium for, but for the side panel, and for no site at once', () => {
  expect(own['permissions']).toEqual(['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus']);
  expect(own['optional_host_permissions']).toEqual(manifest.optional_host_permissions);
  for (const key of ['host_permissions', 'content_scripts', 'side_panel', 'key', 'minimum_chrome_version'])
    expect(own).not.toHaveProperty(key);
});

it('has the panel as a sidebar, and the background as a page', () => {
  expect(own['sidebar_action']).toMatchObject({ default_panel: 'extension/panel/index.html', open_at_install: false });
  expect(own['background']).toEqual({ scripts: [manifest.background.service_worker], type: 'module' });
  expect(own['browser_specific_settings']).toMatchObject({ gecko: { strict_min_version: '128.0' } });
});

it('gets no answer from the script in a page, which it would have to copy', () => {
  const script = '(function(){globalThis.goujiShown=a();b();})();';
  expect(withoutAnswer(`${script}globalThis.goujiShown;`)).toBe(script);
  expect(withoutAnswer(script)).toBe(script);
});
