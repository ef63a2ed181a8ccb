/** Sums of tables of unknown form: found no less than ever before, and no more often called wrong without reason. */
import { describe, expect, it } from 'vitest';
import { annotatedTables } from './annotated-tables';
import { compare, type Floors } from './floors';
import { measureSums } from './sums';
import json from './sums-floors.json';

const floors: Floors = json;

describe('annotated tables', () => {
  it('give up their sums no less than the floors say', () => {
    const { below, above } = compare(measureSums(annotatedTables()), floors);
    console.log(above.map((line) => `above its floor: ${line}`).join('\n'));
    expect(below).toEqual([]);
  });
});
