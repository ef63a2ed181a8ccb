/** Workbooks written by the tests, read back cell by cell; then what a workbook may hold beside a report. */
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { xlsxLayouts, xlsxOf } from '../support/files/xlsx';
import { readBytes } from '../support/read-bytes';
import { cellIdsOf, formOf } from '../support/render';

describe.each(['2019', '2021'] as const)('the form of %s', (year) => {
  const form = formOf(year);
  const ids = cellIdsOf(form);
  const cells = Object.fromEntries(ids.map((id, index) => [id, index + 1]));

  it.each(xlsxLayouts)('%s: each number lands on its own cell', async (_, layout) => {
    const outcome = check(await readBytes(await xlsxOf({ form, cells }, layout)));
    expect(Object.fromEntries(ids.map((id) => [id, outcome.facts[id]?.value]))).toEqual(cells);
  });
});

it('names each cell as the workbook does', async () => {
  const document = await readBytes(await xlsxOf({ form: formOf('2021') }, { sheets: 'each' }));
  const tables = document.blocks.filter((block) => block.kind === 'table');
  expect(tables.find(({ rows }) => rows.length > 20)?.rows[3]?.cells.map(({ ref }) => ref)).toEqual(
    ['A', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((column) => `表三!${column}5`),
  );
});

it('leaves hidden sheets out, and says so', async () => {
  const file = await writeXlsx({
    sheets: [
      { name: '甲', rows: [['一、总体情况']] },
      { name: '乙', rows: [['秘']], hidden: true },
    ],
  });
  const document = await readBytes(file);
  expect(document.omissions).toEqual([{ code: 'hidden-sheet', count: 1 }]);
  expect(JSON.stringify(document.blocks)).not.toContain('秘');
});

it('prints a decimal as it was typed', async () => {
  const document = await readBytes(
    await writeXlsx({ sheets: [{ name: '甲', rows: [['收费', 18.871, 0.1 + 0.2 - 0.2]] }] }),
  );
  expect(JSON.stringify(document.blocks)).toContain('"18.871"');
});

async function failureOf(bytes: Uint8Array): Promise<string> {
  const result = await readFile(bytes, readHtml);
  return result.ok ? 'read' : [result.error.code, result.error.kind].filter(Boolean).join(' ');
}

describe('refuses', () => {
  it('a workbook that opens with a password only', async () => {
    const sheets = [{ name: '甲', rows: [['1']] }];
    const locked = await writeXlsx({ sheets, encryption: { password: 'x', spinCount: 1000 } });
    expect(await failureOf(locked)).toBe('encrypted');
  });

  it('a sheet that unpacks without end', async () => {
    const file = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024),
    });
    expect(await failureOf(file)).toBe('too-large xlsx');
  });

  it('two cells at the far ends of a sheet', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>';
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '甲', rows: [[1]] }] }));
    const file = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await failureOf(file)).toMatch(/^(?:read|damaged xlsx)$/);
  });

  it('a file cut off anywhere', async () => {
    const whole = await xlsxOf({ form: formOf('2021') }, { sheets: 'each' });
    for (let end = 40; end < whole.length - 1; end += Math.ceil(whole.length / 40))
      expect(await failureOf(whole.subarray(0, end))).toMatch(/^(?:damaged|unsupported)/);
  });
});
