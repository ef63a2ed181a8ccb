/** The same report, its 200 cells numbered, as many programs write it: 200 of 200, each on its own cell. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { encode, utf16 } from '../support/encode';
import { mhtmlOf } from '../support/files/mhtml';
import { rtfOf } from '../support/files/rtf';
import { cellIdsOf, formOf, renderPage } from '../support/render';

function report(year: '2019' | '2021') {
  const form = formOf(year);
  return { form, cells: Object.fromEntries(cellIdsOf(form).map((id, index) => [id, index + 1])) };
}

async function factsOf(bytes: Uint8Array, ids: readonly string[]) {
  const result = await readFile(bytes, readHtml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const outcome = check(result.value);
  return Object.fromEntries(ids.map((id) => [id, outcome.facts[id]?.value]));
}

describe('files that other programs wrote', () => {
  it.each([
    ['numbered-2019.doc', '2019'],
    ['nested-2021.doc', '2021'],
    ['tracked-2021.doc', '2021'],
    ['lists-2021.doc', '2021'],
    ['nested-2021.rtf', '2021'],
    ['tracked-2021.rtf', '2021'],
    ['one-sheet-2019.xls', '2019'],
    ['as-text-2021.xls', '2021'],
    ['numbered-2021.mhtml', '2021'],
  ] as const)('%s', async (name, year) => {
    const { cells } = report(year);
    const bytes = readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url));
    expect(await factsOf(bytes, Object.keys(cells))).toEqual(cells);
  });
});

describe.each(['2019', '2021'] as const)('the form of %s', (year) => {
  const { form, cells } = report(year);
  const ids = Object.keys(cells);
  const page = renderPage({ form, cells });
  const said = (charset: string): string => page.replace('charset="utf-8"', `charset="${charset}"`);
  const silent = page.replace('<meta charset="utf-8">', '');
  /** Characters that Big5 lacks stand in it as numbers, as browsers write them. */
  const big5 = (text: string): Uint8Array => encode(text, 'big5');

  it('as RTF with the bytes of GBK', async () => {
    expect(await factsOf(rtfOf({ form, cells }), ids)).toEqual(cells);
  });

  it.each([
    ['UTF-8 that says so', new TextEncoder().encode(page)],
    ['GBK that says so', encode(said('gb2312'), 'gb18030')],
    ['GBK that nobody declares', encode(silent, 'gb18030')],
    ['GBK that says UTF-8', encode(page, 'gb18030')],
    ['Big5 that says so', big5(said('big5'))],
    ['UTF-16, little end first, marked', utf16(silent, 'le', true)],
    ['UTF-16, big end first, marked', utf16(silent, 'be', true)],
    ['UTF-16, little end first, without a mark', utf16(silent, 'le', false)],
    ['UTF-16, big end first, without a mark', utf16(silent, 'be', false)],
    ['an archive of a GBK page', mhtmlOf(encode(said('gb2312'), 'gb18030'), 'quoted-printable', 'gb2312')],
    ['an archive that does not say its encoding', mhtmlOf(encode(said('gbk'), 'gb18030'), 'base64', '')],
  ])('in %s', async (_, bytes) => {
    expect(await factsOf(bytes, ids)).toEqual(cells);
  });
});
