/** True paragraphs in a report of 42 requests stay without a finding. */
import { describe, expect, it } from 'vitest';
import { CORRECT } from './correct';
import { MORE_CORRECT } from './correct-sections';
import { proseFindings } from './worlds';

describe('a true paragraph', () => {
  it.each([...CORRECT, ...MORE_CORRECT].map((each) => [each.text, each] as const))('%s', (text, { section, organ }) => {
    const said = proseFindings('full', text, section, organ).map(({ rule, quote, data }) => [rule, quote, data]);
    expect(said).toEqual([]);
  });
});
