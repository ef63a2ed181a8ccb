/** Whole files of each kind, to be damaged: those of the fixtures, and reports printed in the layouts of the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { docxOf } from '../support/files/docx';
import { mhtmlOf } from '../support/files/mhtml';
import { xlsxOf } from '../support/files/xlsx';
import { layouts } from '../support/layouts';
import { formOf, renderPage } from '../support/render';
import { agreeing, numbered } from '../support/values';

export const READERS = ['docx', 'doc', 'rtf', 'xlsx', 'xls', 'mhtml', 'html', 'text', 'pdf'] as const;
export type ReaderName = (typeof READERS)[number];

const FORMATS = 'test/fixtures/formats';
/** Sums that are right: else most of the time would go into explaining why they are not. */
const report = { form: formOf('2021'), cells: agreeing(formOf('2021')) };
const older = { form: formOf('2019'), cells: numbered(formOf('2019')) };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = bytesOf(renderPage(report));

function fixtures(ending: string): Uint8Array[] {
  return readdirSync(FORMATS)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(`${FORMATS}/${name}`));
}

const printed = (format: 'html' | 'text'): Uint8Array[] =>
  layouts.filter((layout) => layout.format === format).map((layout) => bytesOf(layout.render(report)));

const SEEDS: Readonly<Record<ReaderName, () => Uint8Array[] | Promise<Uint8Array[]>>> = {
  docx: () => [
    readFileSync('test/fixtures/blank-form-2021.docx'),
    docxOf(report),
    docxOf(older, { automaticNumbers: true }),
    docxOf(report, { nested: true, tracked: true }),
    docxOf(older, { oldMerges: true, controls: true }),
  ],
  doc: () => fixtures('.doc'),
  rtf: () => fixtures('.rtf'),
  xlsx: () =>
    Promise.all([
      xlsxOf(report, { sheets: 'each' }),
      xlsxOf(older, { sheets: 'one' }),
      xlsxOf(report, { sheets: 'each', numbers: 'text', margin: 2 }),
    ]),
  xls: () => fixtures('.xls'),
  mhtml: () => (['quoted-printable', 'base64', '8bit'] as const).map((encoding) => mhtmlOf(page, encoding, 'utf-8')),
  html: () => [
    readFileSync('samples/planted-2024.html'),
    readFileSync('samples/shanghai-general-office-2019.html'),
    ...printed('html'),
  ],
  text: () => [readFileSync('samples/liaozi-township-2024.txt'), ...printed('text')],
  pdf: () => fixtures('.pdf'),
};

const made = new Map<ReaderName, Promise<Uint8Array[]>>();

export function seedsOf(reader: ReaderName): Promise<Uint8Array[]> {
  const known =
    made.get(reader) ?? Promise.resolve(SEEDS[reader]()).then((all) => all.map((each) => Uint8Array.from(each)));
  made.set(reader, known);
  return known;
}
