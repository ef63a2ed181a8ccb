/** Table four with a group that is left empty: its cells are read as empty, beside groups with numbers. */
import { expect, it } from 'vitest';
import { check } from '../../core/index';
import { layouts, readAs } from '../accuracy/layouts';
import { printed, sampleOf } from '../support/generate/report';

const seeds = Array.from({ length: 12 }, (_, at) => `empty groups/${at}`);

it.each(layouts.filter(({ name }) => /^table four with its groups as/.test(name)))('$name', (layout) => {
  for (const seed of seeds) {
    const sample = sampleOf(seed);
    const { cells } = check(
      readAs(layout, printed({ ...sample, dress: { ...sample.dress, zero: '', share: 1 } })),
    ).coverage;
    expect([seed, cells.read]).toEqual([seed, cells.expected]);
  }
});
