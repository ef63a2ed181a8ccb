import { fileURLToPath } from 'node:url';
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import manifest from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import { characterMaps } from '../scripts/lib/character-maps.mjs';
import { extensionId } from '../scripts/lib/extension-id.mjs';
import { withoutExamples } from '../scripts/lib/without-examples.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `GOUJI_APP_ORIGINS="https://a.example https://b.example"`: hosted apps that may hand over without a click. None by default. */
const origins = (process.env['GOUJI_APP_ORIGINS'] ?? '')
  .split(/[\s,]+/)
  .filter((each) => each !== '')
  .map((each) => {
    const { origin } = new URL(each);
    // `localhost:4173` would be every page without an origin, as that of a sandboxed frame.
    if (!/^https?:/.test(origin)) throw new Error(`GOUJI_APP_ORIGINS: ${each} 不是网页来源 is no origin of a site`);
    return origin;
  });

const connectable =
  origins.length === 0 ? {} : { externally_connectable: { matches: origins.map((each) => `${each}/*`) } };

/**
 * crxjs would let every site load the injected scripts, which only serves to find out who has the extension;
 * and it leaves unused copies of them behind.
 */
const tidy: CrxPlugin = {
  name: 'gouji-tidy',
  enforce: 'post',
  apply: 'build',
  renderCrxManifest(built) {
    delete built.web_accessible_resources;
    return built;
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (/\.iife\.ts-.*\.js$/.test(name)) delete bundle[name];
        // What such a script ends with is what whoever puts it into a page is answered: see `ScanWorld`.
        else if (name.endsWith('/scan.iife.js') && file.type === 'asset')
          file.source = `${file.source}globalThis.goujiShown;`;
      }
    },
  },
};

export default defineConfig(({ command }) => {
  // As the app's: what a test has built is what people install.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root,
    publicDir: 'extension/public',
    plugins: [
      preact(),
      withoutExamples(),
      characterMaps(),
      crx({ manifest: { ...manifest, ...connectable, version: pkg.version } as unknown as ManifestV3Export }),
      tidy,
    ],
    define: {
      __APP_ORIGINS__: JSON.stringify(origins),
      __EXTENSION_ID__: JSON.stringify(extensionId(manifest.key)),
    },
    // The app's worker: see its own config.
    worker: { format: 'es', plugins: () => [withoutExamples()] },
    build: {
      // The dev server writes too, with wide permissions: never over the real thing.
      outDir: command === 'serve' ? 'dist/extension-dev' : 'dist/extension',
      emptyOutDir: true,
      target: 'chrome105',
      modulePreload: false,
      // Pages that the manifest does not name.
      rolldownOptions: {
        input: {
          app: 'pwa/index.html',
          round: 'extension/round/index.html',
          welcome: 'extension/welcome/index.html',
        },
      },
    },
  };
});
