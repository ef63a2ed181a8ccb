import { shellOf } from './scripts/lib/sizes.mjs';

/** What a click puts into a page, and what the app needs before it shows anything. */
export default [
  { name: 'injected into a page', path: 'dist/extension/extension/**/*.iife.js', limit: '40 kB', gzip: true },
  { name: 'app shell', path: shellOf('dist/pwa/index.html'), limit: '100 kB', gzip: true },
];
