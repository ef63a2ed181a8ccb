/** Tables joined, turned or laid inside others. */
import { renderPage } from '../render';
import type { Layout } from './layout';
import { pageLayout, sheetLayout } from './layout';
import { htmlTable, padded, type Sheet, sheetOf, spanning, transposed, widthOf } from './sheet';

/** A sheet of another width, its last column taking what is left over. */
function stretched(sheet: Sheet, width: number): Sheet {
  return sheet.map((row) => {
    const last = row.at(-1);
    return last === undefined ? row : [...row, ...new Array<typeof last>(width - row.length).fill(last)];
  });
}

/** All tables as one, where the first stands. */
function joinedLayout(name: string, join: (sheets: readonly Sheet[], titles: readonly string[]) => Sheet): Layout {
  return {
    name,
    format: 'html',
    reads: 'all',
    render: (report) => {
      const tables = report.form.tables.filter((table) => !report.without?.includes(table.id));
      const titles = tables.map((table) => report.form.sections[table.section - 1] ?? '');
      const whole = htmlTable(
        join(
          tables.map((table) => sheetOf(table, report)),
          titles,
        ),
      );
      return renderPage(report, (table) => (table === tables[0] ? whole : ''));
    },
  };
}

export const joined: readonly Layout[] = [
  joinedLayout('all tables in one', (sheets) => padded(sheets.flat())),
  joinedLayout('all tables in one of the same width', (sheets) => {
    const width = Math.max(...sheets.map(widthOf));
    return sheets.flatMap((sheet) => stretched(sheet, width));
  }),
  joinedLayout('all tables in one under their titles', (sheets, titles) => {
    const width = Math.max(...sheets.map(widthOf));
    return padded(sheets.flatMap((sheet, at) => [spanning(`${'二三四'.charAt(at)}、${titles[at]}`, width), ...sheet]));
  }),
  pageLayout('each table laid in another', (sheet) => `<table><tr><td>${htmlTable(sheet)}</td></tr></table>`),
  sheetLayout('table three turned', (sheet, { shape }) => (shape === 'applicants' ? transposed(sheet) : sheet)),
];
