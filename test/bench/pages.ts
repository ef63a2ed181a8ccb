/** What `npm run bench` runs: the same page through the parser alone and through the whole check. */
import { parse } from 'parse5';
import { check } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { printed, sampleOf } from '../support/generate/report';
import { layouts } from '../support/layouts';

export { readHtml as readAlone };

export function parseAlone(html: string): unknown {
  return parse(html);
}

export function readAndCheck(html: string): unknown {
  return check(readHtml(html));
}

/** What the command line does with one file, but for loading it. */
export async function readFileAndCheck(bytes: Uint8Array): Promise<unknown> {
  const result = await readFile(bytes, readHtml);
  if (!result.ok) throw new Error(result.error.code);
  return check(result.value);
}

/** Different pages, each in a layout of its own: what a season of a county looks like. */
export function pagesOf(count: number): string[] {
  const kinds = layouts.filter(({ format }) => format === 'html');
  return Array.from({ length: count }, (_, index) => {
    const layout = kinds[index % kinds.length];
    if (layout === undefined) throw new Error('no layout');
    return layout.render(printed(sampleOf(`rate/${index}`)));
  });
}
