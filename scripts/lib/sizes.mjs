import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the app loads before it shows anything: the scripts and styles that its page names. */
export function shellOf(page) {
  if (!existsSync(page)) return [page];
  const html = readFileSync(page, 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path,
  );
  // An empty list would pass any budget.
  if (named.length === 0) throw new Error(`${page} names no script: what is the shell?`);
  return [page, ...named.map((path) => join(dirname(page), path.replace(/^(?:\.?\/)+/, '')))];
}
