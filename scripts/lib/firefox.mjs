import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';

/** dist/firefox: the same extension with the words that Firefox has for things. */
export function buildFirefox() {
  const folder = at('dist', 'firefox');
  rmSync(folder, { recursive: true, force: true });
  cpSync(at('dist', 'extension'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = firefoxManifest(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  const script = join(folder, 'extension', 'page', 'scan.iife.js');
  writeFileSync(script, withoutAnswer(readFileSync(script, 'utf8')));
}

/** Nobody waits for a page there; and what a script ends with, Firefox refuses where it cannot copy it: the script's work with it. */
export function withoutAnswer(script) {
  return script.replace(/globalThis\.\w+;\s*$/, '');
}

/**
 * Firefox runs the background as a page, has a sidebar in place of side panels, and no fixed id by key. 128 is the first
 * that knows `optional_host_permissions`, and a long-term release; 142 the first that reads what data is collected: none.
 */
export function firefoxManifest(manifest) {
  const { key: _key, minimum_chrome_version: _version, side_panel, permissions, background, ...rest } = manifest;
  return {
    ...rest,
    permissions: permissions.filter((permission) => permission !== 'sidePanel'),
    background: { scripts: [background.service_worker], type: background.type },
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: manifest.short_name,
      default_icon: manifest.icons,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: 'gouji@gouji.invalid',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
