/** A report printed as a page or as text, from a form and the raw texts of its cells. */
import { type CellId, drawTable, type Form, type FormTable, forms, type TableId } from '../../core/index';
import type { Example } from '../../core/rules/rule';

export interface PrintedReport {
  readonly form: Form;
  readonly organ?: string;
  readonly year?: number;
  /** Raw text by cell id; 0 where absent, no cell at all where null. */
  readonly cells?: Readonly<Record<CellId, string | number | null>>;
  readonly without?: readonly TableId[];
  readonly extraRows?: NonNullable<Example['extraRows']>;
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
const PROSE = [
  '本年度统计期限自{Y}年1月1日起至{Y}年12月31日止。',
  '',
  '',
  '',
  '对照要求仍有不足，下一步将加强培训，及时更新公开内容。',
  '本年度未收取信息处理费。',
];

/** The whole page: title, six sections, tables drawn as the national form draws them. */
export function renderPage(report: PrintedReport): string {
  const title = `${report.organ ?? '示例县人民政府'}${report.year ?? 2024}年${report.form.title}`;
  const sections = report.form.sections.map((name, index) => {
    const table = report.form.tables.find((each) => each.section === index + 1);
    const prose = (PROSE[index] ?? '').replaceAll('{Y}', String(report.year ?? 2024));
    const body = table === undefined || report.without?.includes(table.id) ? '' : renderTable(table, report);
    return `<h2>${NUMERALS[index]}、${name}</h2>\n<p>${prose}</p>\n${body}`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>\n${sections.join('\n')}</body></html>`;
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

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
