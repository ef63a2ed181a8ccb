// @vitest-environment jsdom
/** A live page and the same page as a file give the same document, so the extension and the command line agree. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { readPage } from '../../core/read/dom';
import { readHtml } from '../../core/read/html';

const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');

const PAGES: readonly (readonly [string, string])[] = [
  ...['shanghai-general-office-2019.html', 'shuyang-development-bureau-2023.html', 'planted-2024.html'].map(
    (name) => [name, sample(name)] as const,
  ),
  ['cells without rows', '<table><td>规章<td>0<tr><td>行政许可<td>1</table>'],
  ['a form and a div among rows', '<table><form><tr><td>a</form><div><tr><td>b</div></table>'],
  ['feet before bodies', '<table><tfoot><tr><td>3</tfoot><thead><tr><td>1</thead><tbody><tr><td>2</table>'],
  ['layout tables', '<table><tr><td>x<table><tr><td>规章<td>0</table>y<tr><td>z</table>'],
  [
    'odd spans',
    '<table><tr><td colspan="abc" rowspan="-1">a<td colspan=0>b<td rowspan=0>c<tr><td colspan="2.9">d</table>',
  ],
  [
    'scripts and hidden words',
    '<p>a<script>b</script><style>c</style><template>d</template>e<br>f</p><svg><text>g</text></svg>',
  ],
  ['a date for machines', '<head><meta name="pubdate" content=" 2025-01-24 10:00 "></head><p>a</p>'],
  ['pictures and headings', '<h2>二、主动<span>公开</span></h2><p><img alt="表 格"></p><h1><p>x</p></h1>'],
];

describe.each(PAGES)('%s', (_, html) => {
  it('is read alike by the browser’s parser and by parse5', () => {
    const { document: live } = readPage(new DOMParser().parseFromString(html, 'text/html'));
    expect({ ...live, format: 'html', address: null }).toEqual(readHtml(html));
  });
});

it('leads from every cell of a live page back to its element', () => {
  document.documentElement.innerHTML = sample('planted-2024.html').replace(/^[\s\S]*?<html[^>]*>/, '');
  const { document: read, nodes } = readPage(document);
  const outcome = check(read);
  expect(outcome.coverage.cells).toEqual({ expected: 200, read: 200 });
  const place = outcome.facts['applications.granted.individual']?.place;
  const element = place ? nodes.cells[place.block]?.[place.cell ?? -1] : undefined;
  expect(element?.textContent?.trim()).toBe('12');
  for (const fact of Object.values(outcome.facts)) {
    const node = fact.place ? nodes.cells[fact.place.block]?.[fact.place.cell ?? -1] : undefined;
    expect(node?.textContent?.replace(/\s/g, '')).toBe(fact.raw);
  }
});
