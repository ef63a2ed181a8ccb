/** Reports for `npm run bench`: correct ones and such with one to ten errors, read and ready to be checked. */
import { type CheckOptions, check, type Document, type Outcome } from '../../core/index';
import { errorClasses } from '../accuracy/errors/index';
import { layouts, readAs } from '../accuracy/layouts';
import { type Changed, previousOf, printed, type Sample, sampleOf } from '../support/generate/report';
import { type Random, seeded } from '../support/random';

export interface ReadReport {
  readonly document: Document;
  readonly options: CheckOptions;
  readonly errors: number;
}

const MOST_ERRORS = 10;

/** The report of a number, the same for ever. Every third is correct, every fourth comes with last year’s. */
export function reportAt(index: number): ReadReport {
  const sample = sampleOf(`bench/${index}`);
  const errors = index % 3 === 0 ? 0 : 1 + (index % MOST_ERRORS);
  const layout = layouts[index % layouts.length];
  if (layout === undefined) throw new Error('no layout');
  const before = index % 4 === 0 ? previousOf(sample) : null;
  const previous = before === null ? null : check(readAs(layout, printed(before)));
  return {
    document: readAs(layout, printed(sample, withErrors(sample, errors, seeded(`bench/${index}`).fork('errors')))),
    options: previous === null ? {} : { previous },
    errors,
  };
}

export function checkRead({ document, options }: ReadReport): Outcome {
  return check(document, options);
}

function withErrors(sample: Sample, count: number, random: Random): Changed {
  const cells = new Map<string, number>();
  let planted: Changed['planted'];
  for (let at = 0; at < count; at++) {
    const planting = random.pick(errorClasses).plant(sample, random);
    for (const [cell, value] of planting?.cells ?? []) cells.set(cell, value);
    planted ??= planting?.planted;
  }
  return { cells, ...(planted === undefined ? {} : { planted }) };
}

/** The same work on every machine, whatever becomes of the code: milliseconds of a check are read beside it. */
export function fixedLoop(): number {
  let sum = 0;
  for (let at = 0; at < 20_000_000; at++) sum = (Math.imul(sum ^ at, 0x01000193) >>> 0) + (at & 7);
  return sum;
}
