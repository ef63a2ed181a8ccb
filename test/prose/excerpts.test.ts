/** Beginnings of published pages, organs masked, as text extraction leaves them: what must and must not be found. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, rules } from '../../core/index';
import { readText } from '../../core/read/text';

interface Expected {
  readonly id: string;
  readonly expect: 'finding' | 'none';
  /** Any of these finds it; none of these may speak. */
  readonly rules: readonly string[];
  readonly why: string;
  /** The finding names one of these. */
  readonly cells?: readonly string[];
}

const folder = new URL('../fixtures/excerpts/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const expected = read('expected.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected);

const known = new Set(rules.map(({ id }) => id));

it('every rule named is one of ours', () => {
  const named = new Set(expected.flatMap((each) => each.rules));
  expect([...named].filter((rule) => !known.has(rule))).toEqual([]);
});

describe.each(expected)('$id: $why', (each) => {
  it(each.expect === 'none' ? 'says nothing' : 'is found', () => {
    const outcome = check(readText(read(`${each.id}.txt`)));
    const found = outcome.findings.filter(({ rule }) => each.rules.includes(rule));
    if (each.expect === 'none') expect(found).toEqual([]);
    else if (each.cells === undefined) expect(found).not.toEqual([]);
    else expect(each.cells).toContain(found.flatMap(({ cells }) => cells).find((cell) => each.cells?.includes(cell)));
  });
});
