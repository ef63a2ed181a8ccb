import { describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { decode } from '../../core/read/decode';
import { MAX_BYTES, readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { formOf, renderPage } from '../support/render';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 规章 in GBK. */
const GBK = [0xb9, 0xe6, 0xd5, 0xc2];

async function failureOf(bytes: Uint8Array): Promise<string> {
  const result = await readFile(bytes, readHtml);
  return result.ok ? 'read' : `${result.error.code} ${result.error.kind ?? ''}`.trim();
}

describe('decode', () => {
  it.each([
    ['UTF-8', utf8('规章')],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('规章')])],
    ['UTF-16LE with a mark', new Uint8Array([0xff, 0xfe, 0xc4, 0x89, 0xe0, 0x7a])],
    ['GBK that nobody declares', new Uint8Array(GBK)],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe('规章');
  });

  it('does not believe a meta that says UTF-8 of GBK, nor one that says GBK of UTF-8', () => {
    expect(decode(new Uint8Array([...utf8('<meta charset="utf-8">'), ...GBK]))).toContain('规章');
    expect(decode(utf8('<meta charset="gbk">规章'))).toContain('规章');
  });

  it('believes a declaration where the bytes are no UTF-8', () => {
    expect(decode(new Uint8Array([...utf8('<meta charset="big5">'), 0xb3, 0xb9]))).toContain('章');
  });

  it('bears a character cut off at the end', () => {
    expect(decode(utf8('规章').subarray(0, 5))).toBe('规');
  });
});

describe('readFile', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8(' \n\t '), 'empty'],
    ['rubbish', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), 'binary'],
    ['zeros', new Uint8Array(1000), 'binary'],
    ['a broken PDF', utf8('%PDF-1.7\n...'), 'damaged pdf'],
    [
      'an OLE file of another program',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'unsupported ole',
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'unsupported image'],
    ['a ZIP archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'unsupported zip'],
    ['a broken Word file', new Uint8Array([0x50, 0x4b, 3, 4, ...utf8('word/document.xml')]), 'damaged docx'],
    ['too much', new Uint8Array(MAX_BYTES + 1), 'too-large'],
  ])('says of %s what it is', async (_, bytes, failure) => {
    expect(await failureOf(bytes)).toBe(failure);
  });

  it('tells a page from a text by content', async () => {
    const page = await readFile(utf8('  <TABLE><tr><td>1</td></tr></TABLE>'), readHtml);
    const text = await readFile(utf8('规章\n0\n1 < 2'), readHtml);
    expect([page.ok && page.value.format, text.ok && text.value.format]).toEqual(['html', 'text']);
  });
});

it('counts what it leaves out', () => {
  const wide = `<table>${'<tr><td colspan="1000">1</td></tr>'.repeat(900)}</table>`;
  expect(readHtml(`${wide}<iframe></iframe>`).omissions).toEqual([
    { code: 'table-too-large', count: 900_000 },
    { code: 'frame-not-read', count: 1 },
  ]);
});

describe('hostile pages', () => {
  it('reads the report among 500 other tables', () => {
    const noise = Array.from(
      { length: 500 },
      (_, index) => `<table><tr><td>行政许可 ${index}</td><td>${index}</td></tr></table>`,
    ).join('');
    const outcome = check(readHtml(renderPage({ form: formOf('2021') }).replace('<h1>', `${noise}<h1>`)));
    expect(outcome).toMatchObject({ status: 'checked', coverage: { cells: { expected: 200, read: 200 } } });
  });

  it('says plainly that a page without tables was not checked', () => {
    expect(check(readHtml('<p>今天天气很好。</p>'))).toMatchObject({
      status: 'unrecognised',
      form: null,
      findings: [],
    });
  });

  it('bears a colspan of a million and a rowspan beyond the table', () => {
    const page = renderPage({ form: formOf('2021') })
      .replace('colspan="7"', 'colspan="1000000"')
      .replace('rowspan="22"', 'rowspan="65000"');
    expect(check(readHtml(page)).coverage.cells.read).toBeGreaterThan(0);
  });

  it.each(['一', ' ', '(', '2024年', '\t', '|', '- ', '0 '])('reads a megabyte of %j in one line', (text) => {
    const line = text.repeat(1_000_000 / text.length);
    for (const document of [
      readText(line),
      readText(`\t${line}\t`),
      readHtml(`<title>${line}</title><h1>${line}</h1><p>${line}`),
    ])
      expect(check(document).status).toBe('unrecognised');
  });

  it('bears nesting without end', () => {
    expect(check(readHtml(`${'<div><table><tr><td>'.repeat(3000)}规章`)).status).toBe('unrecognised');
  });
});
