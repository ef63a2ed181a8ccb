/** The examples of a rule, run for its page in the docs: the very words the reader of such a report gets. */
import { explain, forms, otherForms, type Rule, rules } from '../../core/index';
import type { Example } from '../../core/rules/rule';
import { outcomeOf } from '../support/example';

export interface Said {
  readonly zh: string;
  readonly en: string;
}

export { forms, otherForms, rules };

/** What the rule says of the example, in page order. */
export function saidOf(rule: Rule, example: Example): Said[] {
  const outcome = outcomeOf(example);
  return outcome.findings
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => ({
      zh: explain(finding, outcome, 'zh-CN').message,
      en: explain(finding, outcome, 'en').message,
    }));
}
