import { type Finding, rules } from '../../core/index';
import { language } from '../../pwa/ui/index';
import { t } from './t';

/** What the rule checks and what it rests on, in place. */
export function RuleHelp({ finding }: { readonly finding: Finding }) {
  const rule = rules.find(({ id }) => id === finding.rule);
  if (rule === undefined) return null;
  return (
    <details class="quiet rule-help">
      <summary>{t('rule.help')}</summary>
      <dl>
        <dt>{t('rule.checks')}</dt>
        <dd>{rule.summary[language.value]}</dd>
        <dt>{t('rule.document')}</dt>
        <dd>{rule.source.document}</dd>
        <dt>{t('rule.clause')}</dt>
        <dd>{rule.source.clause}</dd>
        <dt>{t('rule.advice')}</dt>
        <dd>{rule.advice[language.value]}</dd>
        <dt>{t('rule.id')}</dt>
        <dd>{rule.id}</dd>
      </dl>
    </details>
  );
}
