/** Which label of a form a printed text is. */
import { gather } from '../document/gather';
import { remembering } from '../document/remembering';
import { editDistance, labelKey, labelKeyWithoutAsides } from '../document/text';
import type { FormRow, FormTable } from './form';

export interface LabelMatch {
  readonly index: number;
  /** 1 for the exact label, less by edit distance. */
  readonly score: number;
}

/** No label is longer, written out with its group. */
const MAX_LENGTH = 80;

/** A quarter of the label may be wrong; labels of three characters and fewer must be exact. */
function tolerance(length: number): number {
  return length <= 3 ? 0 : Math.max(1, Math.floor(length / 4));
}

/** Most cells hold numbers: told at sight, they need no look-up and take no room among what is remembered. */
function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** How a text is looked up among labels: whole, and without its bracketed explanations; not at all where it is prose. */
export function keysOf(text: string): readonly string[] {
  return text.length > MAX_LENGTH ? [] : [labelKey(text), labelKeyWithoutAsides(text)];
}

/** All ways in which the labels of one table are written, ready to be looked up. */
export class LabelIndex {
  private readonly exact = new Map<string, number>();
  private readonly keys: { readonly key: string; readonly index: number }[] = [];

  /** `labels[i]` holds the label and the aliases of entry i, `whole[i]` what only counts where it is written exactly so. */
  constructor(labels: readonly (readonly string[])[], whole: readonly (readonly string[])[] = []) {
    for (const [index, names] of labels.entries()) {
      for (const name of names) {
        for (const key of new Set([labelKey(name), labelKeyWithoutAsides(name)])) {
          if (key === '' || this.exact.has(key)) continue;
          this.exact.set(key, index);
          this.keys.push({ key, index });
        }
      }
    }
    for (const [index, names] of whole.entries()) {
      for (const key of names.map(labelKey)) if (!this.exact.has(key)) this.exact.set(key, index);
    }
  }

  private readonly known = remembering((text): LabelMatch | null => this.find(text));

  /** The one label that the text is nearest to, or null where none is near or two are equally so. */
  match(text: string): LabelMatch | null {
    return text.length < 2 || isDigits(text) ? null : this.known(text);
  }

  /** Is one of these keys that of a label, letter by letter? */
  hasKey(keys: readonly string[]): boolean {
    return keys.some((key) => this.exact.has(key));
  }

  private find(text: string): LabelMatch | null {
    const full = labelKey(text);
    const short = labelKeyWithoutAsides(text);
    const hit = this.exact.get(full) ?? this.exact.get(short);
    if (hit !== undefined) return { index: hit, score: 1 };
    return this.nearest(full) ?? (short === full ? null : this.nearest(short));
  }

  private nearest(key: string): LabelMatch | null {
    let best: { index: number; distance: number; length: number } | null = null;
    let tied = false;
    for (const candidate of this.keys) {
      const limit = Math.min(tolerance(candidate.key.length), best?.distance ?? Number.POSITIVE_INFINITY);
      if (limit === 0) continue;
      const distance = editDistance(key, candidate.key, limit);
      if (distance > limit) continue;
      if (best !== null && distance === best.distance) {
        tied ||= candidate.index !== best.index;
      } else {
        best = { index: candidate.index, distance, length: candidate.key.length };
        tied = false;
      }
    }
    if (best === null || tied) return null;
    return { index: best.index, score: 1 - best.distance / Math.max(best.length, key.length) };
  }
}

/** An index that is built once for each table or row of a form. */
function indexed<K extends object>(
  labels: (of: K) => readonly (readonly string[])[],
  whole?: (of: K) => readonly (readonly string[])[],
): (of: K) => LabelIndex {
  const built = new WeakMap<K, LabelIndex>();
  return (of) => {
    const known = built.get(of);
    if (known !== undefined) return known;
    const index = new LabelIndex(labels(of), whole?.(of));
    built.set(of, index);
    return index;
  };
}

function columnNames(row: FormRow | undefined): (readonly string[])[] {
  return row?.cells.map(({ column }) => [column.label.zh, ...column.aliases]) ?? [];
}

function rowNames(row: FormRow): readonly string[] {
  return row.label === null ? [] : [row.label.zh, ...row.aliases];
}

/** （三）不予公开 1.属于国家秘密: group and item in one cell, with the number of the item or without. */
function namesWithGroup(row: FormRow): readonly string[] {
  const group = row.path.at(-1)?.zh ?? '';
  return gather(rowNames(row), (name) => [`${group}${name}`, `${group}${labelKey(name)}`]);
}

/** Row labels and their aliases; entry i is row i of the table. */
export const rowLabels = indexed(
  (table: FormTable) => table.rows.map(rowNames),
  (table) => table.rows.map(namesWithGroup),
);

/** Columns of a row; entry i is cell i. */
export const columnLabels = indexed((row: FormRow) => columnNames(row));

/** Headings that stand beside or above rows: 三、本年度办理结果, （三）不予公开. */
export const groupLabels = indexed((table: FormTable) =>
  gather(table.rows, (row) => row.path.map((label) => [label.zh])),
);

/** The innermost heading of each row; entry i is row i: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const innermostLabels = indexed((table: FormTable) => table.rows.map((row) => [row.path.at(-1)?.zh ?? '']));

/** Every different column heading of the table, in no particular order. */
export const columnHeadings = indexed((table: FormTable) => {
  const columns = new Map(
    gather(table.rows, (row) => row.cells.map((cell) => [cell.column.label.zh, cell.column] as const)),
  );
  return [...columns.values()].map((column) => [column.label.zh, ...column.aliases]);
});
