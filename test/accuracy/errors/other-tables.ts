/** Slips of tables two and four, and of what one year carries into the next. */
import { cellOf, totalOf } from '../../support/generate/truth';
import type { ErrorClass } from './error-class';

export const DISPUTES_CELL: ErrorClass = {
  name: 'table 4: one cell',
  plant({ truth }, random) {
    const rows = truth.form.tables.find(({ id }) => id === 'disputes')?.rows ?? [];
    const group = random.pick(rows).cells.map(({ id }) => id);
    const cell = random.pick(group);
    const value = cellOf(truth, cell);
    const wrong = value + random.pick([1, 1, 2, 9]);
    // A part whose repair would fall below 0 cannot be the culprit.
    const excess = cell.endsWith('.total') ? value - wrong : wrong - value;
    const tie = group.filter((each) => {
      const printed = each === cell ? wrong : cellOf(truth, each);
      return (each.endsWith('.total') ? printed + excess : printed - excess) >= 0;
    });
    return { cells: new Map([[cell, wrong]]), tie };
  },
};

/** 元 filled in where 万元 are asked for; only the prose or the size of the organ tells. */
export const FEE_UNIT: ErrorClass = {
  name: 'table 2: fee in yuan',
  rules: ['fee-unit', 'text-fee'],
  plant(sample) {
    const cell = 'disclosure.fee.amount';
    const value = cellOf(sample.truth, cell);
    if (value === 0) return null;
    const yuan = Number((value * 1e4).toFixed(0));
    const text = `全年行政事业性收费${value}万元`;
    return {
      cells: new Map([[cell, yuan]]),
      planted: { slot: 'fee', spoken: { pattern: 'N11', text, uses: [] } },
    };
  },
};

export const CARRIED: ErrorClass = {
  name: 'across years: carried over',
  rules: ['x-carry', 'x-carry-col'],
  across: true,
  plant({ truth }, random) {
    if (truth.previous === null || totalOf(truth, 'carriedIn') === 0) return null;
    // Both years add up; only side by side do they disagree.
    const more = random.int(1, 3);
    const rows = ['carriedIn', 'decided', 'granted'];
    const cells = rows.flatMap((row) => [`applications.${row}.individual`, `applications.${row}.total`]);
    return { cells: new Map(cells.map((cell) => [cell, cellOf(truth, cell) + more])) };
  },
};
