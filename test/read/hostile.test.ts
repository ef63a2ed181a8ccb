/** Files that are locked, broken, something else than their name says, or made to harm: each is refused in its own words. */

import { readFileSync } from 'node:fs';
import CFB from 'cfb';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { check, explainFailure, explainOmission } from '../../core/index';
import { readFile } from '../../core/read/file';
import { MAX_HTML_ELEMENTS, readHtml } from '../../core/read/html';
import { docxFile, docxOf } from '../support/files/docx';
import { mhtmlOf } from '../support/files/mhtml';
import { rtfOf } from '../support/files/rtf';
import { xlsxOf } from '../support/files/xlsx';
import { cellIdsOf, formOf, renderPage } from '../support/render';

const form = formOf('2021');
const cells = Object.fromEntries(cellIdsOf(form).map((id, index) => [id, index + 1]));
const fixture = (name: string): Uint8Array => Uint8Array.from(readFileSync(`test/fixtures/formats/${name}`));
const page = renderPage({ form, cells });

interface Said {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
  readonly format: string;
  readonly omissions: readonly string[];
}

async function said(bytes: Uint8Array): Promise<Said> {
  const result = await readFile(bytes, readHtml);
  if (result.ok) {
    const omissions = result.value.omissions.map((each) => explainOmission(each, 'zh-CN'));
    return { code: check(result.value).status, kind: '', message: '', format: result.value.format, omissions };
  }
  const { code, kind = '', reason = '' } = result.error;
  return {
    code: [code, kind, code === 'too-complex' ? reason : ''].filter(Boolean).join(' '),
    kind,
    message: explainFailure(result.error, 'zh-CN'),
    format: '',
    omissions: [],
  };
}

/** An OLE file with one of its streams changed. */
function withStream(
  bytes: Uint8Array,
  name: string,
  change: (stream: Uint8Array, view: DataView) => Uint8Array,
): Uint8Array {
  const container = CFB.read(bytes, { type: 'array' });
  const entry = CFB.find(container, `/${name}`);
  if (entry === null) throw new Error(`no ${name}`);
  const stream = Uint8Array.from(entry.content);
  const changed = change(stream, new DataView(stream.buffer));
  entry.content = changed as unknown as typeof entry.content;
  entry.size = changed.length;
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
}

function withFib(at: number, value: number): Uint8Array {
  return withStream(fixture('numbered-2021.doc'), 'WordDocument', (stream, view) => {
    view.setUint16(at, value, true);
    return stream;
  });
}

function oleOf(...names: string[]): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const name of names) CFB.utils.cfb_add(container, name, new Uint8Array(5000) as unknown as number[]);
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
}

/** Written by `handmadePdf` and locked by qpdf, with the password `geheim` or, where no copy may be made, none. */
const encryptedPdf = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/encrypted/${name}.pdf`, import.meta.url));

const LOCKED = Uint8Array.of(0x2f, 0, 6, 0, 0, 0, 0, 0, 0, 0);

describe('locked files', () => {
  it.each([
    ['a Word file of today', async () => oleOf('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    [
      'a workbook of today',
      () => writeXlsx({ sheets: [{ name: '甲', rows: [[1]] }], encryption: { password: 'x', spinCount: 1000 } }),
      'encrypted',
    ],
    ['an old Word file', async () => withFib(0x0a, 0x1300), 'encrypted doc'],
    [
      'an old workbook',
      async () =>
        withStream(fixture('numbered-2021.xls'), 'Workbook', (stream) =>
          // Behind the first record.
          Uint8Array.from([...stream.subarray(0, 20), ...LOCKED, ...stream.subarray(20)]),
        ),
      'encrypted xls',
    ],
    ['a PDF by 40 bits of RC4', async () => encryptedPdf('rc4-40'), 'encrypted pdf'],
    ['a PDF by 128 bits of RC4', async () => encryptedPdf('rc4-128'), 'encrypted pdf'],
    ['a PDF by 128 bits of AES', async () => encryptedPdf('aes-128'), 'encrypted pdf'],
    ['a PDF by 256 bits of AES', async () => encryptedPdf('aes-256'), 'encrypted pdf'],
  ])('%s', async (_, make, code) => {
    const { code: found, message } = await said(await make());
    expect(found).toBe(code);
    expect(message).toMatch(/密码.*另存/);
  });

  // Anybody may open these; only printing and copying are forbidden. Reading is neither.
  it.each(['may-not-be-copied', 'may-not-be-copied-rc4'])(
    'a PDF that opens without a password is read: %s',
    async (name) => {
      const result = await readFile(encryptedPdf(name), readHtml);
      const cells = result.ok
        ? result.value.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []))
        : [];
      expect(cells.map(({ text }) => text)).toEqual(['甲', '1', '2', '乙', '3', '4']);
    },
  );
});

describe('files cut off', () => {
  const whole: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['docx', () => docxOf({ form, cells })],
    ['xlsx', () => xlsxOf({ form, cells }, { sheets: 'each' })],
    ['doc', () => fixture('numbered-2021.doc')],
    ['xls', () => fixture('numbered-2021.xls')],
  ];
  it.each(whole)('%s', async (_, make) => {
    const bytes = await make();
    for (const share of [0.3, 0.6, 0.9])
      expect((await said(bytes.subarray(0, Math.floor(bytes.length * share)))).message).toMatch(
        /损坏或不完整|不能直接读取/,
      );
  });

  it.each([
    ['rtf', rtfOf({ form, cells })],
    ['mhtml', mhtmlOf(Buffer.from(page), 'quoted-printable', 'utf-8')],
  ] as const)('%s: what is there is read, and the rest is said to be missing', async (_, bytes) => {
    expect((await said(bytes)).omissions).toEqual([]);
    const { code, omissions } = await said(bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    expect([code, omissions]).toEqual(['partial', [expect.stringContaining('不完整')]]);
  });
});

describe('files that are not what their name says', () => {
  it.each([
    ['a page', new TextEncoder().encode(page), 'html'],
    ['RTF', rtfOf({ form, cells }), 'rtf'],
    ['a saved page', mhtmlOf(Buffer.from(page), 'base64', 'utf-8'), 'mhtml'],
    ['plain text', readFileSync('samples/liaozi-township-2024.txt'), 'text'],
    ['a workbook', fixture('numbered-2021.xls'), 'xls'],
    ['what WPS calls .wps', fixture('numbered-2021.doc'), 'doc'],
  ])('%s named .doc is read as what it is', async (_, bytes, format) => {
    expect(await said(bytes)).toMatchObject({ code: 'checked', format });
  });

  it.each([
    ['a file of Works', () => oleOf('CONTENTS', 'MatOST'), 'unsupported ole', '其他程序'],
    ['Word 95', () => withFib(2, 0x68), 'unsupported word95', 'Word 6.0/95'],
    [
      'Excel 95',
      () =>
        withStream(fixture('numbered-2021.xls'), 'Workbook', (stream, view) => {
          view.setUint16(4, 0x0500, true);
          return stream;
        }),
      'unsupported excel95',
      'Excel 5.0/95',
    ],
    ['OFD', () => zipSync({ 'OFD.xml': strToU8('<ofd/>') }), 'unsupported ofd', 'OFD'],
    ['slides', () => zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), 'unsupported package', '其他程序'],
  ])('%s is named', async (_, make, code, word) => {
    const { code: found, message } = await said(make());
    expect(found).toBe(code);
    expect(message).toContain(word);
    expect(message).toContain('另存为');
  });

  it('a workbook with a Word file embedded is a workbook', async () => {
    const container = CFB.read(fixture('numbered-2021.xls'), { type: 'array' });
    CFB.utils.cfb_add(container, '/MBD0001/WordDocument', [1, 2, 3]);
    const bytes = Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
    expect(await said(bytes)).toMatchObject({ code: 'checked', format: 'xls' });
  });
});

it('macros of old files are said, not run', async () => {
  const { code, omissions } = await said(
    (() => {
      const container = CFB.read(fixture('numbered-2021.doc'), { type: 'array' });
      CFB.utils.cfb_add(container, '/Macros/VBA/dir', [1, 2, 3]);
      return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
    })(),
  );
  expect([code, omissions]).toEqual(['checked', [expect.stringContaining('宏')]]);
});

/** Entries of the directory, by their place in the file. */
function* directory(bytes: Uint8Array): Generator<DataView> {
  for (let at = 0; at + 46 < bytes.length; at++)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
      yield new DataView(bytes.buffer, bytes.byteOffset + at);
}

describe('archives made to harm', () => {
  it.each([
    [
      'parts that share their bytes',
      () => {
        const bytes = docxOf({ form, cells });
        const [first, second] = [...directory(bytes)];
        second?.setUint32(42, first?.getUint32(42, true) ?? 0, true);
        return bytes;
      },
      'too-complex docx overlap',
    ],
    [
      'a part that claims four gigabytes',
      () => {
        const bytes = docxOf({ form, cells });
        for (const entry of directory(bytes)) entry.setUint32(20, 0xfffffff0, true);
        return bytes;
      },
      'too-complex docx overlap',
    ],
    [
      'one flipped bit in a stored part',
      () => {
        const parts = unzipSync(docxOf({ form, cells }));
        const bytes = zipSync(parts, { level: 0 });
        const at = Buffer.from(bytes).indexOf('<w:t xml:space="preserve">1');
        bytes[at + 26] = (bytes[at + 26] ?? 0) ^ 1;
        return bytes;
      },
      'damaged docx',
    ],
    [
      'a main part twice',
      () => {
        const bytes = zipSync({ 'word/document.xml': strToU8('<a/>'), 'word/document.xmm': strToU8('<b/>') });
        const text = Buffer.from(bytes);
        for (let at = text.indexOf('.xmm'); at !== -1; at = text.indexOf('.xmm', at + 1)) bytes[at + 3] = 0x6c;
        return bytes;
      },
      'too-complex docx same name twice',
    ],
  ])('%s', async (_, make, code) => {
    expect((await said(make())).code).toBe(code);
  });
});

const wrap = (body: string): string => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;

describe('XML made to harm', () => {
  it.each([
    ['a doctype', '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>', 'too-complex docx doctype'],
    ['an entity of its own', wrap('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>'), 'damaged docx'],
    ['nesting without end', wrap(`${'<w:sdt>'.repeat(3000)}${'</w:sdt>'.repeat(3000)}`), 'too-complex docx depth'],
    [
      'a hundred thousand attributes',
      wrap(`<w:p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
      'unrecognised',
    ],
    [
      'list levels and symbols far beyond any',
      wrap('<w:p><w:r><w:sym w:char="FFFFFFFF"/><w:sym w:char="-1"/></w:r></w:p>'),
      'unrecognised',
    ],
  ])('%s', async (_, xml, code) => {
    expect((await said(docxFile(xml))).code).toBe(code);
  });

  it('a list with a level of four billion', async () => {
    const numbering =
      '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="4294967294"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    expect((await said(docxFile(wrap('<w:p/>'), numbering))).code).toBe('unrecognised');
  });
});

describe('workbooks made to harm', () => {
  const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  async function sheetOf(data: string, behind = '', book: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '甲', rows: [['一、总体情况']] }] }));
    const text = new TextDecoder();
    return zipSync({
      ...parts,
      'xl/workbook.xml': strToU8(book(text.decode(parts['xl/workbook.xml']))),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${NAMESPACE}"><sheetData>${data}</sheetData>${behind}</worksheet>`,
      ),
    });
  }
  const row = (number: number, ...columns: string[]): string =>
    `<row r="${number}">${columns.map((column) => `<c r="${column}${number}"><v>1</v></c>`).join('')}</row>`;
  const rows = (count: number, column: string): string =>
    Array.from({ length: count }, (_, index) => row(index + 1, 'A', column)).join('');

  it('cells at the far ends are counted, the rest is read', async () => {
    const { omissions } = await said(await sheetOf(row(1, 'A') + row(20_001, 'A') + row(1_048_576, 'XFD')));
    expect(omissions).toEqual([expect.stringContaining('2 格离左上角太远')]);
  });

  it('twenty thousand rows of a million columns', async () => {
    const { omissions } = await said(await sheetOf(rows(20_000, 'XFD')));
    expect(omissions).toEqual([expect.stringContaining('20000 格离左上角太远')]);
  });

  it('more cells than a table may have', async () => {
    const { omissions } = await said(await sheetOf(rows(3000, 'SF')));
    expect(omissions).toEqual([expect.stringContaining('1500000 格的表格超出上限')]);
  });

  it('merges of all cells, a hundred thousand times', async () => {
    const merges = '<mergeCell ref="A1:SF100"/>'.repeat(100_000);
    const bytes = await sheetOf(rows(100, 'SF'), `<mergeCells>${merges}</mergeCells>`);
    expect(await said(bytes)).toMatchObject({
      code: 'too-complex xlsx merges',
      message: expect.stringContaining('合并单元格总数'),
    });
  });

  it('one sheet under a thousand names', async () => {
    const bytes = await sheetOf(row(1, 'A'), '', (xml) =>
      xml.replace(/<sheet [^>]*\/>/, (sheet) => sheet.repeat(1000)),
    );
    expect(await said(bytes)).toMatchObject({
      code: 'too-complex xlsx sheets',
      message: expect.stringContaining('500'),
    });
  });

  it('hidden sheets of an old workbook are left out', async () => {
    const bytes = withStream(fixture('numbered-2021.xls'), 'Workbook', (stream, view) => {
      for (let at = 0, sheets = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
        if (view.getUint16(at, true) !== 0x85) continue;
        if (sheets++ === 1) stream[at + 8] = 1;
      }
      return stream;
    });
    expect((await said(bytes)).omissions).toEqual([expect.stringContaining('1 张隐藏的工作表')]);
  });
});

describe('old files made to harm', () => {
  it('pieces of text that lead back', async () => {
    const table = CFB.read(fixture('numbered-2021.doc'), { type: 'array' });
    const name = CFB.find(table, '/1Table') === null ? '0Table' : '1Table';
    const fib = CFB.find(table, '/WordDocument');
    const view = new DataView(Uint8Array.from(fib?.content ?? []).buffer);
    const at = view.getUint32(0x1a2, true) + 5;
    const bytes = withStream(fixture('numbered-2021.doc'), name, (stream, own) => {
      // The first piece ends where the text does, the second begins again.
      const count = (own.getUint32(at - 4, true) - 4) / 12;
      for (let index = 0; index <= count; index++) own.setUint32(at + index * 4, index % 2 === 0 ? 0 : 2000, true);
      return stream;
    });
    expect((await said(bytes)).code).toMatch(/^damaged doc$|^(?:checked|partial|unrecognised)$/);
  });

  it('streams that share their bytes', async () => {
    const bytes = fixture('numbered-2021.doc');
    const view = new DataView(bytes.buffer);
    const sector = 1 << view.getUint16(0x1e, true);
    const directory = (view.getUint32(0x30, true) + 1) * sector;
    for (let at = directory + 128; at < directory + sector; at += 128)
      if (bytes[at + 66] === 2) view.setUint32(at + 120, 0x7ffffff, true);
    expect((await said(bytes)).code).toMatch(/^(?:too-complex|damaged) doc/);
  });

  it('a hundred thousand groups in one another', async () => {
    const bytes = Buffer.from(`{\\rtf1\\ansi ${'{\\b '.repeat(100_000)}x${'}'.repeat(100_000)}}`);
    expect(await said(bytes)).toMatchObject({ code: 'unrecognised', format: 'rtf', omissions: [] });
  });

  it('a row with a hundred thousand edges', async () => {
    const edges = Array.from({ length: 100_000 }, (_, index) => `\\cellx${index * 50}`).join('');
    const bytes = Buffer.from(`{\\rtf1\\trowd${edges}${'x\\cell'.repeat(100_000)}\\row}`);
    expect((await said(bytes)).code).toBe('unrecognised');
  });

  it('thousands of rows set out by one definition', async () => {
    const edges = Array.from({ length: 900 }, (_, index) => `\\cellx${index * 50}`).join('');
    const bytes = Buffer.from(`{\\rtf1\\trowd${edges}${'\\row'.repeat(5000)}\\pard x\\par}`);
    const { code, omissions } = await said(bytes);
    expect([code, omissions]).toEqual(['unrecognised', [expect.stringContaining('400500')]]);
  });
});

it('a page that asks for billions of elements', async () => {
  const bold = Array.from({ length: 3000 }, (_, index) => `<b id="${index}">`).join('');
  const bytes = new TextEncoder().encode(`<table></table><p>${bold}${'<p>x'.repeat(3000)}`);
  expect(await said(bytes)).toMatchObject({
    code: 'too-complex html elements',
    message: expect.stringContaining(String(MAX_HTML_ELEMENTS)),
  });
});
