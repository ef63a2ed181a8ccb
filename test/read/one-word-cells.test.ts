// @vitest-environment jsdom
/** A cell that holds one word in nested elements is read in one go: to the same text as in the general way. */
import { expect, it } from 'vitest';
import { readPage } from '../../core/read/dom';
import { type Random, seeded } from '../support/random';

const CASES = 400;

const TEXTS = [
  '12',
  ' 12 ',
  '1\n2',
  '\n',
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ufeff',
  '3 \u3000 4',
  '\u2028',
  '5\f6',
  '甲',
];
const TAGS = ['span', 'p', 'div', 'b', 'font', 'a', 'li', 'br', 'img', 'button', 'svg', 'x-y'];
const STYLES = [
  'visibility:hidden',
  'visibility:visible',
  'visibility:collapse',
  'font-size:0',
  'font-size:12px',
  'display:none',
  'display:contents',
];

function node(random: Random, depth: number): Node {
  if (depth === 0 || random.chance(0.4))
    return random.chance(0.2) ? document.createComment('注') : document.createTextNode(random.pick(TEXTS));
  const element = document.createElement(random.pick(TAGS));
  if (random.chance(0.5)) element.setAttribute('style', random.pick(STYLES));
  fill(element, random, depth - 1);
  return element;
}

/** Mostly with one child, as Word writes cells. */
function fill(element: Element, random: Random, depth: number): void {
  const count = random.pick([0, 1, 1, 1, 1, 1, 1, 2]);
  for (let at = 0; at < count; at++) element.append(node(random, depth));
}

function textOf(cell: Element): string {
  const table = document.createElement('table');
  table.append(document.createElement('tbody'));
  table.tBodies[0]?.append(document.createElement('tr'));
  table.rows[0]?.append(cell);
  document.body.replaceChildren(table);
  const [block] = readPage(document).document.blocks;
  return block?.kind === 'table' ? (block.rows[0]?.cells[0]?.text ?? '') : '';
}

it('reads the same with an empty element beside the word, which has the cell read child by child', () => {
  const random = seeded('cells of one word');
  let words = 0;
  for (let at = 0; at < CASES; at++) {
    const cell = document.createElement('td');
    if (random.chance(0.3)) cell.setAttribute('style', random.pick(STYLES));
    fill(cell, random, 4);
    const quick = textOf(cell);
    const before = cell.outerHTML;
    cell.append(document.createElement('i'), document.createElement('i'));
    expect([textOf(cell), before]).toEqual([quick, before]);
    if (quick !== '') words++;
  }
  expect(words).toBeGreaterThan(CASES / 8);
});
