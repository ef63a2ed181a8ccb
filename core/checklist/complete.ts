/** Which cells somebody may mean who is still typing a name, and how each is written so that it means nothing else. */
import { labelKey } from '../document/text';
import type { CellId, FormTable } from '../forms/form';
import { cellsNamed, type NamedCell, namedCells } from './names';

export interface Completion {
  readonly cell: CellId;
  /** Reads back as this cell alone: labels where they are enough, else the id. */
  readonly text: string;
}

/** The name that the caret stands in or behind, and where in the text it is. UTF-16 offsets. */
export interface NameAtCaret {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const BORDER = /[+\-−–=≠≥≧⩾≤≦⩽<>!＋－＝＜＞*×✕]/;
/** What may stand before a name within its term: a factor, last year. */
const BEFORE = /^\s*(?:\d+(?:\.\d+)?\s+)?(?:(?:上年|上一年|去年)\s*[.。·]\s*)?/;

export function nameAtCaret(text: string, caret: number): NameAtCaret {
  let start = caret;
  while (start > 0 && !BORDER.test(text[start - 1] ?? '')) start--;
  let end = caret;
  while (end < text.length && !BORDER.test(text[end] ?? '')) end++;
  start += BEFORE.exec(text.slice(start, caret))?.[0].length ?? 0;
  const name = text.slice(start, end).trimEnd();
  return { name, start, end: Math.max(caret, start + name.length) };
}

/** Best first: what begins so, then what has it somewhere. Every word typed has to be in the name. */
export function completionsOf(typed: string, tables: readonly FormTable[], count: number): Completion[] {
  const words = typed
    .split(/[\s.·、]+/)
    .map(keyOf)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const cells = namedCells(tables);
  const ranked = cells.flatMap((cell, index) => {
    const rank = rankOf(words, cell);
    return rank === null ? [] : [{ cell, rank, index }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, count)
    .map(({ cell }) => ({ cell: cell.id, text: textOf(cell, cells, tables) }));
}

/** Some milliseconds each, the first time: who offers names while somebody types asks for them before, one by one. */
export function cellText(cell: CellId, tables: readonly FormTable[]): string {
  const cells = namedCells(tables);
  const own = cells.find(({ id }) => id === cell);
  return own === undefined ? cell : textOf(own, cells, tables);
}

const written = new WeakMap<readonly FormTable[], Map<CellId, string>>();

function textOf(cell: NamedCell, cells: readonly NamedCell[], tables: readonly FormTable[]): string {
  const known = written.get(tables) ?? new Map<CellId, string>();
  written.set(tables, known);
  const text = known.get(cell.id) ?? textFor(cell, cells);
  known.set(cell.id, text);
  return text;
}

/** Ids as they are, labels as they are compared. */
function keyOf(word: string): string {
  return /^\w+$/.test(word) ? word.toLowerCase() : labelKey(word);
}

function rankOf(words: readonly string[], { id, parts, column }: NamedCell): number | null {
  const labels = parts.flat();
  const name = id.toLowerCase();
  if (!words.every((word) => name.includes(word) || labels.some((label) => label.includes(word)))) return null;
  const [first = ''] = words;
  const own = [...(parts[column - 1] ?? []), ...(parts[column] ?? [])];
  if (own.some((label) => label === first)) return 0;
  if (own.some((label) => label.startsWith(first)) || name.startsWith(first)) return 1;
  return own.some((label) => label.includes(first)) ? 2 : 3;
}

function textFor(cell: NamedCell, cells: readonly NamedCell[]): string {
  const row = cell.row.label?.zh.replace(/\s/g, '') ?? '';
  const column = cell.cell.column.label.zh.replace(/\s/g, '');
  const table = cell.table.name.zh;
  const path = cell.row.path.map(({ zh }) => zh.replace(/\s/g, '')).join(' ');
  const isTotal = cell.cell.column.id === 'total';
  const ways = [
    ...(isTotal && row !== '' ? [row] : []),
    `${row} ${column}`,
    column,
    `${table} ${row} ${column}`,
    `${path} ${row} ${column}`,
    `${table} ${path} ${row} ${column}`,
  ].map((way) => way.trim());
  const own = ways.find((way) => {
    if (way === '' || BORDER.test(way)) return false;
    const named = cellsNamed(way, cells);
    return named.length === 1 && named[0]?.id === cell.id;
  });
  return own ?? cell.id;
}
