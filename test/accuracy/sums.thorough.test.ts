/** Sums of tables of unknown form: found no less than ever before, and no more often called wrong without reason. */
import { describe, expect, it } from 'vitest';
import { annotatedTables } from './annotated-tables';
import { measureDerived } from './derived';
import { compare, type Floors } from './floors';
import { measureSums } from './sums';
import json from './sums-floors.json';

const floors: Floors = json;

const tables = annotatedTables();

describe('annotated tables', () => {
  it('give up their sums no less than the floors say', () => {
    const { below, above } = compare([...measureSums(tables), ...measureDerived(tables)], floors);
    console.log(above.map((line) => `above its floor: ${line}`).join('\n'));
    expect(below).toEqual([]);
  });
});
