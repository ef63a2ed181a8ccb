/** 版式: one way in which pages and clipboards really deliver the tables of a report. */
import type { FormTable } from '../../../core/index';
import { headingOf, type PrintedReport, proseOf, renderPage, titleOf } from '../render';
import { htmlTable, type Sheet, sheetOf } from './sheet';

export interface Layout {
  readonly name: string;
  /** What `render` gives: a page for `readHtml`, or lines for `readText`. */
  readonly format: 'html' | 'text';
  render(report: PrintedReport): string;
  /** `all`: every cell of the report’s form. `partly`: some of them; the others are missing, never misplaced. */
  readonly reads: 'all' | 'partly' | 'nothing';
}

/** A change of one table, or of the tables of one shape; null leaves it as the form prints it. */
type Printer = (sheet: Sheet, table: FormTable) => string | null;
type Change = (sheet: Sheet, table: FormTable) => Sheet;

export function pageLayout(name: string, print: Printer, reads: Layout['reads'] = 'all'): Layout {
  return {
    name,
    format: 'html',
    reads,
    render: (report) =>
      renderPage(report, (table) => {
        const sheet = sheetOf(table, report);
        return print(sheet, table) ?? htmlTable(sheet);
      }),
  };
}

/** A page whose tables are other sheets than the form’s. */
export function sheetLayout(name: string, change: Change, reads: Layout['reads'] = 'all'): Layout {
  return pageLayout(name, (sheet, table) => htmlTable(change(sheet, table)), reads);
}

export function textLayout(
  name: string,
  print: (sheet: Sheet, table: FormTable) => string,
  reads: Layout['reads'] = 'all',
): Layout {
  return { name, format: 'text', reads, render: (report) => renderText(report, print) };
}

/** The whole report as lines: title, six sections, tables as `print` writes them. */
function renderText(report: PrintedReport, print: (sheet: Sheet, table: FormTable) => string): string {
  const sections = report.form.sections.flatMap((_, index) => {
    const heading = headingOf(report, index + 1);
    if (heading === null) return [];
    const table = report.form.tables.find((each) => each.section === index + 1);
    const body =
      table === undefined || report.without?.includes(table.id) ? [] : [print(sheetOf(table, report), table)];
    return [heading, ...proseOf(report, index + 1), ...body];
  });
  const published = report.published === undefined ? [] : [`发布日期：${report.published}`];
  return [titleOf(report), ...published, ...proseOf(report, 0), ...sections].join('\n');
}
