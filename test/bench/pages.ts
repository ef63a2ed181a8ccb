/** What `npm run bench` runs: the same page through the parser alone and through the whole check. */
import { parse } from 'parse5';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';

export function parseAlone(html: string): unknown {
  return parse(html);
}

export function readAndCheck(html: string): unknown {
  return check(readHtml(html));
}
