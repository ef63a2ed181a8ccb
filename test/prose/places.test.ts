/** What is quoted stands where the finding says: else it could not be marked in the page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blockText, check, type Document, type Place } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { formOf, renderPage } from '../support/render';
import { CORRECT } from './correct';
import { PHRASINGS } from './phrasings';
import { SENTENCES } from './sentences';
import { TRAPS } from './traps';
import { WORLDS } from './worlds';

function textAt(document: Document, { block, cell, start, end }: Place): string {
  const own = document.blocks[block];
  const text = own?.kind === 'table' ? own.rows.flatMap((row) => row.cells)[cell ?? 0]?.text : blockText(own);
  return (text ?? '').slice(start, end);
}

/** Quotes that are not at their place: [rule, quote, what stands there]. */
function misplaced(document: Document): (readonly [string, string, string])[] {
  return check(document).findings.flatMap(({ rule, quote, place }) => {
    if (quote === null) return [];
    if (place?.start === undefined) return [[rule, quote, ''] as const];
    const there = textAt(document, place);
    // A sentence broken over lines of print is placed in its first line.
    const firstLine =
      there !== '' &&
      quote.startsWith(there) &&
      textAt(document, { ...place, start: 0, end: Number.MAX_SAFE_INTEGER }).endsWith(there);
    return there === quote || firstLine ? [] : [[rule, quote, there] as const];
  });
}

function filesIn(folder: string): string[] {
  const url = new URL(folder, import.meta.url);
  return existsSync(url) ? readdirSync(url).map((name) => new URL(name, `${url}/`).pathname) : [];
}

const files = ['../fixtures/pasted', '../fixtures/excerpts', '../../samples', '../fixtures']
  .flatMap(filesIn)
  .filter((name) => /\.(?:txt|md|html)$/.test(name) && !name.endsWith('README.md'));

it.each(files)('quotes of %s', (name) => {
  const text = readFileSync(name, 'utf8');
  expect(misplaced(name.endsWith('.html') ? readHtml(text) : readText(text))).toEqual([]);
});

/** As people and page tools print: full-width digits, spaces and invisible characters inside. */
const PRINTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/(\d+)/g, ' $1 ').replace(/，/g, '，\u3000'),
  (text) => text.replace(/公开/g, '公\u200b开').replace(/件/g, '件\u00a0'),
  (text) => text.replace(/申请/g, '申請').replace(/处/g, '處'),
];

it('quotes of everything the battery says, printed in several ways', () => {
  const lines = [
    ...PHRASINGS.flatMap(({ lines, heldOut }) => [...lines, ...heldOut]),
    ...TRAPS.flatMap(({ silent, found }) => [...silent, ...found]),
    ...SENTENCES.map(({ text }) => text),
    ...CORRECT.map(({ text }) => text),
  ].map((line) => line.replace(/^§\d /, '').replace(/\{[^|}]*\|([^}]*)\}/g, '$1'));
  const report = { form: formOf('2021'), year: 2024, organ: '示例县示例局', cells: WORLDS.full };
  for (const print of PRINTS) {
    const document = readHtml(renderPage({ ...report, prose: { 1: lines.map(print) } }));
    expect(check(document).findings.filter(({ quote }) => quote !== null).length).toBeGreaterThan(200);
    expect(misplaced(document)).toEqual([]);
  }
});
