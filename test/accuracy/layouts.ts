/** The layouts that reports are printed in before they are read and checked. */
import { type Document, drawTable, type FormTable } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { headingOf, type PrintedReport, proseOf, rawOf, renderPage, titleOf } from '../support/render';

export interface Layout {
  readonly name: string;
  readonly format: 'html' | 'text';
  render(report: PrintedReport): string;
  readonly reads: 'all' | 'partly' | 'nothing';
}

export const layouts: readonly Layout[] = [
  { name: 'a page as the national form draws it', format: 'html', reads: 'all', render: renderPage },
  { name: 'lines of cells between bars', format: 'text', reads: 'all', render: (report) => asText(report, ' | ') },
  { name: 'lines of cells between tabs', format: 'text', reads: 'all', render: (report) => asText(report, '\t') },
];

export function readAs({ format, render }: Layout, report: PrintedReport): Document {
  const text = render(report);
  return format === 'html' ? readHtml(text) : readText(text);
}

function asText(report: PrintedReport, bar: string): string {
  const sections = report.form.sections.flatMap((_, index) => {
    const table = report.form.tables.find((each) => each.section === index + 1);
    const heading = headingOf(report, index + 1) ?? '';
    return [heading, ...proseOf(report, index + 1), ...(table === undefined ? [] : tableLines(table, report, bar))];
  });
  return [titleOf(report), ...proseOf(report, 0), ...sections].join('\n');
}

function tableLines(table: FormTable, report: PrintedReport, bar: string): string[] {
  return drawTable(table).map((row) =>
    row.map(({ text, cell }) => (cell === undefined ? text : rawOf(report, cell))).join(bar),
  );
}
