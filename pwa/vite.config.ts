import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import manifest from '../manifest.json' with { type: 'json' };
import { characterMaps } from '../scripts/lib/character-maps.mjs';
import { extensionId } from '../scripts/lib/extension-id.mjs';
import { withoutExamples } from '../scripts/lib/without-examples.mjs';

/** Only the hosted build has an icon of its own to name; in the extension the page wears the extension's. */
const icons: Plugin = {
  name: 'gouji-icons',
  transformIndexHtml: () => [
    { tag: 'link', attrs: { rel: 'icon', href: './icons/icon.svg', type: 'image/svg+xml' }, injectTo: 'head' },
    { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icons/192.png' }, injectTo: 'head' },
  ],
};

export default defineConfig(({ command }) => {
  // A build is for production whatever the shell says: a test runner sets another NODE_ENV for its children.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    define: { __EXTENSION_ID__: JSON.stringify(extensionId(manifest.key)) },
    plugins: [
      preact(),
      icons,
      withoutExamples(),
      characterMaps(),
      VitePWA({
        strategies: 'injectManifest',
        srcDir: '.',
        filename: 'sw.ts',
        registerType: 'prompt',
        injectRegister: null,
        injectManifest: { globPatterns: ['**/*.{js,css,html,png,svg,webmanifest,bcmap}'] },
        manifest: {
          id: './',
          name: '勾稽：政府信息公开年报核查',
          short_name: '勾稽',
          description: '在本机核查政府信息公开工作年度报告的数字，离线可用，不上传。',
          lang: 'zh-CN',
          start_url: './',
          scope: './',
          display: 'standalone',
          background_color: '#fbfbf9',
          theme_color: '#14506e',
          // A .gouji file opened from the desktop: `exchange/launched.ts` takes it. No share target: what is shared would be
          // posted to the address, and to its server where the service worker is gone.
          file_handlers: [{ action: './', accept: { 'application/vnd.gouji+json': ['.gouji'] } }],
          launch_handler: { client_mode: 'focus-existing' },
          icons: [
            { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
            { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
            { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
            { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          ],
        },
      }),
    ],
    // The worker loads its large readers when first needed, which only modules can.
    worker: { format: 'es', plugins: () => [withoutExamples()] },
    build: {
      outDir: fileURLToPath(new URL('../dist/pwa', import.meta.url)),
      emptyOutDir: true,
      target: 'chrome105',
      // Inlined data: addresses would be refused by the page's content security policy.
      assetsInlineLimit: 0,
    },
    preview: { host: '127.0.0.1', port: 4173 },
  };
});
