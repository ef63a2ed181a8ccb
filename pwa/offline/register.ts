/** Registers the service worker of the hosted app. */
import { Workbox } from 'workbox-window';
import { offline, update } from './offline';

export async function register(): Promise<void> {
  const worker = new Workbox('./sw.js', { scope: './' });
  let asked = false;
  worker.addEventListener('waiting', () => {
    update.value = () => {
      asked = true;
      worker.messageSkipWaiting();
    };
  });
  worker.addEventListener('controlling', () => {
    // Only the window that asked reloads at once. The others go on with what they have; drafts outlive a reload anyway.
    if (asked) location.reload();
  });
  try {
    await worker.register({ immediate: true });
    await navigator.serviceWorker.ready;
    await controlled();
    offline.value = 'ready';
  } catch (error) {
    offline.value = 'failed';
    console.error('Gouji: no offline use', error);
  }
}

/** The worker takes over the page of a first visit a moment after it is ready. A page reloaded past it stays without. */
function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller !== null) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, 5000);
  });
}
