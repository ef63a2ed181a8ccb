/** A workbook into the bytes of an .xlsx file. Own templates: the parts are few, and nothing in them depends on the clock. */
import { contentTypes, coreProperties, packed, relationships, type Target } from '../package';
import { XML_HEAD, xmlText } from '../xml';
import { type Book, type Cell, type CellContent, columnName, type Sheet, sheetNames, sheetReference } from './book';
import { heightOf } from './height';
import { styleNumber, stylesXml } from './styles';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'officedocument.spreadsheetml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** What one cell holds at most, and a sheet of links. */
const MAX_TEXT = 32_767;
const MAX_LINKS = 60_000;
const MAX_LINK = 2000;

/** Begins as a formula would, in half or full width. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/;

export function writeBook({ title, sheets }: Book, made: string): Uint8Array<ArrayBuffer> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const strings = new Strings();
  const written = sheets.map((sheet, index) => sheetXml(sheet, strings, index === 0));
  const files = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  return packed([
    [
      '[Content_Types].xml',
      contentTypes([
        ['xl/workbook.xml', `${SHEET}.sheet.main`],
        ...files.map((file) => [`xl/${file}`, `${SHEET}.worksheet`] as const),
        ['xl/styles.xml', `${SHEET}.styles`],
        ['xl/sharedStrings.xml', `${SHEET}.sharedStrings`],
        ['docProps/core.xml', 'package.core-properties'],
      ]),
    ],
    [
      '_rels/.rels',
      relationships([
        { type: 'officeDocument', target: 'xl/workbook.xml' },
        { type: 'package:metadata/core-properties', target: 'docProps/core.xml' },
      ]),
    ],
    ['docProps/core.xml', coreProperties(title, made)],
    ['xl/workbook.xml', workbookXml(sheets, names)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...files.map((target) => ({ type: 'worksheet', target })),
        { type: 'styles', target: 'styles.xml' },
        { type: 'sharedStrings', target: 'sharedStrings.xml' },
      ]),
    ],
    ['xl/styles.xml', stylesXml()],
    ...written.flatMap(({ xml, links }, index) => [
      [`xl/worksheets/sheet${index + 1}.xml`, xml] as const,
      ...(links.length === 0
        ? []
        : [[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationships(links)] as const]),
    ]),
    ['xl/sharedStrings.xml', strings.xml()],
  ]);
}

/** Texts are kept once; a cell names them by number, so that none is ever read as a formula. */
class Strings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  number(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  xml(): string {
    const all = [...this.numbers.keys()].map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`);
    return `${XML_HEAD}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${all.length}">${all.join('')}</sst>`;
  }
}

/** `_x0041_` would come out as A. */
function cellText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
  return xmlText(cut.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const each = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = sheets.flatMap((sheet, index) => {
    const name = sheetReference(names[index] ?? '');
    const { filter, frozen, rows } = sheet;
    const range = filter === undefined ? null : rangeOf(sheet, filter, rows.length - 1);
    const absolute = range?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      ...(absolute === undefined
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlText(`${name}!${absolute}`)}</definedName>`,
          ]),
      ...(frozen.rows === 0
        ? []
        : [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${name}!$1:$${frozen.rows}`)}</definedName>`,
          ]),
    ];
  });
  const definedNames = defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`;
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${each.join('')}</sheets>${definedNames}</workbook>`;
}

function rangeOf({ widths }: Sheet, from: number, to: number): string {
  return `A${from + 1}:${columnName(widths.length - 1)}${Math.max(from, to) + 1}`;
}

interface WrittenSheet {
  readonly xml: string;
  readonly links: readonly Target[];
}

function sheetXml(sheet: Sheet, strings: Strings, isFirst: boolean): WrittenSheet {
  const { isWide = false } = sheet;
  const links: { at: string; target: string }[] = [];
  const merges: string[] = [];
  const rows = sheet.rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      if (cell === null) return '';
      const at = `${columnName(column)}${row + 1}`;
      const { rowSpan = 1, colSpan = 1, content } = cell;
      if (rowSpan > 1 || colSpan > 1) merges.push(`${at}:${columnName(column + colSpan - 1)}${row + rowSpan}`);
      if (isLink(content) && links.length < MAX_LINKS && content.link.length <= MAX_LINK)
        links.push({ at, target: content.link });
      return cellXml(at, cell, strings);
    });
    const height = heightOf(cells, sheet);
    const high = height === null ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${row + 1}"${high}>${written.join('')}</row>`;
  });
  const list = (name: string, each: readonly string[]): string =>
    each.length === 0 ? '' : `<${name} count="${each.length}">${each.join('')}</${name}>`;
  const hyperlinks = links.map(({ at }, index) => `<hyperlink ref="${at}" r:id="rId${index + 1}"/>`);
  const xml = [
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${paneXml(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${sheet.widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    sheet.filter === undefined ? '' : `<autoFilter ref="${rangeOf(sheet, sheet.filter, sheet.rows.length - 1)}"/>`,
    list(
      'mergeCells',
      merges.map((ref) => `<mergeCell ref="${ref}"/>`),
    ),
    choicesXml(sheet),
    hyperlinks.length === 0 ? '' : `<hyperlinks>${hyperlinks.join('')}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${isWide ? 8 : 9}" orientation="landscape" fitToWidth="${isWide ? 2 : 1}" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ].join('');
  return { xml, links: links.map(({ target }) => ({ type: 'hyperlink', target, isExternal: true })) };
}

function isLink(content: CellContent): content is Extract<CellContent, { link: string }> {
  return typeof content === 'object' && content !== null && 'link' in content;
}

function cellXml(at: string, { content, style }: Cell, strings: Strings): string {
  const text = isLink(content) ? content.text : content;
  if (typeof text === 'string') {
    if (text === '') return `<c r="${at}" s="${styleNumber(style, false)}"/>`;
    return `<c r="${at}" s="${styleNumber(style, FORMULA.test(text))}" t="s"><v>${strings.number(text)}</v></c>`;
  }
  const number = styleNumber(style, false);
  if (text === null) return `<c r="${at}" s="${number}"/>`;
  if (typeof text === 'number') return `<c r="${at}" s="${number}"><v>${text}</v></c>`;
  const value = text.value === null ? ' t="str"><f>' : '><f>';
  return `<c r="${at}" s="${number}"${value}${xmlText(text.formula)}</f><v>${text.value ?? ''}</v></c>`;
}

function paneXml({ frozen: { rows, columns } }: Sheet): string {
  if (rows === 0 && columns === 0) return '';
  const corner = `${columnName(columns)}${rows + 1}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
}

/** A list in a formula has commas between its values and quotes around it, at most 255 characters. */
function choicesXml({ choices, filter, rows }: Sheet): string {
  if (choices === undefined || filter === undefined || rows.length <= filter + 1) return '';
  const letter = columnName(choices.column);
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}${filter + 2}:${letter}${rows.length}"><formula1>${xmlText(`"${choices.values.join(',')}"`)}</formula1></dataValidation></dataValidations>`;
}
