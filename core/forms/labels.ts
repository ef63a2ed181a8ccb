/** Which label of a form a printed text is. */
import { editDistance, labelKey, labelKeyWithoutAsides } from '../document/text';
import type { FormTable } from './form';

export interface LabelMatch {
  readonly index: number;
  /** 1 for the exact label, less by edit distance. */
  readonly score: number;
}

/** A quarter of the label may be wrong; labels of three characters and fewer must be exact. */
function tolerance(length: number): number {
  return length <= 3 ? 0 : Math.max(1, Math.floor(length / 4));
}

/** All ways in which the labels of one table are written, ready to be looked up. */
export class LabelIndex {
  private readonly exact = new Map<string, number>();
  private readonly keys: { readonly key: string; readonly index: number }[] = [];

  /** `labels[i]` holds the label and the aliases of entry i. */
  constructor(labels: readonly (readonly string[])[]) {
    for (const [index, names] of labels.entries()) {
      for (const name of names) {
        for (const key of new Set([labelKey(name), labelKeyWithoutAsides(name)])) {
          if (key === '' || this.exact.has(key)) continue;
          this.exact.set(key, index);
          this.keys.push({ key, index });
        }
      }
    }
  }

  /** The one label that the text is nearest to, or null where none is near or two are equally so. */
  match(text: string): LabelMatch | null {
    // Most cells hold numbers.
    if (text.length < 2 || !/\D/.test(text)) return null;
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

const indexes = new WeakMap<FormTable, LabelIndex>();

/** Row labels and their aliases; entry i is row i of the table. */
export function rowLabels(table: FormTable): LabelIndex {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const index = new LabelIndex(table.rows.map((row) => (row.label === null ? [] : [row.label.zh, ...row.aliases])));
  indexes.set(table, index);
  return index;
}
