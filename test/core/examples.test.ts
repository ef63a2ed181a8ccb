/** The examples that every rule carries are its tests. */
import { describe, expect, it } from 'vitest';
import { check, rules } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, renderPage } from '../support/render';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const page = renderPage({ ...example, form: formOf(example.form ?? '2021') });
    const outcome = check(readHtml(page));
    expect(outcome.failures).toEqual([]);
    expect(outcome.findings.filter((finding) => finding.rule === id)).toHaveLength(example.findings);
  });

  it('has an example', () => {
    expect(rule.examples.length).toBeGreaterThan(0);
  });
});
