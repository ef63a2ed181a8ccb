/** The tables as the national form prints them, in the markup of different editors. */
import { renderPage } from '../render';
import { type Layout, pageLayout } from './layout';
import { headingRows, htmlRows, htmlTable, paragraph, type SheetCell } from './sheet';

const each = (text: string, change: (character: string) => string): string => [...text].map(change).join('');

/** Digits in runs of their own, as word processors leave them after an edit. */
const inRuns = ({ text, kind }: SheetCell): string =>
  kind === 'value' ? each(text, (digit) => `<span>${digit}</span>`) : `<span>${text}</span>`;
const brokenLabels = (cell: SheetCell): string =>
  cell.kind === 'value' ? paragraph(cell) : `${cell.text.slice(0, 3)}<br>${cell.text.slice(3)}`;
const vertical = (cell: SheetCell): string =>
  /^（.）|^三、/.test(cell.text) ? each(cell.text, (character) => `<p>${character}</p>`) : paragraph(cell);

export const national: readonly Layout[] = [
  { name: 'as the form prints it', format: 'html', reads: 'all', render: (report) => renderPage(report) },
  pageLayout('headings in a head of their own', (sheet) => {
    const rows = htmlRows(sheet);
    const head = headingRows(sheet);
    return `<table><thead>${rows.slice(0, head).join('')}</thead><tbody>${rows.slice(head).join('')}</tbody></table>`;
  }),
  pageLayout('each row a group', (sheet) => `<table><tbody>${htmlRows(sheet).join('</tbody><tbody>')}</tbody></table>`),
  pageLayout('numbers split by markup', (sheet) => htmlTable(sheet, inRuns)),
  pageLayout('numbers between no-break spaces', (sheet) => htmlTable(sheet, (cell) => `&nbsp;${cell.text}&nbsp;`)),
  pageLayout('full-width digits', (sheet) =>
    htmlTable(sheet, ({ text, kind }) =>
      kind === 'value'
        ? each(text, (digit) => (/\d/.test(digit) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit))
        : text,
    ),
  ),
  pageLayout('labels broken over lines', (sheet) => htmlTable(sheet, brokenLabels)),
  pageLayout('groups written downwards', (sheet) => htmlTable(sheet, vertical)),
];
