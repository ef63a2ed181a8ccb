/** Floors only rise: a lower value fails, a vanished one fails, and raising keeps the higher. */
import { describe, expect, it } from 'vitest';
import { compare, raised } from './floors';
import type { Measured } from './measure';

const measured = (hits: number, of: number): Measured[] => [
  { name: 'one cell', n: of, shares: { recall: { hits, of } }, missed: [] },
];

describe('floors of accuracy', () => {
  it('let what is as high or higher pass, and say so', () => {
    expect(compare(measured(9, 10), { 'one cell': { n: 10, recall: 0.9 } })).toEqual({ below: [], above: [] });
    expect(compare(measured(10, 10), { 'one cell': { n: 10, recall: 0.9 } }).above).toEqual([
      'one cell, recall: 1, floor 0.9',
    ]);
  });

  it('hold up what is lower, measured on fewer cases, or gone', () => {
    expect(compare(measured(8, 10), { 'one cell': { n: 10, recall: 0.9 } }).below).toHaveLength(1);
    expect(compare(measured(9, 9), { 'one cell': { n: 10, recall: 0.9 } }).below).toEqual(['one cell, n: 9, floor 10']);
    expect(compare([], { 'one cell': { n: 10 } }).below).toHaveLength(1);
    const skipped: Measured = { name: 'one cell', n: 0, skipped: 'no rule yet', shares: {}, missed: [] };
    expect(compare([skipped], { 'one cell': { n: 10 } }).below).toHaveLength(1);
  });

  it('are never lowered or forgotten by raising', () => {
    const floors = { 'one cell': { n: 10, recall: 0.95 }, gone: { recall: 1 } };
    expect(raised(measured(9, 10), floors)).toEqual(floors);
    expect(raised(measured(10, 10), floors)['one cell']).toEqual({ n: 10, recall: 1 });
  });

  it('cut a ratio off, so that 1 is all of them', () => {
    expect(raised(measured(19_999, 20_000), {})['one cell']).toEqual({ n: 20_000, recall: 0.9999 });
  });
});
