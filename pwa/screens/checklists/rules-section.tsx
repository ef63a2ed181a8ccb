import { useMemo, useState } from 'preact/hooks';
import type { Checklist, Rule, RuleSetting } from '../../../core/index';
import { language } from '../../ui/index';
import { ruleName } from '../batch/words';
import { RULES_BY_GROUP } from './rule-groups';
import { t } from './t';

interface RulesSectionProps {
  readonly rules: Checklist['rules'];
  readonly onChange: (rules: Checklist['rules']) => void;
}

/** Every rule by group, found by name, sentence, id or source; only those changed, where wanted. */
export function RulesSection({ rules, onChange }: RulesSectionProps) {
  const [search, setSearch] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  const shown = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/);
    return RULES_BY_GROUP.map(([group, all]) => {
      const fits = (rule: Rule): boolean =>
        (!changedOnly || Object.hasOwn(rules, rule.id)) && words.every((word) => textOf(rule).includes(word));
      return [group, all.filter(fits)] as const;
    }).filter(([, some]) => some.length > 0);
  }, [search, changedOnly, rules, language.value]);
  const changed = Object.keys(rules).length;
  const set = (id: string, setting: RuleSetting | null): void => {
    const { [id]: _, ...rest } = rules;
    onChange(setting === null ? rest : { ...rest, [id]: setting });
  };
  return (
    <section class="card stack" aria-labelledby="rules-title">
      <div class="row between wrap">
        <h2 id="rules-title">{t('rules')}</h2>
        <span class="row wrap">
          <label class="row">
            <input
              type="checkbox"
              checked={changedOnly}
              onChange={(event) => setChangedOnly(event.currentTarget.checked)}
            />
            {t('rules.changedOnly', { count: changed })}
          </label>
          <input
            type="search"
            class="filter"
            data-key="/"
            value={search}
            aria-label={t('rules.search')}
            placeholder={t('rules.search')}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </span>
      </div>
      {shown.length === 0 ? <p class="quiet">{t('rules.none')}</p> : null}
      {shown.map(([group, some]) => (
        <RuleGroupTable key={group} name={t(`group.${group}`)} shown={some} rules={rules} onSet={set} />
      ))}
    </section>
  );
}

function textOf(rule: Rule): string {
  const { document, clause } = rule.source;
  return `${rule.id} ${ruleName(rule.id)} ${rule.summary[language.value]} ${document} ${clause}`.toLowerCase();
}

interface RuleGroupTableProps {
  readonly name: string;
  readonly shown: readonly Rule[];
  readonly rules: Checklist['rules'];
  readonly onSet: (id: string, setting: RuleSetting | null) => void;
}

const SETTINGS: readonly RuleSetting[] = ['error', 'warning', 'info', 'off'];
const OWN = 'own';

function RuleGroupTable({ name, shown, rules, onSet }: RuleGroupTableProps) {
  return (
    <table class="rule-settings">
      <caption>
        {name} <span class="quiet">{shown.length}</span>
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t('rule')}</th>
          <th scope="col">{t('setting')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((rule) => {
          const setting = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
          return (
            <tr key={rule.id} class={setting === undefined ? '' : setting === 'off' ? 'changed is-off' : 'changed'}>
              <th scope="row">
                <span class="rule-name">{ruleName(rule.id)}</span> <code class="quiet">{rule.id}</code>
                <p>{rule.summary[language.value]}</p>
                <p class="quiet">{t('source', { document: rule.source.document, clause: rule.source.clause })}</p>
              </th>
              <td>
                <select
                  aria-label={t('setting.of', { name: ruleName(rule.id) })}
                  value={setting ?? OWN}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    onSet(rule.id, SETTINGS.find((each) => each === value) ?? null);
                  }}
                >
                  <option value={OWN}>{t('setting.own', { severity: t(`setting.${rule.severity}`) })}</option>
                  {SETTINGS.map((each) => (
                    <option key={each} value={each}>
                      {t(`setting.${each}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
