/** Errors of many kinds, planted into correct reports: found, named and placed at least as often as ever before. */
import { describe, expect, it } from 'vitest';
import { compare, type Floors } from './floors';
import json from './floors.json';
import { measureErrors } from './measure';
import { tableOf } from './print';
import { PER_CLASS } from './sizes';

const LIMIT = 120_000;
const NOT_PLANTED = 'correct reports';

const floors: Floors = json;

describe('planted errors', () => {
  it(
    'are found no less than the floors say',
    () => {
      const measured = measureErrors(PER_CLASS);
      const own = Object.fromEntries(Object.entries(floors).filter(([name]) => name !== NOT_PLANTED));
      const { below, above } = compare(measured, own);
      console.log(`${tableOf(measured)}\n${above.map((line) => `above its floor: ${line}`).join('\n')}`);
      expect(below).toEqual([]);
    },
    LIMIT,
  );
});
