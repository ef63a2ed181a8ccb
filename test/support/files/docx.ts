/** A report written as a Word file, the way Word itself writes one. */
import { strToU8, zipSync } from 'fflate';
import { drawTable } from '../../../core/index';
import { headingOf, type PrintedReport, proseOf, rawOf, titleOf } from '../render';

export interface DocxLayout {
  /** Section numbers by Word's own lists instead of typed ones. */
  readonly automaticNumbers?: true;
  /** The report stands in a cell of an outer table. */
  readonly nested?: true;
  /** An earlier value of each number cell is still there as a tracked deletion. */
  readonly tracked?: true;
  /** Sideways merges by hMerge, as old versions wrote them. */
  readonly oldMerges?: true;
  /** Rows and cells inside content controls. */
  readonly controls?: true;
}

export const docxLayouts: readonly (readonly [string, DocxLayout])[] = [
  ['plain', {}],
  ['with automatic numbers', { automaticNumbers: true }],
  ['nested in an outer table', { nested: true }],
  ['with tracked deletions', { tracked: true }],
  ['with the old way to merge sideways', { oldMerges: true }],
  ['with content controls', { controls: true }],
];

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function docxOf(report: PrintedReport, layout: DocxLayout = {}): Uint8Array {
  return docxFile(documentXml(report, layout), layout.automaticNumbers === true ? NUMBERING : null);
}

/** A Word file around the XML of its main part, and of its numbering where it has one. */
export function docxFile(main: string, numbering: string | null = null): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': main,
    ...(numbering === null ? {} : { 'word/numbering.xml': numbering }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const NUMBERING = `<?xml version="1.0"?><w:numbering xmlns:w="${NAMESPACE}"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;

function documentXml(report: PrintedReport, layout: DocxLayout): string {
  const body = [
    paragraph(titleOf(report)),
    ...proseOf(report, 0).map((text) => paragraph(text)),
    ...report.form.sections.flatMap((_, index) => sectionXml(report, index + 1, layout)),
  ].join('');
  const whole = layout.nested === true ? `<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>` : body;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${NAMESPACE}"><w:body>${whole}<w:sectPr/></w:body></w:document>`;
}

function sectionXml(report: PrintedReport, section: number, layout: DocxLayout): string[] {
  const heading = headingOf(report, section) ?? '';
  const table = report.form.tables.find((each) => each.section === section);
  const head =
    layout.automaticNumbers === true
      ? paragraph(heading.replace(/^.、/, ''), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
      : paragraph(heading);
  const own = table === undefined ? [] : [tableXml(report, table, layout)];
  return [head, ...proseOf(report, section).map((text) => paragraph(text)), ...own];
}

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

/** Runs break anywhere, also inside a number: Word does so at every change of font. */
function run(text: string): string {
  const cut = Math.ceil(text.length / 2);
  return [text.slice(0, cut), text.slice(cut)]
    .filter((part) => part !== '')
    .map((part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`)
    .join('');
}

interface Slot {
  readonly text: string;
  readonly width: number;
  readonly merge: 'none' | 'restart' | 'continue';
  readonly number: boolean;
}

function tableXml(report: PrintedReport, table: PrintedReport['form']['tables'][number], layout: DocxLayout): string {
  // Cells that go on from above, by column: Word writes one in each row.
  let below: { column: number; width: number; left: number }[] = [];
  const rows = drawTable(table).map((row) => {
    const slots: Slot[] = [];
    const own = [...row];
    const next: typeof below = [];
    let column = 0;
    for (;;) {
      const continued = below.find((each) => each.column === column);
      const cell = continued === undefined ? own.shift() : undefined;
      if (continued !== undefined) {
        slots.push({ text: '', width: continued.width, merge: 'continue', number: false });
        if (continued.left > 1) next.push({ ...continued, left: continued.left - 1 });
        column += continued.width;
      } else if (cell !== undefined) {
        const text = cell.cell === undefined ? cell.text : rawOf(report, cell.cell);
        const merge = cell.rowSpan > 1 ? 'restart' : 'none';
        slots.push({ text, width: cell.colSpan, merge, number: cell.cell !== undefined });
        if (cell.rowSpan > 1) next.push({ column, width: cell.colSpan, left: cell.rowSpan - 1 });
        column += cell.colSpan;
      } else break;
    }
    below = next;
    return rowXml(slots, layout);
  });
  const columns = drawTable(table)[0]?.reduce((sum, cell) => sum + cell.colSpan, 0) ?? 0;
  const grid = `<w:tblGrid>${'<w:gridCol w:w="720"/>'.repeat(columns)}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${columns * 720}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${grid}${rows.join('')}</w:tbl>`;
}

function rowXml(slots: readonly Slot[], layout: DocxLayout): string {
  const cells = slots.flatMap((slot) => {
    if (layout.oldMerges !== true || slot.width === 1)
      return [
        cellXml(slot, `<w:tcW w:w="${slot.width * 720}" w:type="dxa"/><w:gridSpan w:val="${slot.width}"/>`, layout),
      ];
    const rest = Array.from({ length: slot.width - 1 }, () => ({ ...slot, text: '' }));
    return [
      cellXml(slot, '<w:hMerge w:val="restart"/>', layout),
      ...rest.map((each) => cellXml(each, '<w:hMerge w:val="continue"/>', layout)),
    ];
  });
  const row = `<w:tr>${cells.join('')}</w:tr>`;
  return layout.controls === true ? `<w:sdt><w:sdtPr/><w:sdtContent>${row}</w:sdtContent></w:sdt>` : row;
}

function cellXml({ text, merge, number }: Slot, width: string, { tracked, controls }: DocxLayout): string {
  const vertical = merge === 'none' ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const old = tracked === true && number ? '<w:del><w:r><w:delText>987</w:delText></w:r></w:del>' : '';
  const content = `<w:p>${old}${run(text)}</w:p>`;
  const cell = `<w:tc><w:tcPr>${width}${vertical}</w:tcPr>${content}</w:tc>`;
  return controls === true ? `<w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt>` : cell;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
