/// <reference lib="webworker" />
/** The shell of the hosted app, kept on this machine. Data is in IndexedDB; nothing else is ever fetched. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// Relative: an absolute path would break under any address but the root.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The page of the first visit too: it loads its parts through here from now on, so “ready” is true for it as well.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
