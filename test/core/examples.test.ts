/** The examples that every rule carries are its tests. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../core/index';
import { outcomeOf } from '../support/example';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const outcome = outcomeOf(example);
    expect(outcome.failures).toEqual([]);
    expect(outcome.findings.filter((finding) => finding.rule === id)).toHaveLength(example.findings);
  });

  it('has an example', () => {
    expect(rule.examples.length).toBeGreaterThan(0);
  });
});
