/** A report printed as a page or as text, from a form and the raw texts of its cells. */
import { type CellId, drawTable, type Form, type FormTable, forms } from '../../core/index';
import type { ExampleReport } from '../../core/rules/rule';

export interface PrintedReport extends Omit<ExampleReport, 'form'> {
  readonly form: Form;
}

export function formOf(year: '2019' | '2021'): Form {
  const form = forms.find((each) => each.id === `open-info-annual@${year}`);
  if (form === undefined) throw new Error(`no form of ${year}`);
  return form;
}

export function cellIdsOf(form: Form): CellId[] {
  return form.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.id)));
}

export function rawOf(report: PrintedReport, cell: CellId): string {
  const raw = report.cells?.[cell];
  return raw === undefined ? '0' : String(raw ?? '');
}

const NUMERALS = '一二三四五六';
/** Foreword, then the six sections. */
const PROSE: readonly (readonly string[])[] = [
  [],
  [
    '本年度统计期限自{Y}年1月1日起至{Y}年12月31日止。',
    '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障和考核评议各项工作按要求开展。',
  ],
  [],
  [],
  [],
  ['对照要求仍有不足，下一步将加强培训，及时更新公开内容。'],
  ['本年度未收取信息处理费。'],
];

/** Of the report, where an example names none and the form was in force. */
const USUAL_YEAR = 2024;

export function yearOf(report: PrintedReport): number {
  const { from, to } = report.form.years;
  return report.year ?? (from <= USUAL_YEAR && USUAL_YEAR <= (to ?? USUAL_YEAR) ? USUAL_YEAR : from);
}

export function titleOf(report: PrintedReport): string {
  return report.title ?? `${report.organ ?? '示例县人民政府'}${yearOf(report)}年${report.form.title}`;
}

/** Paragraphs of a section; 0 is the foreword. */
export function proseOf(report: PrintedReport, section: number): readonly string[] {
  const usual = (PROSE[section] ?? []).map((text) => text.replaceAll('{Y}', String(yearOf(report))));
  return report.prose?.[section] ?? usual;
}

/** Heading with its number; null where the section is left out. */
export function headingOf(report: PrintedReport, section: number): string | null {
  const own = report.headings?.[section];
  return own === undefined ? `${NUMERALS[section - 1]}、${report.form.sections[section - 1]}` : own;
}

/** The whole page: title, six sections, tables drawn as the national form draws them, or as `print` does. */
export function renderPage(report: PrintedReport, print = renderTable): string {
  const title = titleOf(report);
  const paragraphs = (section: number): string =>
    proseOf(report, section)
      .map((text) => `<p>${asHtml(text)}</p>`)
      .join('\n');
  const sections = report.form.sections.map((_, index) => {
    const heading = headingOf(report, index + 1);
    if (heading === null) return '';
    const table = report.form.tables.find((each) => each.section === index + 1);
    const body = table === undefined || report.without?.includes(table.id) ? '' : print(table, report);
    return `<h2>${heading}</h2>\n${paragraphs(index + 1)}\n${body}`;
  });
  const published = report.published === undefined ? '' : `<p>发布日期：${report.published}</p>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>\n${published}${paragraphs(0)}\n${sections.join('\n')}</body></html>`;
}

export function renderTable(table: FormTable, report: PrintedReport): string {
  const rows = drawTable(table).map((row) => {
    const cells = row.map((cell) => {
      const text = cell.cell === undefined ? cell.text : rawOf(report, cell.cell);
      return `<td rowspan="${cell.rowSpan}" colspan="${cell.colSpan}"><p>${asHtml(text)}</p></td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const extra = (report.extraRows?.[table.id] ?? []).map(
    ({ label, values }) => `<tr>${[label, ...values].map((text) => `<td>${asHtml(text)}</td>`).join('')}</tr>`,
  );
  return `<table border="1"><tbody>${[...rows, ...extra].join('\n')}</tbody></table>`;
}

export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
