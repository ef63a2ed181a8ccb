/** Which of several tables a sum stands in: last year's table beside this year's has the same labels, or all but one. */

import { gather } from '../document/gather';
import type { InferredTable } from '../sums/inferred';
import type { OwnForm, OwnFormRelation } from '../sums/own-form';

type Added = Pick<OwnFormRelation, 'axis' | 'total' | 'parts'>;

interface Counted {
  readonly added: Added;
  /** In how many tables it stood so far. */
  readonly lines: Map<string, number>;
}

/**
 * Counts the sums of these forms by their labels alone, so that neither other forms nor a word in a cell move the names
 * of what is found. Costs the labels of the forms once for each table, not their terms.
 */
export class SumCopies {
  private readonly counted = new Map<string, Counted>();

  constructor(forms: readonly OwnForm[]) {
    for (const added of gather(forms, ({ relations }) => relations)) {
      const key = keyOf(added);
      const { lines } = this.counted.get(key) ?? { lines: new Map<string, number>() };
      for (const line of added.lines) lines.set(line, 0);
      this.counted.set(key, { added, lines });
    }
  }

  /** Lines of the sum with how many tables have stood before, passed here, that have it. */
  before(added: Added): ReadonlyMap<string, number> {
    return this.counted.get(keyOf(added))?.lines ?? new Map();
  }

  pass({ rowKeys, columnKeys }: Pick<InferredTable, 'rowKeys' | 'columnKeys'>): void {
    const [rows, columns] = [new Set(rowKeys), new Set(columnKeys)];
    for (const { added, lines } of this.counted.values()) {
      // A sum of a row stands in a row, and adds columns.
      const [across, along] = added.axis === 'row' ? [columns, rows] : [rows, columns];
      if (!across.has(added.total) || !added.parts.every((part) => across.has(part))) continue;
      for (const [line, count] of lines) if (along.has(line)) lines.set(line, count + 1);
    }
  }
}

function keyOf({ axis, total, parts }: Added): string {
  return JSON.stringify([axis, total, ...parts]);
}
