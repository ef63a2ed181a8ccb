/** Word files written by the tests, read back cell by cell; then what a Word file may hold beside a report. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { docxFile, docxLayouts, docxOf } from '../support/files/docx';
import { readBytes } from '../support/read-bytes';
import { cellIdsOf, formOf } from '../support/render';

describe.each(['2019', '2021'] as const)('the form of %s', (year) => {
  const form = formOf(year);
  const ids = cellIdsOf(form);
  const cells = Object.fromEntries(ids.map((id, index) => [id, index + 1]));

  it.each(docxLayouts)('%s: each number lands on its own cell', async (_, layout) => {
    const outcome = check(await readBytes(docxOf({ form, cells }, layout)));
    expect(Object.fromEntries(ids.map((id) => [id, outcome.facts[id]?.value]))).toEqual(cells);
    expect(outcome.status).toBe('checked');
  });
});

it('prints the numbers of lists: the sections are found', async () => {
  const document = await readBytes(docxOf({ form: formOf('2021') }, { automaticNumbers: true }));
  const texts = document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
  expect(texts).toContain('一、总体情况');
  expect(texts).toContain('六、其他需要报告的事项');
});

const wrap = (body: string): string =>
  `<w:document xmlns:w="w" xmlns:mc="mc" xmlns:v="v"><w:body>${body}</w:body></w:document>`;

async function textsOf(body: string): Promise<string[]> {
  const document = await readBytes(docxFile(wrap(body)));
  return document.blocks.map((block) => (block.kind === 'table' ? 'table' : block.text));
}

it.each([
  ['a deletion', '<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>', ['甲']],
  ['an insertion', '<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins></w:p>', ['甲']],
  ['hidden text', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r><w:r><w:t>甲</w:t></w:r></w:p>', ['甲']],
  ['a field code', '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>甲</w:t></w:r></w:p>', ['甲']],
  [
    'a deleted row',
    '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    [],
  ],
  [
    'a text box, once',
    '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    ['甲'],
  ],
])('reads past %s', async (_, body, expected) => {
  expect(await textsOf(body)).toEqual(expected);
});

async function failureOf(bytes: Uint8Array): Promise<string> {
  const result = await readFile(bytes, readHtml);
  return result.ok ? 'read' : [result.error.code, result.error.reason].filter(Boolean).join(' ');
}

it('says that macros are there, and reads the rest', async () => {
  const file = zipSync({
    'word/document.xml': strToU8(wrap('<w:p><w:r><w:t>甲</w:t></w:r></w:p>')),
    'word/vbaProject.bin': new Uint8Array(10),
  });
  expect((await readBytes(file)).omissions).toEqual([{ code: 'macros', count: 1 }]);
});

describe('refuses', () => {
  it('entities that multiply', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><w:document xmlns:w="w"><w:body>&a;</w:body></w:document>';
    expect(await failureOf(docxFile(bomb))).toBe('too-complex doctype');
  });

  it('nesting without end', async () => {
    const depth = 5000;
    const nested = wrap(`${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}`);
    expect(await failureOf(docxFile(nested))).toBe('too-complex depth');
  });

  it('a part that unpacks to far more than a report, whatever its directory says', async () => {
    const file = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) });
    const view = new DataView(file.buffer);
    for (let at = 0; at + 46 < file.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(await failureOf(file)).toMatch(/^too-large/);
  });

  it('a file cut off anywhere', async () => {
    const whole = docxOf({ form: formOf('2021') });
    for (let end = 40; end < whole.length - 1; end += Math.ceil(whole.length / 40))
      expect(await failureOf(whole.subarray(0, end))).toMatch(/^(?:damaged|unsupported)/);
  });

  it('a broken directory', async () => {
    const file = docxOf({ form: formOf('2021') });
    new DataView(file.buffer).setUint32(file.length - 6, 7, true);
    expect(await failureOf(file)).toMatch(/^damaged/);
  });
});
