/** Organs × rules: how many findings of each rule each report has, for a terminal and for Excel. */
import { rulesByReports, type Tally } from './tally';

const STATUS: Readonly<Record<Tally['status'], string>> = {
  checked: '已核对',
  partial: '部分核对',
  'blank-form': '空表',
  unrecognised: '认不出',
  unreadable: '读不出',
};

const HEADINGS = ['机关', '年度', '文件', '结果'];

function cellsOf(all: readonly Tally[]): string[][] {
  const columns = rulesByReports(all).map(({ rule }) => rule);
  const rows = all.map((tally) => [
    tally.organ ?? '（未识别机关）',
    tally.year === null ? '' : String(tally.year),
    tally.input,
    STATUS[tally.status],
    ...columns.map((rule) => String(tally.rules.get(rule) ?? '')),
  ]);
  return [[...HEADINGS, ...columns], ...rows];
}

/** One report a line; rules stand as numbers that the lines below name: their ids would not fit a terminal. */
export function tableText(all: readonly Tally[]): string {
  const [headings = [], ...rows] = cellsOf(all);
  const rules = headings.slice(HEADINGS.length);
  const head = [...HEADINGS, ...rules.map((_, at) => `#${at + 1}`)];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at] ?? ''))));
  const lines = [head, ...rows].map((row) =>
    row
      .map((text, at) => padded(text, widths[at] ?? 0, at >= HEADINGS.length))
      .join('  ')
      .trimEnd(),
  );
  return `${[...lines, '', ...rules.map((rule, at) => `#${at + 1} ${rule}`)].join('\n')}\n`;
}

/** With a byte order mark and CRLF, so that Excel opens it as it is. */
export function tableCsv(all: readonly Tally[]): string {
  return `\ufeff${cellsOf(all)
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('')}`;
}

/** A cell that begins like a formula would be run by the program that opens it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** In columns of a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );
}
