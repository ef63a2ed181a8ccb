/** Every format and layout in which the tests can hand in a report of a national form. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Document } from '../../../core/index';
import { type Layout, layouts } from '../layouts';
import { formOf, type PrintedReport, renderPage } from '../render';
import { numbered } from '../values';
import { docxLayouts, docxOf } from './docx';
import { mhtmlOf } from './mhtml';
import { rtfOf } from './rtf';
import { xlsxLayouts, xlsxOf } from './xlsx';

export type FormYear = '2019' | '2021';
export type Format = Document['format'];

export interface Delivery {
  readonly format: Format;
  readonly layout: string;
  readonly reads: Layout['reads'];
  /** Why it is not read whole. */
  readonly why?: string;
  /** The file of a report whose cells are numbered from 1; null where there is none of this form. */
  bytes(year: FormYear): Promise<Uint8Array> | Uint8Array | null;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const reportOf = (year: FormYear): PrintedReport => ({ form: formOf(year), cells: numbered(formOf(year)) });

type Make = (report: PrintedReport) => Promise<Uint8Array> | Uint8Array;
const made = (format: Format, layout: string, make: Make, reads: Layout['reads'] = 'all'): Delivery => ({
  format,
  layout,
  reads,
  bytes: (year) => make(reportOf(year)),
});

const printed = (format: Layout['format']): Layout[] => layouts.filter((layout) => layout.format === format);

/** What LibreOffice wrote; `test/fixtures/formats/README.md` says how. */
const FOLDER = 'test/fixtures/formats';
/** What is left unread, and why nobody could read it. */
const PARTLY: Readonly<Record<string, string>> = {
  'numbered-2021-no-border.pdf':
    'table four, 15 numbers broken over two lines: no border holds 18 and 6 together, no label stands beside either line, and the column has 9 points left, room for the third digit; two rows of numbers would look the same',
};

function converted(): Delivery[] {
  const names = readdirSync(FOLDER).filter((name) => /-(?:2019|2021)[^.]*\.(?:doc|rtf|xls|pdf)$/.test(name));
  return names.sort().map((name) => ({
    format: name.split('.').at(-1) as Format,
    layout: name,
    ...(PARTLY[name] === undefined ? { reads: 'all' as const } : { reads: 'partly' as const, why: PARTLY[name] }),
    bytes: (year) => (name.includes(`-${year}`) ? Uint8Array.from(readFileSync(`${FOLDER}/${name}`)) : null),
  }));
}

export const deliveries: readonly Delivery[] = [
  ...printed('html').map(({ name, render, reads }) => made('html', name, (report) => utf8(render(report)), reads)),
  ...printed('text').map(({ name, render, reads }) => made('text', name, (report) => utf8(render(report)), reads)),
  ...printed('html').map(({ name, render, reads }) =>
    made('mhtml', name, (report) => mhtmlOf(utf8(render(report)), 'quoted-printable', 'utf-8'), reads),
  ),
  ...(['base64', '8bit'] as const).map((encoding) =>
    made('mhtml', encoding, (report) => mhtmlOf(utf8(renderPage(report)), encoding, 'utf-8')),
  ),
  ...docxLayouts.map(([name, layout]) => made('docx', name, (report) => docxOf(report, layout))),
  ...xlsxLayouts.map(([name, layout]) => made('xlsx', name, (report) => xlsxOf(report, layout))),
  made('rtf', 'the bytes of GBK', rtfOf),
  ...converted(),
];
