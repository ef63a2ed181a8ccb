/** CSV as programs write it. */
import { expect, it } from 'vitest';
import { cellsOf, readCsv } from '../../core/read/csv';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function textsOf(input: Uint8Array): string[][] {
  const read = readCsv(input);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : [],
  );
}

it('keeps separators, line breaks and doubled quotes inside quotes', () => {
  expect(textsOf(bytes('a,"1,234",c\r\n"two\nlines","say ""hi""",\r\n'))).toEqual([
    ['a', '1,234', 'c'],
    ['two\nlines', 'say "hi"', ''],
  ]);
});

it('tells the separator from the text', () => {
  expect(textsOf(bytes('甲;1,5;2\n乙;2,5;3\n'))).toEqual([
    ['甲', '1,5', '2'],
    ['乙', '2,5', '3'],
  ]);
  expect(textsOf(bytes('甲\t1\n乙\t2'))).toEqual([
    ['甲', '1'],
    ['乙', '2'],
  ]);
});

it('reads GBK and a byte order mark', () => {
  expect(textsOf(Uint8Array.from([0xba, 0xcf, 0xbc, 0xc6, 0x2c, 0x31]))).toEqual([['合计', '1']]);
  expect(textsOf(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0x2c, 0x62]))).toEqual([['a', 'b']]);
});

it('keeps empty lines, and ends on a quote that never closes', () => {
  expect(cellsOf('a,b\n\nc', ',')).toEqual([['a', 'b'], [''], ['c']]);
  expect(cellsOf('a,"b\nc', ',')).toEqual([['a', 'b\nc']]);
});

it('refuses what is no text', () => {
  expect(readCsv(new Uint8Array())).toEqual({ ok: false, error: { code: 'empty' } });
  expect(readCsv(Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256))).toEqual({
    ok: false,
    error: { code: 'binary' },
  });
});
