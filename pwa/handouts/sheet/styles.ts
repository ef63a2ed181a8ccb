/** The looks of cells, as the part that a workbook keeps them in. */
import { XML_HEAD } from '../xml';
import type { CellStyle } from './book';

interface Look {
  readonly font: number;
  readonly fill: number;
  readonly border: boolean;
  readonly align: string;
  /** Built-in format: 49 is text, 0 general. */
  readonly format?: number;
}

const FONT = '宋体';
const HEAVY = '黑体';
const fontOf = (name: string, size: number, more = ''): string =>
  `<font>${more}<sz val="${size}"/><name val="${name}"/><family val="0"/><charset val="134"/></font>`;

const FONTS: readonly string[] = [
  fontOf(FONT, 11),
  fontOf(HEAVY, 16),
  fontOf(HEAVY, 11),
  `<font><u/><sz val="11"/><color rgb="FF14506E"/><name val="${FONT}"/><family val="0"/><charset val="134"/></font>`,
  fontOf(FONT, 11, '<b/>'),
  `<font><sz val="10"/><color rgb="FF59616B"/><name val="${FONT}"/><family val="0"/><charset val="134"/></font>`,
];
/** The first two are the program's own. */
const FILLS: readonly string[] = ['', '', 'FFE3EEF4', 'FFFBE9E7', 'FFFDF1D6', 'FFE6EFF8', 'FFF6F6F3'];

const TOP = '<alignment vertical="top" wrapText="1"/>';
const MIDDLE = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const NUMBER = '<alignment horizontal="right" vertical="top"/>';

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { font: 1, fill: 0, border: false, align: '<alignment vertical="center"/>' },
  note: { font: 5, fill: 0, border: false, align: '<alignment vertical="center"/>' },
  header: { font: 2, fill: 2, border: true, align: MIDDLE },
  label: { font: 0, fill: 6, border: true, align: '<alignment vertical="center" wrapText="1"/>' },
  text: { font: 0, fill: 0, border: true, align: TOP },
  fixed: { font: 0, fill: 0, border: true, align: '<alignment vertical="top"/>' },
  link: { font: 3, fill: 0, border: true, align: TOP },
  plain: { font: 0, fill: 0, border: true, align: NUMBER },
  total: { font: 4, fill: 0, border: true, align: NUMBER },
  difference: { font: 4, fill: 4, border: true, align: NUMBER },
  error: { font: 0, fill: 3, border: true, align: '<alignment horizontal="center" vertical="top"/>' },
  warning: { font: 0, fill: 4, border: true, align: '<alignment horizontal="center" vertical="top"/>' },
  info: { font: 0, fill: 5, border: true, align: '<alignment horizontal="center" vertical="top"/>' },
  reply: { font: 0, fill: 0, border: true, align: TOP },
};

const NAMES: readonly CellStyle[] = [
  'text',
  'title',
  'note',
  'header',
  'label',
  'fixed',
  'link',
  'plain',
  'total',
  'difference',
  'error',
  'warning',
  'info',
  'reply',
];

/** Number of a style. `quoted`: the cell begins as a formula would, and stays text also when somebody edits it. */
export function styleNumber(style: CellStyle, quoted: boolean): number {
  // 0 is what empty cells of the program look like.
  return 1 + NAMES.indexOf(style) + (quoted ? NAMES.length : 0);
}

function formatOf(style: CellStyle, quoted: boolean): string {
  const { font, fill, border, align } = LOOKS[style];
  return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border ? 1 : 0}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</xf>`;
}

export function stylesXml(): string {
  const fills = FILLS.map((colour, index) =>
    index < 2
      ? `<fill><patternFill patternType="${index === 0 ? 'none' : 'gray125'}"/></fill>`
      : `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FFB0B4AF"/></${side}>`;
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`,
  ];
  const formats = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    ...NAMES.map((name) => formatOf(name, false)),
    ...NAMES.map((name) => formatOf(name, true)),
  ];
  const list = (name: string, each: readonly string[]): string =>
    `<${name} count="${each.length}">${each.join('')}</${name}>`;
  return [
    XML_HEAD,
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('fonts', FONTS),
    list('fills', fills),
    list('borders', borders),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', formats),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}
