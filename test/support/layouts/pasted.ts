/** The tables as text: what clipboards, spreadsheets and converters make of them. */
import { type Layout, textLayout } from './layout';
import { type MergedText, type Sheet, textsOf } from './sheet';

const lines = (merged: MergedText, line: (cells: readonly string[]) => string) => (sheet: Sheet) =>
  textsOf(sheet, merged).map(line).join('\n');
const filled = (sheet: Sheet): string[] =>
  textsOf(sheet, 'own')
    .flat()
    .filter((text) => text !== '');

const tabs = (cells: readonly string[]): string => cells.join('\t');
const bars = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const between = (cells: readonly string[]): string => cells.join(' | ');
const box = (cells: readonly string[]): string => `│${cells.join('│')}│`;
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** As spreadsheets save them: a cell that holds a comma, 1,234, is quoted. */
const commas = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",]/.test(cell) ? quote(cell) : cell)).join(',');
const quoted = (cells: readonly string[]): string => cells.map(quote).join(',');
/** Each cell on a line of its own behind a tab, an empty line behind each row. */
const word = (cells: readonly string[]): string => `${cells.map((text) => `\t${text}\n`).join('')}`;

const markdown = (merged: 'first' | 'repeat') => (sheet: Sheet) => {
  const [head, ...rest] = textsOf(sheet, merged).map(bars);
  return [head, bars(textsOf(sheet, 'first')[0]?.map(() => '---') ?? []), ...rest].join('\n');
};
const boxed = (sheet: Sheet): string => {
  const rows = textsOf(sheet, 'first').map(box);
  const rule = (left: string, cross: string, right: string): string =>
    left +
    (textsOf(sheet, 'first')[0]
      ?.map(() => '──')
      .join(cross) ?? '') +
    right;
  return [rule('┌', '┬', '┐'), rows.join(`\n${rule('├', '┼', '┤')}\n`), rule('└', '┴', '┘')].join('\n');
};

export const pasted: readonly Layout[] = [
  textLayout('copied from a spreadsheet', lines('first', tabs)),
  textLayout('copied from a spreadsheet without merges', lines('repeat', tabs)),
  textLayout('copied from a page', lines('own', tabs)),
  textLayout('Markdown', markdown('first')),
  textLayout('Markdown, merged cells repeated', markdown('repeat')),
  textLayout('lines between bars', lines('first', bars)),
  textLayout('bars between cells', lines('first', between)),
  textLayout('saved as text by Word', lines('below', word)),
  textLayout('one cell a line', (sheet) => filled(sheet).join('\n')),
  textLayout('bars on lines of their own', (sheet) =>
    filled(sheet)
      .map((text) => `${text}\n|`)
      .join('\n'),
  ),
  textLayout(
    'words and numbers between spaces',
    lines('own', (cells) => cells.join(' ')),
  ),
  textLayout('comma-separated', lines('first', commas)),
  textLayout('comma-separated, merged cells repeated', lines('repeat', commas)),
  textLayout('comma-separated, quoted', lines('first', quoted)),
  textLayout('box drawing', boxed),
];
