/** Pages saved as one file: the same numbers as the page itself. */
import { expect, it } from 'vitest';
import { check } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { mhtmlOf } from '../support/files/mhtml';
import { cellIdsOf, formOf, renderPage } from '../support/render';

const form = formOf('2021');
const ids = cellIdsOf(form);
const cells = Object.fromEntries(ids.map((id, index) => [id, index + 1]));
const page = new TextEncoder().encode(renderPage({ form, cells }));
/** 规章 in GBK. */
const GBK = Uint8Array.from([...Buffer.from('<p>'), 0xb9, 0xe6, 0xd5, 0xc2, ...Buffer.from('</p>')]);

it.each(['quoted-printable', 'base64', '8bit'] as const)('reads every number of a page in %s', async (encoding) => {
  const result = await readFile(mhtmlOf(page, encoding, 'utf-8'), readHtml);
  if (!result.ok) throw new Error(result.error.code);
  expect(result.value.format).toBe('mhtml');
  const outcome = check(result.value);
  expect(Object.fromEntries(ids.map((id) => [id, outcome.facts[id]?.value]))).toEqual(cells);
});

it('believes the part where it says which encoding it has', async () => {
  const result = await readFile(mhtmlOf(GBK, 'quoted-printable', 'gb2312'), readHtml);
  expect(result.ok && result.value.blocks).toEqual([{ kind: 'paragraph', text: '规章', level: 0 }]);
});

it('says so where there is no page in it', async () => {
  const mail =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/css\r\n\r\np{}\r\n--x--';
  expect(await readFile(Buffer.from(mail), readHtml)).toMatchObject({
    ok: false,
    error: { code: 'damaged', kind: 'mhtml' },
  });
});

it.each([200, 500, 900, 3000])('bears a file cut off after %i bytes', async (length) => {
  const result = await readFile(mhtmlOf(page, 'base64', 'utf-8').subarray(0, length), readHtml);
  if (!result.ok) expect(result.error.code).toBe('damaged');
});
