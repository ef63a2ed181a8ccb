/** PDF files that programs seldom write, each with its trap. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadFailure } from '../../core/document/failure';
import { check, type Document, type Table } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { type HandmadePage, handmadePdf, line, ruled, text } from '../support/pdf/handmade';

async function reading(bytes: Uint8Array): Promise<Document> {
  const result = await readFile(bytes, readHtml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function failure(bytes: Uint8Array): Promise<ReadFailure | null> {
  const result = await readFile(bytes, readHtml);
  return result.ok ? null : result.error;
}

const read = (...pages: HandmadePage[]): Promise<Document> => reading(handmadePdf(pages));
const paragraphs = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const tables = ({ blocks }: Document): Table[] => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const cells = (document: Document): string[][] =>
  tables(document).flatMap(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.text)));

const XS = [50, 250, 294, 338, 382, 426, 470, 514, 558];
const ROWS = [
  ['一、本年新收政府信息公开申请数量', '11', '12', '13', '14', '15', '16', '81'],
  ['二、上年结转政府信息公开申请数量', '21', '22', '23', '24', '25', '26', '141'],
  ['四、结转下年度继续办理', '31', '32', '33', '34', '35', '36', '201'],
];
const TABLE = ruled(ROWS, { top: 700, xs: XS });

describe('fonts', () => {
  it('reads 宋体 that the file names without holding it', async () => {
    const document = await read({ content: text('示例县人民政府', 50, 800) });
    expect(paragraphs(document)).toEqual(['示例县人民政府']);
  });

  it('reads it by GBK', async () => {
    const document = await read({ content: 'BT /G 10 Tf 50 800 Td <CABEC0FDCFD8C8CBC3F1D5FEB8AE> Tj ET' });
    expect(paragraphs(document)).toEqual(['示例县人民政府']);
  });

  it('reads digits that are drawn, not typed', async () => {
    const document = await read({ content: ruled(ROWS, { top: 700, xs: XS, font: 'T' }) });
    expect(cells(document)).toEqual(ROWS);
  });

  it('has radicals as the characters they look like', async () => {
    const document = await read({ content: text('⽰例县⼈⺠政府⻓', 50, 800) });
    expect(paragraphs(document)).toEqual(['示例县人民政府长']);
  });

  it('takes text printed twice for bold once', async () => {
    const twice = text('第二十条11', 50, 800) + text('第二十条11', 50.3, 800);
    expect(paragraphs(await read({ content: twice }))).toEqual(['第二十条11']);
  });

  it('reads downwards', async () => {
    const column = 'BT /D 10 Tf 100 780 Td <4E094E0D4E884E88516C5F00> Tj ET';
    const document = await read({
      content: `${ruled(
        [
          ['', '7'],
          ['', '8'],
        ],
        { top: 800, xs: [80, 120, 160], height: 100 },
      )}\n${column}`,
    });
    expect(cells(document)[0]?.[0]).toBe('三\n不\n予\n予\n公\n开');
  });
});

describe('pages', () => {
  it('reads a page that is turned, and one that is printed sideways', async () => {
    expect(cells(await read({ content: TABLE, rotate: 90 }))).toEqual(ROWS);
    expect(cells(await read({ content: `0 1 -1 0 842 0 cm\n${TABLE}` }))).toEqual(ROWS);
    expect(cells(await read({ content: `0 -1 1 0 -200 600 cm\n${TABLE}` }))).toEqual(ROWS);
  });

  it('leaves out what lies outside of the page as it is cut', async () => {
    const content = `${text('看得见', 100, 500)}\n${text('看不见', 100, 800)}`;
    expect(paragraphs(await read({ content, crop: [0, 0, 595, 700] }))).toEqual(['看得见']);
  });

  it('leaves out what is clipped away', async () => {
    const content = `q 0 0 595 600 re W n\n${text('看得见', 100, 500)}\n${text('看不见', 100, 700)}\nQ\n${text('又看得见', 100, 750)}`;
    expect(paragraphs(await read({ content }))).toEqual(['又看得见', '看得见']);
  });

  it('reads what stands in a form of its own', async () => {
    const document = await reading(handmadePdf([{ content: '/F Do' }], { form: TABLE }));
    expect(cells(document)).toEqual(ROWS);
  });

  it('says that a page is a scan, whatever a program believes to have seen on it', async () => {
    const scan = `q 595 0 0 842 0 0 cm /P Do Q\nBT 3 Tr /S 10 Tf 50 700 Td <793A4F8B> Tj ET`;
    expect(await failure(handmadePdf([{ content: scan }]))).toEqual({ code: 'scan', kind: 'pdf', size: 1 });
    const mixed = await read({ content: text('示例县', 50, 800) }, { content: scan });
    expect(mixed.omissions).toEqual([{ code: 'page-without-text', count: 1 }]);
  });

  it('has a table that is a picture as a picture, and no emblem', async () => {
    const content = `${text('三、收到和处理政府信息公开申请情况', 50, 800)}\nq 400 0 0 300 80 450 cm /P Do Q\nq 40 0 0 40 500 780 cm /P Do Q`;
    expect((await read({ content })).blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'picture']);
  });
});

describe('two readings', () => {
  const state = async (content: string): Promise<readonly [(string | undefined)[], Document]> => {
    const document = await read({ content });
    const { facts } = check(document);
    const of = (row: string): string | undefined => facts[`applications.${row}.individual`]?.state;
    return [[of('received'), of('carriedIn'), of('carriedOut')], document];
  };

  it('agree on a table that is printed as it should be', async () => {
    const [states, document] = await state(TABLE);
    expect(states).toEqual(['number', 'number', 'number']);
    expect(document.omissions).toEqual([]);
  });

  it('believe neither where a number lies over a line', async () => {
    const moved = TABLE.replace(text('22', 297, 667), text('22', 333, 667));
    expect(moved).not.toBe(TABLE);
    const [states, document] = await state(moved);
    expect(states).toEqual(['number', 'missing', 'number']);
    expect(document.omissions).toEqual([{ code: 'readings-differ', count: 7 }]);
    expect(check(document).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('believe neither where two numbers touch', async () => {
    const touching = TABLE.replace(text('22', 297, 667), text('22222222', 300, 667));
    expect(touching).not.toBe(TABLE);
    const [states, document] = await state(touching);
    expect(states).toEqual(['number', 'missing', 'number']);
    expect(document.omissions).toEqual([{ code: 'readings-differ', count: 7 }]);
  });

  it('believe neither where a number is broken over two lines', async () => {
    const broken = TABLE.replace(text('22', 297, 667), `${text('2', 297, 672)}\n${text('2', 297, 662)}`);
    expect(broken).not.toBe(TABLE);
    expect((await state(broken))[0]).toEqual(['number', 'missing', 'number']);
  });
});

describe('tables over pages', () => {
  const BLANK = ['', '', '', '', '', '', '', ''];
  const first = (rows: readonly (readonly string[])[]): string => ruled(rows, { top: 60 + rows.length * 20, xs: XS });
  const next = (rows: readonly (readonly string[])[]): string => ruled(rows, { top: 780, xs: XS });

  it('are one, past page numbers, running heads and 续表', async () => {
    const head = text('示例县2024年年度报告', 200, 815);
    const document = await read(
      { content: `${head}\n${first(ROWS.slice(0, 2))}\n${text('- 1 -', 280, 30)}` },
      { content: `${head}\n${text('续表', 280, 790)}\n${next(ROWS.slice(2))}\n${text('- 2 -', 280, 30)}` },
    );
    expect(document.blocks).toHaveLength(1);
    expect(cells(document)).toEqual(ROWS);
  });

  it('are one where the heading row is printed again', async () => {
    const heading = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const short = heading.map((words) => words.slice(0, 4));
    const document = await read(
      { content: first([short, ...ROWS.slice(0, 2)]) },
      { content: next([short, ...ROWS.slice(2)]) },
    );
    expect(tables(document)).toHaveLength(1);
    const { facts } = check(document);
    expect(facts['applications.carriedOut.total']?.value).toBe(201);
    expect(facts['applications.received.individual']?.value).toBe(11);
  });

  it('have a row that the page has cut as one row', async () => {
    const [top = [], ...rest] = ROWS;
    const open = (content: string, y: number): string => content.replace(line(50, y, 558, y), '');
    const document = await read(
      { content: open(first([top, ['二、上年结转政府', '21', '22', '23', '24', '25', '26', '141']]), 60) },
      { content: open(next([['信息公开申请数量', ...BLANK.slice(1)], ...rest.slice(1)]), 780) },
    );
    expect(cells(document)).toEqual([
      ROWS[0],
      ['二、上年结转政府\n信息公开申请数量', ...(ROWS[1] ?? []).slice(1)],
      ROWS[2],
    ]);
  });

  it('have it as one row where the program has closed both parts with lines', async () => {
    const [top = [], middle = [], last = []] = ROWS;
    const document = await read(
      { content: first([top, ['二、上年结转政府', ...middle.slice(1)]]) },
      { content: next([['信息公开申请数量', ...BLANK.slice(1)], last]) },
    );
    expect(cells(document)).toEqual([top, ['二、上年结转政府\n信息公开申请数量', ...middle.slice(1)], last]);
  });

  it('keep a row of blanks that begins a page', async () => {
    const [top = [], middle = [], last = []] = ROWS;
    const blank = [middle[0] ?? '', ...BLANK.slice(1)];
    expect(cells(await read({ content: first([top]) }, { content: next([blank, last]) }))).toEqual([top, blank, last]);
  });

  it('are two where another table begins', async () => {
    const other = ruled(
      [
        ['行政复议', '1'],
        ['行政诉讼', '2'],
      ],
      { top: 780, xs: [50, 320, 560] },
    );
    expect(tables(await read({ content: first(ROWS) }, { content: other }))).toHaveLength(2);
  });
});

describe('tables without lines', () => {
  const numbers = (values: readonly string[], y: number): string =>
    values.map((words, at) => text(words, 280 + at * 40, y)).join('\n');
  const loose = (y: number): string =>
    ROWS.map(([label = '', ...values], at) => `${text(label, 50, y - at * 30)}\n${numbers(values, y - at * 30)}`).join(
      '\n',
    );
  const states = async (content: string): Promise<(string | undefined)[]> => {
    const { facts } = check(await read({ content }));
    return ['received', 'carriedIn', 'carriedOut'].map((row) => facts[`applications.${row}.individual`]?.raw);
  };

  it('are read by their columns', async () => {
    expect(await states(loose(700))).toEqual(['11', '21', '31']);
  });

  it('leave a column blank where a number is missing', async () => {
    const { facts } = check(await read({ content: loose(700).replace(text('12', 320, 700), '') }));
    const row = ['individual', 'company', 'research'].map((column) => facts[`applications.received.${column}`]?.raw);
    expect(row).toEqual(['11', '', '13']);
  });

  it('have no number where the digits of a row are broken over two lines', async () => {
    const broken = `${loose(700)}\n${numbers(['0', '0', '0', '0', '0', '0', '0'], 628)}`;
    const { facts } = check(await read({ content: broken }));
    expect(facts['applications.carriedOut.individual']?.state).not.toBe('number');
  });
});

describe('limits', () => {
  it('refuses a book', async () => {
    const pages = Array.from({ length: 5000 }, () => ({ content: '' }));
    expect(await failure(handmadePdf(pages))).toEqual({ code: 'too-many-pages', kind: 'pdf', size: 5000, limit: 300 });
  });

  it('leaves out a page with more than any report has, and says so', async () => {
    const typed = `BT /S 1 Tf <${'4E00'.repeat(51_000)}> Tj ET`;
    const document = await read({ content: text('示例县', 50, 800) }, { content: typed });
    expect(paragraphs(document)).toEqual(['示例县']);
    expect(document.omissions).toEqual([{ code: 'page-too-complex', count: 1 }]);
  });

  it('runs no script and opens no attachment', async () => {
    const catalogue =
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) >>] >> >>';
    const document = await reading(handmadePdf([{ content: TABLE }], { catalogue }));
    expect(cells(document)).toEqual(ROWS);
  });

  it('refuses what is cut short or no PDF at all', async () => {
    const whole = handmadePdf([{ content: TABLE }]);
    expect((await failure(whole.subarray(0, 60)))?.code).toMatch(/damaged|empty/);
    expect((await failure(new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5000)}`)))?.code).toMatch(/damaged|empty/);
  });

  it('reads a file whose end is missing, or says that it cannot', async () => {
    const bytes = readFileSync(new URL('../fixtures/formats/numbered-2021.pdf', import.meta.url));
    const result = await readFile(bytes.subarray(0, Math.floor(bytes.length * 0.7)), readHtml);
    expect(result.ok || result.error.code === 'damaged' || result.error.code === 'empty').toBe(true);
  });
});
