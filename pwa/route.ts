/** Hash routes: the same app works under any address, and inside the extension. */
import { signal } from '@preact/signals';

export type Route =
  | { readonly screen: 'reports' }
  | { readonly screen: 'report'; readonly id: string }
  | { readonly screen: 'evidence'; readonly id: string }
  | { readonly screen: 'batch' }
  /** 录入: one form being filled in; without an id, those begun and a new one. */
  | { readonly screen: 'entry'; readonly id: string | null }
  | { readonly screen: 'exchange' }
  /** What a link carries, in the link itself: it is shown before anything is done with it. */
  | { readonly screen: 'receive'; readonly id: string }
  | { readonly screen: 'settings' };

export const route = signal<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

export function parseRoute(hash: string): Route {
  const [screen, id] = hash.replace(/^#\/?/, '').split('/');
  if ((screen === 'report' || screen === 'evidence' || screen === 'receive') && id !== undefined && id !== '')
    return { screen, id: decode(id) };
  if (screen === 'entry') return { screen, id: id === undefined || id === '' ? null : decode(id) };
  return screen === 'batch' || screen === 'exchange' || screen === 'settings' ? { screen } : { screen: 'reports' };
}

export function hrefOf(to: Route): string {
  if (to.screen === 'reports') return '#/';
  return 'id' in to && to.id !== null ? `#/${to.screen}/${encodeURIComponent(to.id)}` : `#/${to.screen}`;
}

export function go(to: Route): void {
  location.hash = hrefOf(to);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A hand-typed address: no report has this id, and the screen says so.
  }
}
