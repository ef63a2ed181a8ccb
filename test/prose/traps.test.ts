/** Numbers beside the words of the tables that say nothing of them stay silent; their twins are found. */
import { describe, expect, it } from 'vitest';
import { TRAPS } from './traps';
import { proseFindings } from './worlds';

it('sixteen traps, three phrasings or more each', () => {
  const numbers = new Set(TRAPS.map(({ trap }) => Number.parseInt(trap, 10)));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  expect(TRAPS.filter(({ silent, found }) => silent.length < 3 || found.length === 0)).toEqual([]);
});

describe.each(TRAPS)('$trap', ({ section = 1, organ, silent, found }) => {
  it.each(silent)('silent: %s', (text) => {
    expect(proseFindings('full', text, section, organ)).toEqual([]);
  });

  it.each(found)('found: %s', (text) => {
    expect(proseFindings('full', text, section, organ)).not.toEqual([]);
  });
});
