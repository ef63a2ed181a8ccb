// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { blockText } from '../../core/index';
import { readPage } from '../../core/read/dom';
import { rangeOfContent, rangeOfPlace, rangeOfQuote } from '../../extension/page/locate-text';

beforeEach(() => {
  document.body.innerHTML =
    '<script>其中予以公开 15 件</script><p>全县共受理 <span>6</span><span>2</span> 件，<b>其中\n 予以公开</b> 15 件，<i>其中予以公开 3 件</i></p><p> </p>';
});

test('a quote is found across elements and white space, and not in a script', () => {
  const range = rangeOfQuote(document.body, '受理 62 件');
  expect(range?.toString().replace(/\s/g, '')).toBe('受理62件');
  expect(range?.startContainer.parentElement?.localName).toBe('p');
  expect(rangeOfQuote(document.body, '其中予以公开15件')?.startContainer.parentElement?.localName).toBe('b');
});

test('equal quotes are told apart by their order', () => {
  expect(rangeOfQuote(document.body, '其中予以公开', 0)?.startContainer.parentElement?.localName).toBe('b');
  expect(rangeOfQuote(document.body, '其中予以公开', 1)?.startContainer.parentElement?.localName).toBe('i');
  expect(rangeOfQuote(document.body, '其中予以公开', 2)).toBeNull();
});

test('what is not there is not found', () => {
  expect(rangeOfQuote(document.body, '受理 63 件')).toBeNull();
  expect(rangeOfQuote(document.body, '  ')).toBeNull();
  expect(rangeOfContent(document.querySelectorAll('p')[1] ?? document.body)).toBeNull();
});

test('offsets of the collapsed text lead to the characters of the page', () => {
  const { document: read, nodes } = readPage(document);
  const text = blockText(read.blocks[0]);
  const start = text.indexOf('62');
  const node = nodes.blocks[0];
  if (node === undefined) throw new Error('the paragraph was not read');
  expect(rangeOfPlace(node, text, start, start + 2)?.toString()).toBe('62');
  // The page says something else now: better nothing than a wrong mark.
  expect(rangeOfPlace(node, text.replace('62', '63'), start, start + 2)).toBeNull();
});
