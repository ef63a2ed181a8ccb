/** The examples of a rule, run for its page in the docs: the very words the reader of such a report gets. */
import { check, explain, forms, type Rule, rules } from '../../core/index';
import { readHtml } from '../../core/read/html';
import type { Example } from '../../core/rules/rule';
import { formOf, renderPage } from '../support/render';

export interface Said {
  readonly zh: string;
  readonly en: string;
}

export { forms, rules };

/** What the rule says of the example, in page order. */
export function saidOf(rule: Rule, { name: _name, form, findings: _findings, ...example }: Example): Said[] {
  const year = form ?? '2021';
  const page = renderPage({ year: year === '2019' ? 2019 : 2024, ...example, form: formOf(year) });
  const outcome = check(readHtml(page));
  return outcome.findings
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => ({
      zh: explain(finding, outcome, 'zh-CN').message,
      en: explain(finding, outcome, 'en').message,
    }));
}
