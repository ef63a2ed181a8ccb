/** Where this app lives: in the extension, on a server with a service worker, or on plain http without one. */
export type Home = 'extension' | 'hosted' | 'plain';

export const home: Home = homeOf();

function homeOf(): Home {
  if (/^(?:chrome|moz)-extension:$/.test(location.protocol)) return 'extension';
  // Browsers have the attribute in secure contexts only.
  return 'serviceWorker' in navigator ? 'hosted' : 'plain';
}
