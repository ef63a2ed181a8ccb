/** Correct reports, generated, in every layout: no error, and at most one warning of the rules on numbers and prose. */
import { expect, it } from 'vitest';
import { compare, type Floors } from './floors';
import json from './floors.json';
import { measureCorrect } from './measure';
import { quietText } from './print';
import { CORRECT } from './sizes';

const LIMIT = 120_000;

const floors: Floors = json;

it(
  'says next to nothing of correct reports',
  () => {
    const quiet = measureCorrect(CORRECT);
    const own = Object.fromEntries(Object.entries(floors).filter(([name]) => name === quiet.name));
    const { below, above } = compare([quiet], own);
    console.log(`${quietText(quiet)}\n${above.map((line) => `above its floor: ${line}`).join('\n')}`);
    expect(below).toEqual([]);
  },
  LIMIT,
);
