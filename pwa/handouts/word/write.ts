/** A paper into the bytes of a .docx file, by own templates: for papers this plain no library earns its size. */
import { contentTypes, coreProperties, packed, relationships } from '../package';
import { XML_HEAD, xmlText } from '../xml';
import type { Paper, PaperBlock, PaperTable, Paragraph, Run, Text } from './paper';
import { fontTableXml, runLook, stylesXml } from './styles';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'officedocument.wordprocessingml';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A4 in twentieths of a point, and what the margins leave of its width: 156 mm upright, 225 mm lying. */
const SHORT = 11_906;
const LONG = 16_838;
const UPRIGHT = 8844;
const LYING = 12_756;

export function writePaper({ title, landscape, blocks }: Paper, made: string): Uint8Array<ArrayBuffer> {
  const width = landscape ? LYING : UPRIGHT;
  const body = blocks.map((block, index) => blockXml(block, width, blocks[index + 1])).join('');
  const document = `${XML_HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}${sectionXml(landscape)}</w:body></w:document>`;
  return packed([
    [
      '[Content_Types].xml',
      contentTypes([
        ['word/document.xml', `${TYPE}.document.main`],
        ['word/styles.xml', `${TYPE}.styles`],
        ['word/settings.xml', `${TYPE}.settings`],
        ['word/fontTable.xml', `${TYPE}.fontTable`],
        ['word/footer1.xml', `${TYPE}.footer`],
        ['word/footer2.xml', `${TYPE}.footer`],
        ['docProps/core.xml', 'package.core-properties'],
      ]),
    ],
    [
      '_rels/.rels',
      relationships([
        { type: 'officeDocument', target: 'word/document.xml' },
        { type: 'package:metadata/core-properties', target: 'docProps/core.xml' },
      ]),
    ],
    ['docProps/core.xml', coreProperties(title, made)],
    ['word/document.xml', document],
    [
      'word/_rels/document.xml.rels',
      relationships([
        { type: 'footer', target: 'footer1.xml' },
        { type: 'footer', target: 'footer2.xml' },
        { type: 'styles', target: 'styles.xml' },
        { type: 'settings', target: 'settings.xml' },
        { type: 'fontTable', target: 'fontTable.xml' },
      ]),
    ],
    ['word/styles.xml', stylesXml()],
    ['word/settings.xml', SETTINGS],
    ['word/fontTable.xml', fontTableXml()],
    ['word/footer1.xml', footerXml('right')],
    ['word/footer2.xml', footerXml('left')],
  ]);
}

const SETTINGS = `${XML_HEAD}<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

function sectionXml(landscape: boolean): string {
  const size = landscape
    ? `<w:pgSz w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"/><w:pgMar w:top="1588" w:right="2041" w:bottom="1474" w:left="2041" w:header="851" w:footer="992" w:gutter="0"/>`
    : `<w:pgSz w:w="${SHORT}" w:h="${LONG}"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1588" w:gutter="0"/>`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/>${size}</w:sectPr>`;
}

/** — 1 —, a character's width in from the outer edge: right on odd pages, left on even ones. */
function footerXml(side: 'left' | 'right'): string {
  const field = (kind: string): string =>
    `<w:r><w:rPr>${runLook('number')}<w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const text = (words: string): string => `<w:r><w:rPr>${runLook('number')}<w:sz w:val="28"/></w:rPr>${words}</w:r>`;
  const dash = (words: string): string => text(`<w:t xml:space="preserve">${words}</w:t>`);
  return `${XML_HEAD}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="number"/><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${dash('— ')}${field('begin')}${text('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('separate')}${dash('1')}${field('end')}${dash(' —')}</w:p></w:ftr>`;
}

function blockXml(block: PaperBlock, width: number, next: PaperBlock | undefined): string {
  if (block.kind === 'paragraph') return paragraphXml(block);
  // Two tables in a row, and one at the end, would run into each other or be refused.
  const gap = next?.kind === 'paragraph' ? '' : '<w:p><w:pPr><w:pStyle w:val="note"/></w:pPr></w:p>';
  return tableXml(block, width) + gap;
}

function paragraphXml({ style, text, newPage = false }: Paragraph): string {
  const before = newPage ? '<w:pageBreakBefore/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${before}</w:pPr>${runsXml(text, style)}</w:p>`;
}

function runsXml(text: Text, style: string): string {
  const runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  return runs
    .map(({ text: words, blank = false, bold = false }) => {
      const look = `${runLook(style)}${bold ? '<w:b/>' : ''}${blank ? '<w:highlight w:val="yellow"/>' : ''}`;
      // A line of its own within the paragraph.
      const lines = words.split(/\r\n?|\n/).map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
      return `<w:r><w:rPr>${look}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
    })
    .join('');
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function tableXml({ widths, head, rows, centred = [] }: PaperTable, width: number): string {
  const total = widths.reduce((sum, each) => sum + each, 0);
  const own = widths.map((each) => Math.floor((each * width) / total));
  const cell = (text: Text, column: number, style: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${own[column] ?? 0}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runsXml(text, style)}</w:p></w:tc>`;
  const heading = head.map((text, column) => cell(text, column, 'head')).join('');
  const body = rows.map((row) => {
    const cells = row.map((text, column) => cell(text, column, centred.includes(column) ? 'middle' : 'cell'));
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${own.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heading}</w:tr>`,
    ...body,
    '</w:tbl>',
  ].join('');
}
