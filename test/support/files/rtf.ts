/** A report written as an RTF file the way WPS writes one: Chinese as bytes of GBK, tables by edges in twips. */
import { drawTable, type FormTable } from '../../../core/index';
import { encode } from '../encode';
import { headingOf, type PrintedReport, proseOf, rawOf, titleOf } from '../render';

const COLUMN = 720;

export function rtfOf(report: PrintedReport): Uint8Array {
  const sections = report.form.sections.map((_, index) => {
    const table = report.form.tables.find((each) => each.section === index + 1);
    const texts = [headingOf(report, index + 1) ?? '', ...proseOf(report, index + 1)];
    return `${texts.map(paragraph).join('')}${table === undefined ? '' : tableRtf(report, table)}`;
  });
  const fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}";
  const whole = `{\\rtf1\\ansi\\ansicpg936\\deff1\\deflang1033${fonts}\\viewkind4\\uc1${paragraph(titleOf(report))}${sections.join('\n')}}`;
  return Uint8Array.from(whole, (character) => character.charCodeAt(0));
}

function paragraph(text: string): string {
  return `\\pard\\f1 ${bytesOf(text)}\\par\n`;
}

/** Each byte of a Chinese character by its number, also where it is that of a letter. */
function bytesOf(text: string): string {
  return [...text]
    .map((character) =>
      character < '\x80'
        ? character
        : [...encode(character, 'gb18030')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join(''),
    )
    .join('');
}

function tableRtf(report: PrintedReport, table: FormTable): string {
  let below = new Map<number, { width: number; left: number }>();
  return drawTable(table)
    .map((row) => {
      const own = [...row];
      const next: typeof below = new Map();
      const edges: string[] = [];
      const texts: string[] = [];
      let column = 0;
      for (;;) {
        const continued = below.get(column);
        const cell = continued === undefined ? own.shift() : undefined;
        if (continued === undefined && cell === undefined) break;
        const width = continued?.width ?? cell?.colSpan ?? 1;
        const left = continued?.left ?? cell?.rowSpan ?? 1;
        if (left > 1) next.set(column, { width, left: left - 1 });
        const merge = continued !== undefined ? '\\clvmrg' : left > 1 ? '\\clvmgf' : '';
        column += width;
        edges.push(`${merge}\\cellx${column * COLUMN}`);
        texts.push(cell === undefined ? '' : cell.cell === undefined ? cell.text : rawOf(report, cell.cell));
      }
      below = next;
      const cells = texts.map((text) => `\\pard\\intbl\\f1 ${bytesOf(text)}\\cell\n`).join('');
      return `\\trowd\\trgaph108\\trleft0${edges.join('')}\n${cells}\\row\n`;
    })
    .join('');
}
