/** From reports to a file. Pure: the same reports, options and clock give the same bytes. */
import { carryOvers, forms } from '../../core/index';
import type { UnitList } from '../library/units';
import { bulletin } from './bulletin';
import { carryOverBook } from './carry-over-book';
import { type Clock, dayOf } from './clock';
import { ledgerCsv } from './csv';
import { fileNames } from './file-names';
import type { HandoutReport } from './handout-report';
import { ledgerTable } from './ledger';
import { ledgerBook } from './ledger-book';
import { ledgerFile } from './ledger-json';
import { ledgerPage } from './ledger-page';
import type { HandoutOptions, HandoutScope } from './options';
import { packed } from './package';
import { problemList, problemLists, problemListTitle } from './problem-list';
import { rollUpBook } from './roll-up-book';
import { rollUpSheet } from './roll-up-sheet';
import { scopeText } from './scope-text';
import { writeBook } from './sheet/write';
import { statisticsOf } from './statistics';
import { DOCX, writePaper } from './word/write';
import { type Words, wordsIn } from './words';

export const HANDOUTS = [
  'ledger-xlsx',
  'ledger-csv',
  'ledger-json',
  'ledger-html',
  'roll-up',
  'problem-lists',
  'bulletin',
  'carry-over',
] as const;
export type HandoutKind = (typeof HANDOUTS)[number];

export interface HandoutFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface HandoutInput {
  /** In the order they shall stand; for the 结转对账表 those of the year before too. */
  readonly reports: readonly HandoutReport[];
  readonly options: HandoutOptions;
  readonly scope: HandoutScope;
  /** 单位名单 of the library. */
  readonly list: UnitList;
  readonly clock: Clock;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Null where there is nothing to hand out. */
export function buildHandout(kind: HandoutKind, input: HandoutInput): HandoutFile | null {
  switch (kind) {
    case 'ledger-xlsx':
    case 'ledger-csv':
    case 'ledger-json':
    case 'ledger-html':
      return ledgerFileOf(kind, input);
    case 'roll-up':
      return rollUpFile(input);
    case 'problem-lists':
      return problemListsFile(input);
    case 'bulletin':
      return bulletinFile(input);
    case 'carry-over':
      return carryOverFile(input);
  }
}

/** The year of the scope; where it is all years, the last one there is. */
export function yearOf({ reports, scope }: Pick<HandoutInput, 'reports' | 'scope'>): number | null {
  if (scope.year !== null) return scope.year;
  const years = reports.flatMap(({ outcome }) => outcome.year ?? []);
  return years.length === 0 ? null : years.reduce((latest, year) => Math.max(latest, year));
}

function yearText(year: number | null, t: Words): string {
  return year === null ? '' : t('year.of', { year });
}

export function ledgerHeading({ options, scope }: Pick<HandoutInput, 'options' | 'scope'>): string {
  const t = wordsIn(options.language);
  return t('ledger.heading', { region: options.region, year: yearText(scope.year, t) });
}

/** Without the gaps that an empty region or year leaves. */
export function headingOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** 整改台账-2024 */
function named(input: HandoutInput, base: string, year: number | null, ending: string): string {
  const parts = [input.options.region, base, year === null ? dayOf(input.clock) : String(year)];
  return `${fileNames([parts.filter((part) => part !== '').join('-')])[0] ?? base}.${ending}`;
}

function ledgerFileOf(kind: HandoutKind, input: HandoutInput): HandoutFile | null {
  const { reports, options, scope, clock } = input;
  if (reports.length === 0) return null;
  const t = wordsIn(options.language);
  const file = (ending: string, type: string, bytes: Uint8Array<ArrayBuffer>): HandoutFile => ({
    name: named(input, t('file.ledger'), scope.year, ending),
    type,
    bytes,
  });
  if (kind === 'ledger-json') {
    const text = JSON.stringify(ledgerFile(reports, options, scope, clock), null, 1);
    return file('json', 'application/json', bytesOf(`${text}\n`));
  }
  const table = ledgerTable(reports, { ...options, clock });
  const title = headingOf(ledgerHeading(input));
  const said = scopeText(input);
  if (kind === 'ledger-csv') return file('csv', 'text/csv', bytesOf(ledgerCsv(table)));
  if (kind === 'ledger-html') return file('html', 'text/html', bytesOf(ledgerPage(table, title, said, options)));
  return file('xlsx', XLSX, writeBook(ledgerBook(table, title, said, options), clock.now));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function rollUpFile(input: HandoutInput): HandoutFile | null {
  const { reports, options, scope, clock } = input;
  const t = wordsIn(options.language);
  const year = yearOf(input);
  const sheet = year === null ? null : rollUpSheet(reports, year, scope.regionReport, options.language);
  if (sheet === null) return null;
  const title = headingOf(t('rollUp.title', { region: options.region, year: yearText(sheet.year, t) }));
  const note = t('rollUp.note', { count: sheet.units.length, region: sheet.region ?? t('rollUp.noRegion') });
  const book = rollUpBook(sheet, title, note, options.language);
  return { name: named(input, t('file.rollUp'), year, 'xlsx'), type: XLSX, bytes: writeBook(book, clock.now) };
}

function problemListsFile(input: HandoutInput): HandoutFile | null {
  const { reports, options, scope, clock } = input;
  const t = wordsIn(options.language);
  const told = reports.filter(({ items }) => items.length > 0);
  const [only] = told;
  if (only === undefined) return null;
  if (told.length === 1)
    return {
      name: `${fileNames([problemListTitle(only, options)])[0]}.docx`,
      type: DOCX,
      bytes: writePaper(problemList(only, options, clock), clock.now),
    };
  if (options.lists === 'one') {
    const paper = problemLists(told, t('file.lists'), options, clock);
    return { name: named(input, t('file.lists'), scope.year, 'docx'), type: DOCX, bytes: writePaper(paper, clock.now) };
  }
  const names = fileNames(told.map((report) => problemListTitle(report, options)));
  const files = told.map(
    (report, index) => [`${names[index]}.docx`, writePaper(problemList(report, options, clock), clock.now)] as const,
  );
  return { name: named(input, t('file.lists'), scope.year, 'zip'), type: 'application/zip', bytes: packed(files) };
}

function bulletinFile(input: HandoutInput): HandoutFile | null {
  const { reports, options, list, clock } = input;
  const t = wordsIn(options.language);
  const year = yearOf(input);
  if (year === null) return null;
  const paper = bulletin(statisticsOf(reports, year, list), scopeText(input), options);
  return { name: named(input, t('file.bulletin'), year, 'docx'), type: DOCX, bytes: writePaper(paper, clock.now) };
}

function carryOverFile(input: HandoutInput): HandoutFile | null {
  const { reports, options, scope, clock } = input;
  const t = wordsIn(options.language);
  const rows = carryOvers(reports, scope.year).filter(
    ({ before, now }) =>
      scope.ids === null || [before, now].some((each) => each !== null && scope.ids?.includes(each.id) === true),
  );
  const form = forms.at(-1);
  if (rows.length === 0 || form === undefined) return null;
  const title = headingOf(t('carryOver.title', { region: options.region, year: yearText(scope.year, t) }));
  const book = carryOverBook(rows, form, title, t('carryOver.note'), options.language);
  return { name: named(input, t('file.carryOver'), scope.year, 'xlsx'), type: XLSX, bytes: writeBook(book, clock.now) };
}
