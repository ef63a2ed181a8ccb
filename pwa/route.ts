/** Hash routes: the same app works under any address, and inside the extension. */
import { signal } from '@preact/signals';

export type Route =
  | { readonly screen: 'reports' }
  | { readonly screen: 'report'; readonly id: string }
  | { readonly screen: 'evidence'; readonly id: string }
  | { readonly screen: 'batch' }
  /** 录入: one form being filled in; without an id, those begun and a new one. */
  | { readonly screen: 'entry'; readonly id: string | null }
  /** 下发材料: of one report; without an id, of all that are chosen. */
  | { readonly screen: 'handouts'; readonly id: string | null }
  /** 单位: who has published; `organ`: one of them over the years, by name. */
  | { readonly screen: 'organs' }
  | { readonly screen: 'organ'; readonly id: string }
  | { readonly screen: 'overview' }
  /** 核查清单: one of them; without an id, all. */
  | { readonly screen: 'checklists'; readonly id: string | null }
  | { readonly screen: 'exchange' }
  /** What a link carries, in the link itself: it is shown before anything is done with it. */
  | { readonly screen: 'receive'; readonly id: string }
  | { readonly screen: 'settings' };

const PLAIN = [
  { screen: 'batch' },
  { screen: 'organs' },
  { screen: 'overview' },
  { screen: 'exchange' },
  { screen: 'settings' },
] as const;

export const route = signal<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

export function parseRoute(hash: string): Route {
  const [screen, id] = hash.replace(/^#\/?/, '').split('/');
  const one = id === undefined || id === '' ? null : decode(id);
  switch (screen) {
    case 'report':
    case 'evidence':
    case 'organ':
    case 'receive':
      return one === null ? { screen: 'reports' } : { screen, id: one };
    case 'entry':
    case 'handouts':
    case 'checklists':
      return { screen, id: one };
  }
  return PLAIN.find((each) => each.screen === screen) ?? { screen: 'reports' };
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
