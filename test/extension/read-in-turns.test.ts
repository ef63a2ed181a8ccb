// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { readPage } from '../../core/read/dom';
import { readInTurns } from '../../extension/page/read-in-turns';

const ROWS = 100;
const AT_ONCE = 50;

beforeEach(() => {
  const row = (at: number): string => `<tr><td>项目</td><td>${at}</td><td>${at * 2}</td></tr>`;
  const rows = Array.from({ length: ROWS }, (_, at) => row(at)).join('');
  document.body.innerHTML = `<h1>报告</h1><table><caption>甲</caption>${rows}</table><table></table><table>${row(7)}</table>`;
});

/** Runs between two turns, as a page’s own script would. */
function between(run: () => void): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      run();
      resolve();
    };
    port2.postMessage(null);
  });
}

it('reads what is read in one go, and lets others have their turn', async () => {
  let over = false;
  const reading = readInTurns(document, AT_ONCE).then((read) => {
    over = true;
    return read;
  });
  await between(() => expect(over).toBe(false));
  const { document: text, nodes } = await reading;
  const once = readPage(document);
  expect(text).toEqual(once.document);
  expect(text.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'table', 'table']);
  expect(nodes.blocks.every((node, at) => node === once.nodes.blocks[at])).toBe(true);
  expect(nodes.cells.map((cells) => cells?.length ?? null)).toEqual([null, null, 3 * ROWS, 3]);
});

it('is of one moment: where the page changes meanwhile, all of it is read as it is then', async () => {
  const first = document.querySelector('td:nth-child(2)');
  const last = [...document.querySelectorAll('td:nth-child(2)')].at(-1);
  if (!first || !last) throw new Error('no cells');
  const reading = readInTurns(document, AT_ONCE);
  // The first was read before, the last was not.
  await between(() => {
    first.textContent = '改一';
    last.textContent = '改二';
  });
  const { document: text } = await reading;
  const cells = text.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []));
  expect(cells.map((cell) => cell.text).filter((cell) => cell.startsWith('改'))).toEqual(['改一', '改二']);
  expect(text).toEqual(readPage(document).document);
});
